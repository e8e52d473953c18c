import NIOCore
import NIOHTTP1

/// Answers what is only read, which is nearly everything: on the spot where that takes memory alone, otherwise on
/// the site's own threads. What has a body goes on to the server framework.
///
/// Answers go out in the order of the requests: while one is being made, those that a client has sent ahead wait here.
final class AnsweringHandler: ChannelInboundHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias InboundOut = HTTPServerRequestPart
    typealias OutboundOut = HTTPServerResponsePart

    /// How many parts of further requests may wait before the connection is given up.
    private static let patience = 512

    private let desk: FrontDesk
    /// Requests that went on and have not been answered.
    private let pending: PendingRequests
    /// The request that is being read and will be answered here.
    private var head: HTTPRequestHead?
    private var waiting = CircularBuffer<HTTPServerRequestPart>()
    private var isAnswering = false
    private var date = DateField()
    /// The address at the other end, once it has been asked for.
    private var peer: String?

    init(_ desk: FrontDesk, pending: PendingRequests) {
        self.desk = desk
        self.pending = pending
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        let part = unwrapInboundIn(data)
        guard !isAnswering, waiting.isEmpty else {
            waiting.append(part)
            if waiting.count > Self.patience { context.close(promise: nil) }
            return
        }
        take(part, context)
    }

    private func take(_ part: HTTPServerRequestPart, _ context: ChannelHandlerContext) {
        switch part {
        case .head(let head):
            if pending.count == 0, head.method == .GET || head.method == .HEAD, !head.hasBody {
                self.head = head
                return
            }
            pending.count += 1
        case .body: if head != nil { return }
        case .end:
            if let head {
                self.head = nil
                return answer(head, context)
            }
        }
        context.fireChannelRead(wrapInboundOut(part))
    }

    private func answer(_ head: HTTPRequestHead, _ context: ChannelHandlerContext) {
        isAnswering = true
        desk.turns.turn(of: context.eventLoop).end { era in self.answer(head, in: era, context) }
    }

    private func answer(_ head: HTTPRequestHead, in era: Era?, _ context: ChannelHandlerContext) {
        if peer == nil { peer = context.remoteAddress?.ipAddress }
        let peer = peer
        if let era, let answer = desk.keptAnswer(head, peer: peer, in: era) {
            return finish(answer, isHead: head.method == .HEAD, context)
        }
        let received = desk.receive(head, peer: peer)
        if let era, let answer = desk.answerAtOnce(received, in: era) {
            return finish(answer, isHead: head.method == .HEAD, context)
        }
        let bound = context.loopBound
        let here = NIOLoopBound(self, eventLoop: context.eventLoop)
        let desk = desk
        Task(executorPreference: desk.site.threads) {
            let response = FrontDesk.sendable(await desk.answer(received))
            bound.eventLoop.execute { here.value.finish(response, isHead: head.method == .HEAD, bound.value) }
        }
    }

    /// Sends an answer, and goes on with what has come meanwhile.
    private func finish(_ answer: FrontDesk.Answer, isHead: Bool, _ context: ChannelHandlerContext) {
        isAnswering = false
        write(answer, isHead: isHead, context)
        while !isAnswering, let part = waiting.popFirst() { take(part, context) }
        context.flush()
    }

    private func write(_ answer: FrontDesk.Answer, isHead: Bool, _ context: ChannelHandlerContext) {
        var headers = answer.headers
        headers.add(name: "Date", value: date.text)
        let head = HTTPResponseHead(
            version: .http1_1, status: HTTPResponseStatus(statusCode: answer.status), headers: headers)
        context.write(wrapOutboundOut(.head(head)), promise: nil)
        if !isHead, answer.body.readableBytes > 0 {
            context.write(wrapOutboundOut(.body(.byteBuffer(answer.body))), promise: nil)
        }
        context.write(wrapOutboundOut(.end(nil)), promise: nil)
    }
}

/// Requests of one connection that are being answered elsewhere. It stays on the connection's event loop.
final class PendingRequests {
    var count = 0
}

/// Counts answers that come from the server framework, behind ``AnsweringHandler``.
final class AnswerCounter: ChannelOutboundHandler {
    typealias OutboundIn = HTTPServerResponsePart
    typealias OutboundOut = HTTPServerResponsePart

    private let pending: PendingRequests

    init(_ pending: PendingRequests) { self.pending = pending }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        if case .end = unwrapOutboundIn(data) { pending.count -= 1 }
        context.write(data, promise: promise)
    }
}

extension HTTPRequestHead {
    /// Whether a body follows.
    fileprivate var hasBody: Bool {
        headers.contains(name: "Content-Length") || headers.contains(name: "Transfer-Encoding")
    }
}
