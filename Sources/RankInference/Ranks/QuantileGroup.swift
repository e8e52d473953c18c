/// Groups of about equal size made from ranks.
public enum QuantileGroup {
    /// The group, 1…`groups`, of the area with this rank among `count` areas; 1 is the greatest need.
    ///
    /// group = ⌊(k + 1) − ⌈((n + 1) − rank) ÷ (n ÷ k)⌉⌋ with ties at their least rank: the rule of Fingertips, and of
    /// `phe_quantile` in the R package PHEindicatormethods. It is computed in whole numbers, as
    /// (k + 1) − ⌈((n + 1) − rank) · k ÷ n⌉; in floating point, a rank that ends a group exactly can fall into the
    /// next one. With fewer areas than groups, some groups stay empty.
    public static func group(rank: Int, of count: Int, groups: Int) -> Int {
        precondition(groups > 0, "\(groups) groups cannot be made.")
        precondition(1...max(count, 1) ~= rank, "There is no rank \(rank) among \(count) areas.")
        let product = (count + 1 - rank) * groups
        return groups + 1 - (product + count - 1) / count
    }

    /// How many of `count` areas without ties are in the group of the greatest need: ⌈count ÷ groups⌉.
    public static func worstCount(of count: Int, groups: Int) -> Int {
        precondition(groups > 0, "\(groups) groups cannot be made.")
        return (count + groups - 1) / groups
    }

    /// The group of each area by its value, in the order of `values`; 1 is the greatest need, the highest value.
    public static func groups(descending values: [Double], groups: Int) -> [Int] {
        CompetitionRank.ranks(descending: values).map { group(rank: $0, of: values.count, groups: groups) }
    }
}
