extension Queryable {
    /// How the entry was read.
    static let initiativeRemark = Queryable("remark", .text, "How the entry was read") { _ in "initiative.remark" }
}
