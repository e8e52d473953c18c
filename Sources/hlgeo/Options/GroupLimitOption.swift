import GeographyModel
import SiteSelection

/// How limits for groups are written: `region=1` for each region, `region:London=2` for one.
enum GroupLimitOption {
    /// Reads a limit.
    ///
    /// - Throws: ``GeodataError`` `invalidRequest`.
    static func limit(_ words: String, isMinimum: Bool) throws -> GroupLimit {
        guard let equals = words.lastIndex(of: "="),
            let number = Int(String(words[words.index(after: equals)...]).trimmingWhitespace())
        else { throw wrong(words) }
        let parts = words[..<equals].split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map {
            String($0).trimmingWhitespace()
        }
        guard let kind = parts.first, !kind.isEmpty, parts.count == 1 || !parts[1].isEmpty else { throw wrong(words) }
        let group = parts.count == 2 ? parts[1] : nil
        return isMinimum
            ? GroupLimit(kind: kind, group: group, minimum: number)
            : GroupLimit(kind: kind, group: group, maximum: number)
    }

    private static func wrong(_ words: String) -> GeodataError {
        GeodataError(
            .invalidRequest, "\"\(words)\" is no limit for groups.",
            remedy: "Write it like region=1, or region:London=2 for one of them.")
    }
}
