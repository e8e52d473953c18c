import NIOCore
import Synchronization

/// Requests that came in one turn of an event loop. They are answered together at the end of the turn, so that one look
/// at the state of the store, after all of them have come, serves them all.
///
/// It stays on its event loop.
final class RequestTurn {
    private let site: Site
    private let eventLoop: any EventLoop
    private var waiting: [(Era?) -> Void] = []

    init(_ site: Site, on eventLoop: any EventLoop) {
        self.site = site
        self.eventLoop = eventLoop
    }

    /// Answers a request when the turn ends.
    ///
    /// - Parameter answer: Is told the time that the answer belongs to; `nil` where the store cannot be read.
    func end(with answer: @escaping (Era?) -> Void) {
        waiting.append(answer)
        guard waiting.count == 1 else { return }
        let here = NIOLoopBound(self, eventLoop: eventLoop)
        eventLoop.execute { here.value.end() }
    }

    private func end() {
        var ended: [(Era?) -> Void] = []
        swap(&ended, &waiting)
        let era = site.era()
        for answer in ended { answer(era) }
    }
}

/// The turns of all event loops that serve a site.
final class RequestTurns: Sendable {
    private let site: Site
    private let turns = Mutex<[ObjectIdentifier: NIOLoopBound<RequestTurn>]>([:])

    init(_ site: Site) { self.site = site }

    /// The turn of an event loop, asked for on it.
    func turn(of eventLoop: any EventLoop) -> RequestTurn {
        turns.withLock { turns in
            if let known = turns[ObjectIdentifier(eventLoop)] { return known }
            let turn = NIOLoopBound(RequestTurn(site, on: eventLoop), eventLoop: eventLoop)
            turns[ObjectIdentifier(eventLoop)] = turn
            return turn
        }.value
    }
}
