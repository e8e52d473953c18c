/// Ranks by the standard competition rule ("1224").
public enum CompetitionRank {
    /// The rank of each value, 1 for the greatest; equal values share the least rank that they take together.
    public static func ranks(descending values: [Double]) -> [Int] {
        let order = values.indices.sorted { values[$0] > values[$1] }
        var ranks = [Int](repeating: 0, count: values.count)
        var current = 0
        for (place, index) in order.enumerated() {
            if place == 0 || values[index] != values[order[place - 1]] { current = place + 1 }
            ranks[index] = current
        }
        return ranks
    }
}
