import Synchronization

/// Answers that requests of different words have in common, such as those to points of one area.
final class SharedAnswers: Sendable {
    private struct Content {
        var era: KeptAnswers.Era?
        var answers: RecentValues<String, ServerResponse>
    }

    private let content: Mutex<Content>

    /// Makes an empty memory of a number of bytes.
    init(capacity: Int) { content = Mutex(Content(answers: RecentValues(capacity: capacity))) }

    /// An answer of this very era.
    func answer(_ key: String, in era: KeptAnswers.Era) -> ServerResponse? {
        content.withLock { $0.era == era ? $0.answers.value(for: key) : nil }
    }

    /// Keeps an answer, and forgets those of other eras.
    func keep(_ answer: ServerResponse, for key: String, in era: KeptAnswers.Era) {
        content.withLock { content in
            if content.era != era {
                content.answers.removeAll()
                content.era = era
            }
            content.answers.keep(answer, for: key, cost: answer.size + key.utf8.count + 512)
        }
    }

    /// Forgets everything.
    func removeAll() { content.withLock { $0.answers.removeAll() } }
}
