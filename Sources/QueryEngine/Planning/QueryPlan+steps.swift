import GeographyModel

extension QueryPlan {
    /// What a plan does, in sentences, one a step.
    static func steps(
        _ query: FeatureQuery, columns: [Queryable], indexed: [FilterOperator], order: SortOrder
    ) -> [String] {
        let figures = query.figures.map { ", with \($0.indicator) of the edition \($0.edition)" } ?? ""
        var steps = ["Look at the \(query.collection.name)\(figures), as of \(query.day)."]
        if !query.within.isEmpty {
            steps.append("Take those in \(query.within.map(\.rawValue).joined(separator: ", ")), by best fit.")
        }
        if let filter = query.filter { steps.append("Take those where \(filter.text).") }
        if let box = query.box {
            steps.append(
                "Take those that touch the box \(box.west),\(box.south),\(box.east),\(box.north) in \(query.boxSystem.shortName)."
            )
        }
        if !indexed.isEmpty {
            let names = indexed.map { $0.rawValue.uppercased() }.joined(separator: ", ")
            steps.append("Find candidates for \(names) in the spatial index, then look at their boundaries.")
        }
        let keys = query.sort.map { "\($0.name)\($0.isDescending ? " descending" : "")" }
        steps.append(
            "Put them in order of \((keys + ["their identifiers"]).joined(separator: ", ")), unknown values last.")
        if let limit = query.limit {
            steps.append("Take \(limit)\(query.after == nil ? "" : " after the feature that the token remembers").")
        }
        let geometry =
            query.geometry == .none ? "no geometry" : "\(query.geometry.rawValue) geometry in \(query.system.shortName)"
        steps.append("Read of each \(columns.map(\.name).joined(separator: ", ")), and \(geometry).")
        return steps
    }
}
