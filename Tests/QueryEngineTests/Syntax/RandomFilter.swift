import GeographyModel
import QueryEngine

/// Makes filters of every kind, the same ones for the same seed.
struct RandomFilter {
    /// Knuth's MMIX generator.
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    /// A predicate or predicates joined, with about `depth` levels.
    mutating func condition(depth: Int) -> FilterExpression {
        let deeper = depth - 1
        switch below(depth > 0 ? 13 : 9) {
        case 0, 1:
            return both(any([.equal, .notEqual, .less, .greater, .lessOrEqual, .greaterOrEqual])) { $0.scalar(deeper) }
        case 2: return operation(.like, [words(deeper), pattern(deeper)])
        case 3: return operation(.between, [number(deeper), number(deeper), number(deeper)])
        case 4: return operation(.in, [scalar(deeper), FilterExpression(.array(several { $0.scalar(deeper) }))])
        case 5: return both(any(of: .spatial)) { $0.geometry() }
        case 6: return both(any(of: .temporal)) { $0.time(deeper) }
        case 7: return both(any(of: .array)) { $0.below(4) == 0 ? $0.named(deeper) : $0.list(deeper) }
        case 8: return FilterExpression(.boolean(below(2) == 0))
        case 9: return operation(.not, [condition(depth: deeper)])
        case 10: return operation(.isNull, [below(2) == 0 ? condition(depth: deeper) : scalar(deeper)])
        default:
            return operation(any([.and, .or]), [condition(depth: deeper)] + several { $0.condition(depth: deeper) })
        }
    }

    private mutating func scalar(_ depth: Int) -> FilterExpression {
        switch below(6) {
        case 0: words(depth)
        case 1: number(depth)
        case 2: instant()
        case 3: FilterExpression(.boolean(below(2) == 0))
        default: named(depth)
        }
    }

    private mutating func named(_ depth: Int) -> FilterExpression {
        guard depth > 0, below(3) == 0 else {
            return FilterExpression(
                .property(any(["a", "pop:2021", "and", "Date", "é.x", "so \"odd\"", " ", "isNull", "\u{1680}"])))
        }
        return FilterExpression(
            .function(any(["f", "near_to", "Ω"]), below(4) == 0 ? [] : several { $0.element(depth - 1) }))
    }

    private mutating func words(_ depth: Int) -> FilterExpression {
        guard depth > 0, below(3) == 0 else { return below(2) == 0 ? named(depth) : literal() }
        return operation(any(of: .character), [words(depth - 1)])
    }

    private mutating func pattern(_ depth: Int) -> FilterExpression {
        depth > 0 && below(3) == 0 ? operation(any(of: .character), [pattern(depth - 1)]) : literal()
    }

    private mutating func literal() -> FilterExpression {
        FilterExpression(
            .text(any(["", "x", "it's", "''", "\\'", "\\\\''", "5\\%", "né\n\"q\"\t", "OR 1=1 --", "\u{85}\u{7}😀"])))
    }

    private mutating func number(_ depth: Int) -> FilterExpression {
        guard depth > 0, below(2) == 0 else {
            return below(3) == 0 ? named(depth) : FilterExpression(.number(double()))
        }
        return both(any(of: .arithmetic)) { $0.number(depth - 1) }
    }

    private mutating func double() -> Double {
        switch below(4) {
        case 0: Double(below(200)) - 100
        case 1: Double(below(20_000)) / 64 - 100
        case 2:
            any([
                -0.0, .leastNonzeroMagnitude, 1e16, -.greatestFiniteMagnitude, 0.1, 1e-5, .pi, 123_456_789_012_345_680,
            ])
        default: Double(below(1 << 31)) / 3 - 1e8
        }
    }

    private mutating func list(_ depth: Int) -> FilterExpression {
        FilterExpression(.array(below(5) == 0 ? [] : several { $0.element(depth - 1) }))
    }

    private mutating func element(_ depth: Int) -> FilterExpression {
        switch below(depth > 0 ? 5 : 3) {
        case 0: geometry()
        case 1: time(depth)
        case 2: scalar(depth)
        case 3: list(depth)
        default: condition(depth: depth - 1)
        }
    }

    private mutating func instant() -> FilterExpression {
        let day = CalendarDay(year: 1 + below(9_999), month: 1 + below(12), day: 1 + below(28))
        let instant = Timestamp("\(any(["0001-01-01", "2024-02-29"]))T\(any(["00:00:00Z", "23:59:60.125Z"]))")
        return FilterExpression(
            below(2) == 0 ? day.map { .date($0) } ?? .openEnd : instant.map { .timestamp($0) } ?? .openEnd)
    }

    private mutating func time(_ depth: Int) -> FilterExpression {
        switch below(3) {
        case 0: instant()
        case 1: named(depth)
        default: FilterExpression(.interval(bound(depth), bound(depth)))
        }
    }

    private mutating func bound(_ depth: Int) -> FilterExpression {
        switch below(3) {
        case 0: instant()
        case 1: named(depth)
        default: FilterExpression(.openEnd)
        }
    }

    private mutating func geometry() -> FilterExpression {
        switch below(4) {
        case 0: return named(0)
        case 1:
            let (south, heights) = (double(), below(2) == 0 ? nil : -1.5...double().magnitude)
            return FilterExpression(
                .box(FilterBox(west: double(), south: south, east: double(), north: south + 1, heights: heights)))
        default: return FilterExpression(.geometry(shape(depth: 2)))
        }
    }

    private mutating func shape(depth: Int) -> FilterGeometry {
        switch below(depth > 0 ? 7 : 6) {
        case 0: .point(place())
        case 1: .lineString(line())
        case 2: .polygon(several { $0.ring() })
        case 3: .multiPoint(several { $0.place() })
        case 4: .multiLineString(several { $0.line() })
        case 5: .multiPolygon(several { $0.several { $0.ring() } })
        default: .collection(several { $0.shape(depth: depth - 1) })
        }
    }

    private mutating func line() -> [FilterGeometry.Coordinate] { [place()] + several { $0.place() } }

    private mutating func ring() -> [FilterGeometry.Coordinate] {
        let start = place()
        return [start, place()] + several { $0.place() } + [start]
    }

    private mutating func place() -> FilterGeometry.Coordinate {
        FilterGeometry.Coordinate(x: double(), y: double(), z: below(3) == 0 ? double() : nil)
    }
}

extension RandomFilter {
    private mutating func below(_ bound: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int(state >> 33) % bound
    }

    private mutating func any<Value>(_ values: [Value]) -> Value { values[below(values.count)] }

    private mutating func any(of family: FilterOperator.Family) -> FilterOperator {
        any(FilterOperator.allCases.filter { $0.family == family })
    }

    private mutating func several<Value>(_ value: (inout RandomFilter) -> Value) -> [Value] {
        (0...below(3)).map { _ in value(&self) }
    }

    private func operation(_ operation: FilterOperator, _ arguments: [FilterExpression]) -> FilterExpression {
        FilterExpression(.operation(operation, arguments))
    }

    private mutating func both(
        _ operation: FilterOperator, _ argument: (inout RandomFilter) -> FilterExpression
    ) -> FilterExpression {
        FilterExpression(.operation(operation, [argument(&self), argument(&self)]))
    }
}
