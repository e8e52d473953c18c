extension Queryable {
    /// The geometry of the feature: the boundary of an area, the point of an initiative.
    static let geometry = Queryable(
        name: "geometry", kind: .geometry,
        title: "The boundary of an area, or the point of an initiative, in the reference system of the filter",
        source: .geometry)
}
