import NIOCore
import NIOHTTP1

/// What holds for every connection, whatever is asked on it: how long a client may take, that a request has one host
/// (RFC 9112 §3.2), and when the connection ends.
///
/// A body comes at 1 KiB a second at least after its first seconds, and what was answered is taken off within a minute, so
/// that slow clients do not hold connections for ever.
final class ConnectionRules: ChannelDuplexHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias InboundOut = HTTPServerRequestPart
    typealias OutboundIn = HTTPServerResponsePart
    typealias OutboundOut = HTTPServerResponsePart

    /// How long a client may take over each part.
    struct Patience {
        /// Until the first request's head is complete.
        var firstHead = TimeAmount.seconds(15)
        /// Until the next request's head is complete.
        var nextHead = TimeAmount.seconds(60)
        /// For a body, to which each KiB adds a second.
        var body = TimeAmount.seconds(15)
        /// For taking off what was written.
        var answer = TimeAmount.seconds(30)
        /// For reading the refusal of a body that it is still sending.
        var farewell = TimeAmount.seconds(2)
    }

    private let patience: Patience
    private var requests = 0
    private var answers = 0
    private var isBodyComplete = true
    private var isEnding = false
    private var deadline: NIODeadline?
    private var timer: Scheduled<Void>?

    init(patience: Patience = Patience()) { self.patience = patience }

    func handlerAdded(context: ChannelHandlerContext) {
        _ = context.channel.setOption(ChannelOptions.tcpOption(.tcp_nodelay), value: 1)
        wait(patience.firstHead, context)
    }

    func handlerRemoved(context: ChannelHandlerContext) { timer?.cancel() }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard !isEnding else { return }
        var part = unwrapInboundIn(data)
        switch part {
        case .head(var head):
            head.uri = RequestHeadRules.originForm(head.uri)
            part = .head(head)
            requests += 1
            isBodyComplete = false
            if let refusal = RequestHeadRules.refusal(of: head) { return refuse(refusal, context) }
            if !head.isKeepAlive { endsAfterAnswer = true }
            wait(patience.body, context)
        case .body(let bytes): deadline = deadline.map { $0 + .milliseconds(Int64(bytes.readableBytes)) }
        case .end:
            isBodyComplete = true
            deadline = nil
        }
        context.fireChannelRead(wrapInboundOut(part))
    }

    /// Whether the connection ends with the answer that is next, by the client's wish or because it is being shut down.
    private var endsAfterAnswer = false

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        switch unwrapOutboundIn(data) {
        case .head(var head):
            // Whoever still sends what nobody reads would be read for ever.
            if !isBodyComplete { endsAfterAnswer = true }
            guard endsAfterAnswer, answers == requests - 1 else { break }
            head.headers.replaceOrAdd(name: "Connection", value: "close")
            return context.write(wrapOutboundOut(.head(head)), promise: promise)
        case .body: break
        case .end:
            answers += 1
            guard answers == requests else { break }
            guard !endsAfterAnswer else { return end(data, context, promise) }
            wait(patience.nextHead, context)
        }
        context.write(data, promise: promise)
    }

    private func end(_ data: NIOAny, _ context: ChannelHandlerContext, _ promise: EventLoopPromise<Void>?) {
        isEnding = true
        wait(patience.answer, context)
        let channel = context.channel
        let (isQuiet, farewell) = (isBodyComplete, patience.farewell)
        context.writeAndFlush(data).whenComplete { _ in
            guard !isQuiet else { return channel.close(promise: nil) }
            // Closing at once would reset the connection, and what still comes in would drive the answer out of the
            // client's hands: what is sent is read and dropped for a moment.
            channel.close(mode: .output, promise: nil)
            channel.eventLoop.scheduleTask(in: farewell) { channel.close(promise: nil) }
        }
        promise?.succeed()
    }

    func channelWritabilityChanged(context: ChannelHandlerContext) {
        if context.channel.isWritable {
            if requests > answers, isBodyComplete { deadline = nil }
        } else {
            wait(patience.answer, context)
        }
        context.fireChannelWritabilityChanged()
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if event is ChannelShouldQuiesceEvent {
            // Handlers further in do not know of all that is being answered, and would end the connection too soon.
            if requests == answers { context.close(promise: nil) } else { endsAfterAnswer = true }
            return
        }
        context.fireUserInboundEventTriggered(event)
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        guard let error = error as? HTTPParserError, requests == answers || !isBodyComplete else {
            context.close(promise: nil)
            return
        }
        requests = answers + 1
        refuse(RequestHeadRules.refusal(of: error), context)
    }

    /// Answers with a problem and ends the connection.
    private func refuse(_ problem: Problem, _ context: ChannelHandlerContext) {
        let response = problem.response
        var headers = HTTPHeaders(response.headers.map { ($0.name, $0.value) })
        headers.add(name: "Content-Length", value: "\(response.bytes.count)")
        headers.add(name: "Connection", value: "close")
        let status = HTTPResponseStatus(statusCode: response.status)
        context.write(
            wrapOutboundOut(.head(HTTPResponseHead(version: .http1_1, status: status, headers: headers))), promise: nil)
        context.write(
            wrapOutboundOut(.body(.byteBuffer(context.channel.allocator.buffer(bytes: response.bytes)))), promise: nil)
        end(NIOAny(HTTPServerResponsePart.end(nil)), context, nil)
    }

    private func wait(_ time: TimeAmount, _ context: ChannelHandlerContext) {
        deadline = .now() + time
        guard timer == nil else { return }
        watch(context, until: .now() + time)
    }

    /// Looks at the clock when the deadline may have come; it may have been put off meanwhile.
    private func watch(_ context: ChannelHandlerContext, until instant: NIODeadline) {
        timer = context.eventLoop.assumeIsolated().scheduleTask(deadline: instant) { [weak self] in
            guard let self else { return }
            self.timer = nil
            guard let deadline = self.deadline else { return self.watch(context, until: .now() + .seconds(5)) }
            if deadline <= .now() { return context.close(promise: nil) }
            self.watch(context, until: min(deadline, .now() + .seconds(5)))
        }
    }
}
