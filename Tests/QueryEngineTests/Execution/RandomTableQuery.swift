import GeographyModel
import TestSupport

@testable import QueryEngine

/// Makes queries of which most can be answered from memory, some only by the store, and some not at all; the same ones
/// for the same seed.
struct RandomTableQuery {
    private var generator: SplitMix
    private let catalogue: QueryableCatalogue

    init(seed: Int, _ catalogue: QueryableCatalogue) {
        generator = SplitMix(seed: seed)
        self.catalogue = catalogue
    }

    mutating func query(of collection: CollectionID) -> FeatureQuery {
        FeatureQuery(
            collection: collection, filter: chance(8) ? nil : condition(depth: 2), figures: Fixture.figures,
            day: FixtureStore.day, properties: chance(2) ? nil : names(upTo: 6),
            sort: names(upTo: 3).map { FeatureQuery.SortKey($0, isDescending: chance(2)) },
            geometry: pick([.none, .generalised, .centroid, .full]), system: chance(6) ? .epsg27700 : .crs84,
            limit: pick([1, 5, 20, 500]))
    }

    private mutating func names(upTo count: Int) -> [String] {
        let all = catalogue.all.map(\.name)
        return (0..<Int.random(in: 0...count, using: &generator)).map { _ in pick(all) }
    }

    private mutating func condition(depth: Int) -> FilterExpression {
        guard depth > 0, !chance(3) else { return predicate() }
        switch Int.random(in: 0..<3, using: &generator) {
        case 0: return operation(.not, [condition(depth: depth - 1)])
        case 1: return operation(.and, (0...1).map { _ in condition(depth: depth - 1) })
        default: return operation(.or, (0...2).map { _ in condition(depth: depth - 1) })
        }
    }

    private mutating func predicate() -> FilterExpression {
        let queryable = pick(catalogue.all)
        let property = FilterExpression(.property(queryable.name))
        // Now and then a value of another kind, which is wrong.
        func other(_ random: inout Self) -> FilterExpression {
            random.literal(random.chance(40) ? random.pick(random.catalogue.all) : queryable)
        }
        switch Int.random(in: 0..<10, using: &generator) {
        case 0: return operation(.isNull, [property])
        case 1: return operation(.between, [property, other(&self), other(&self)])
        case 2: return operation(.in, [property, FilterExpression(.array([other(&self), other(&self)]))])
        case 3: return FilterExpression(.boolean(chance(2)))
        case 4: return operation(comparison(), [other(&self), property])
        case 5 where chance(3): return operation(.like, [property, FilterExpression(.text("%a%"))])
        default: return operation(comparison(), [property, other(&self)])
        }
    }

    private mutating func literal(_ queryable: Queryable) -> FilterExpression {
        switch queryable.kind {
        case .text:
            let words =
                queryable.choices + [
                    "", "London", "E12000007", "E09000025", "low-health-literacy", "é", "e\u{301}", "north west",
                ]
            return FilterExpression(.text(pick(words)))
        case .integer, .number, .array, .geometry:
            return FilterExpression(.number(pick([0, 1, 3.5, 42, -7.25, 150, 100_000, 1e18, 43.7])))
        case .boolean: return FilterExpression(.boolean(chance(2)))
        case .date, .interval:
            return FilterExpression(CalendarDay("2024-05-31").map { .date($0) } ?? .openEnd)
        }
    }

    private mutating func comparison() -> FilterOperator {
        pick([.equal, .notEqual, .less, .greater, .lessOrEqual, .greaterOrEqual])
    }

    private mutating func pick<Value>(_ values: [Value]) -> Value {
        values[Int.random(in: values.indices, using: &generator)]
    }

    private mutating func chance(_ among: Int) -> Bool { Int.random(in: 0..<among, using: &generator) == 0 }

    private func operation(_ operation: FilterOperator, _ arguments: [FilterExpression]) -> FilterExpression {
        FilterExpression(.operation(operation, arguments))
    }
}
