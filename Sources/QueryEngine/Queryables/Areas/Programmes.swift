extension Queryable {
    /// The programmes of the initiatives that cover the whole area, each once.
    static let programmes = Queryable(
        name: "programmes", kind: .array,
        title: "The programmes of the initiatives that cover the whole area, each once",
        source: .members { _ in
            """
            SELECT DISTINCT initiative.programme AS member \(InitiativesOfArea.covering) \
            AND initiative.programme IS NOT NULL ORDER BY member
            """
        })
}
