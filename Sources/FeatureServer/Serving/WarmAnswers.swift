import NIOCore
import NIOHTTP1

/// Answers a request on the spot where its answer is kept in memory, without a task of its own; everything else goes on.
final class WarmAnswers: ChannelInboundHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias InboundOut = HTTPServerRequestPart
    typealias OutboundOut = HTTPServerResponsePart

    private let desk: FrontDesk
    /// Requests that went on and have not been answered. Only when there is none may another be answered here, since
    /// answers come in the order of the requests.
    private let pending: PendingRequests
    /// What is answered here as soon as the request is complete.
    private var ready: (answer: FrontDesk.Answer, isHead: Bool)?
    private var date = DateField()
    private var hasWritten = false

    init(_ desk: FrontDesk, pending: PendingRequests) {
        self.desk = desk
        self.pending = pending
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head(let head):
            if pending.count == 0, !head.hasBody,
                let answer = desk.keptAnswer(head, peer: context.remoteAddress?.ipAddress)
            {
                ready = (answer, head.method == .HEAD)
                return
            }
            pending.count += 1
        case .body: if ready != nil { return }
        case .end:
            if let (answer, isHead) = ready {
                ready = nil
                return write(answer, isHead: isHead, context)
            }
        }
        context.fireChannelRead(data)
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
        hasWritten = true
    }

    func channelReadComplete(context: ChannelHandlerContext) {
        if hasWritten {
            hasWritten = false
            context.flush()
        }
        context.fireChannelReadComplete()
    }
}

/// Requests of one connection that are being answered elsewhere. It stays on the connection's event loop.
final class PendingRequests {
    var count = 0
}

/// Counts answers that come from elsewhere, behind ``WarmAnswers``.
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
