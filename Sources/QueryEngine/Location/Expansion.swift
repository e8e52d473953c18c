/// A number as the exact sum of at most sixteen doubles, which do not overlap and grow in size.
///
/// Sixteen are enough for two products of differences. Source: Shewchuk 1997, see ``ExactOrientation``: theorem 10
/// (*grow-expansion*) with Knuth's two-sum, and products split by a fused multiplication and addition.
struct Expansion {
    private var components = SIMD16<Double>.zero
    private var count = 0

    /// The greatest component, which has the sign of the whole; nought only where the number is nought.
    var mostSignificant: Double {
        for index in stride(from: count - 1, through: 0, by: -1) where components[index] != 0 {
            return components[index]
        }
        return 0
    }

    /// Adds the product of two numbers exactly.
    mutating func add(_ first: Pair, times second: Pair) {
        for product in [
            Pair.product(first.tail, second.tail), .product(first.tail, second.head),
            .product(first.head, second.tail), .product(first.head, second.head),
        ] {
            add(product.tail)
            add(product.head)
        }
    }

    private mutating func add(_ value: Double) {
        guard value != 0 else { return }
        var head = value
        for index in 0..<count {
            let sum = Pair.sum(head, components[index])
            components[index] = sum.tail
            head = sum.head
        }
        components[count] = head
        count += 1
    }
}

extension Expansion {
    /// A rounded result and the error that rounding left, which add up to the exact result.
    struct Pair {
        let head: Double
        let tail: Double

        /// Two-sum (Knuth): exact for any two numbers.
        static func sum(_ first: Double, _ second: Double) -> Pair {
            let head = first + second
            let secondPart = head - first
            let firstPart = head - secondPart
            return Pair(head: head, tail: (first - firstPart) + (second - secondPart))
        }

        /// Two-difference: two-sum with the second number's sign turned.
        static func difference(_ first: Double, _ second: Double) -> Pair { sum(first, -second) }

        /// Two-product: the fused operation rounds only once, so the tail is exact.
        static func product(_ first: Double, _ second: Double) -> Pair {
            let head = first * second
            return Pair(head: head, tail: (-head).addingProduct(first, second))
        }
    }
}
