extension Queryable {
    /// Whether the source says when the initiative ended or will end.
    static let endStated = Queryable(
        "end_stated", .boolean, "Whether the source says when the initiative ended or will end"
    ) { _ in
        "(initiative.end_latest IS NOT NULL)"
    }
}
