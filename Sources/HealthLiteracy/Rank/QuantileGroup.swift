/// Groups of about equal size made from ranks.
enum QuantileGroup {
    /// The group, 1…`groups`, of the area with this rank among `count` areas; 1 is the greatest need.
    ///
    /// group = ⌊(k + 1) − ⌈((n + 1) − rank) ÷ (n ÷ k)⌉⌋ with ties at their least rank, the rule of PHE's Fingertips.
    static func group(rank: Int, of count: Int, groups: Int) -> Int {
        let size = Double(count) / Double(groups)
        return groups + 1 - Int((Double(count + 1 - rank) / size).rounded(.up))
    }
}
