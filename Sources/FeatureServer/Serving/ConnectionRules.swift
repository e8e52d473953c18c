import NIOCore
import NIOHTTP1

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// What holds for every connection, whatever is asked on it: how long a client may take, that a request has one host
/// (RFC 9112 §3.2), and when the connection ends.
///
/// A body comes at 1 KiB a second at least after its first seconds, and of what was answered something is taken off each
/// minute, so that slow clients do not hold connections for ever. Who does not take off answers is not read either.
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
        /// For taking off the next piece of what was written.
        var answer = TimeAmount.seconds(30)
        /// For reading the refusal of a body that the client is still sending.
        var farewell = TimeAmount.seconds(2)
    }

    /// The size of the pieces by which is seen whether a client takes off a long answer, in bytes.
    private static let piece = 1 << 16
    /// How often the clock is looked at, at least.
    private static let interval = TimeAmount.seconds(5)

    /// How much of a refused body is read and dropped, in bytes.
    private static let droppedLimit = 48 << 20

    private let patience: Patience
    private var dropped = 0
    private let metrics: ServiceMetrics?
    private let departures: Departures?
    private var requests = 0
    private var answers = 0
    private var isBodyComplete = true
    private var isEnding = false
    private var isReadHeld = false
    /// By when the client must have sent something.
    private var deadline: NIODeadline?
    /// The pieces of answers that have not been taken off, and when one was for the last time.
    private var unsent = 0
    private var takenOff = NIODeadline.now()
    private var timer: Scheduled<Void>?

    init(patience: Patience = Patience(), metrics: ServiceMetrics? = nil, departures: Departures? = nil) {
        self.patience = patience
        self.metrics = metrics
        self.departures = departures
    }

    func handlerAdded(context: ChannelHandlerContext) {
        _ = context.channel.setOption(ChannelOptions.tcpOption(.tcp_nodelay), value: 1)
        metrics?.connectionBegan()
        wait(patience.firstHead, context)
        watch(context)
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        metrics?.connectionEnded()
        departures?.forget(context.channel)
        timer?.cancel()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard !isEnding else { return drop(unwrapInboundIn(data), context) }
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
        case .body(.byteBuffer(let bytes)): return write(bytes, context, promise)
        case .body: break
        case .end:
            answers += 1
            guard answers == requests else { break }
            guard !endsAfterAnswer else { return end(data, context, promise) }
            if unsent == 0 { wait(patience.nextHead, context) }
        }
        context.write(data, promise: promise)
    }

    /// Drops what comes after the last answer, up to a limit; then the client is left to itself.
    private func drop(_ part: HTTPServerRequestPart, _ context: ChannelHandlerContext) {
        guard case .body(let bytes) = part else { return }
        dropped += bytes.readableBytes
        if dropped > Self.droppedLimit { _ = context.channel.setOption(ChannelOptions.autoRead, value: false) }
    }

    /// Writes a body in pieces, and notes when each has been taken off.
    private func write(_ bytes: ByteBuffer, _ context: ChannelHandlerContext, _ promise: EventLoopPromise<Void>?) {
        var bytes = bytes
        repeat {
            guard let piece = bytes.readSlice(length: min(Self.piece, bytes.readableBytes)) else { break }
            let sent = context.eventLoop.makePromise(of: Void.self)
            if bytes.readableBytes == 0, let promise { sent.futureResult.cascade(to: promise) }
            if unsent == 0 { takenOff = context.eventLoop.now }
            unsent += 1
            sent.futureResult.assumeIsolated().whenComplete { _ in self.pieceWasTaken(context) }
            context.write(wrapOutboundOut(.body(.byteBuffer(piece))), promise: sent)
        } while bytes.readableBytes > 0
    }

    private func pieceWasTaken(_ context: ChannelHandlerContext) {
        unsent -= 1
        takenOff = context.eventLoop.now
        guard unsent == 0, requests == answers, !isEnding else { return }
        if endsAfterAnswer { context.close(promise: nil) } else { wait(patience.nextHead, context) }
    }

    private func end(_ data: NIOAny, _ context: ChannelHandlerContext, _ promise: EventLoopPromise<Void>?) {
        isEnding = true
        if unsent == 0 { wait(patience.answer, context) } else { deadline = nil }
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

    func read(context: ChannelHandlerContext) {
        if context.channel.isWritable { context.read() } else { isReadHeld = true }
    }

    func channelWritabilityChanged(context: ChannelHandlerContext) {
        if context.channel.isWritable, isReadHeld {
            isReadHeld = false
            context.read()
        }
        context.fireChannelWritabilityChanged()
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if event is ChannelShouldQuiesceEvent {
            // Handlers further in do not know of all that is being answered, and would end the connection too soon.
            endsAfterAnswer = true
            if requests == answers, unsent == 0 { context.close(promise: nil) }
            return
        }
        if case .inputClosed = event as? ChannelEvent { departures?.note(context.channel) }
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
        deadline = context.eventLoop.now + time
    }

    /// Looks at the clock when a deadline may have come; it may have been put off meanwhile.
    private func watch(_ context: ChannelHandlerContext) {
        let now = context.eventLoop.now
        // As long as answers are on their way, the client need not ask for more.
        let sending = isBodyComplete && unsent > 0 ? nil : deadline
        let taking = unsent > 0 ? takenOff + patience.answer : nil
        let next = [sending, taking].compactMap(\.self).min() ?? .distantFuture
        if next <= now { return abandon(context) }
        timer = context.eventLoop.assumeIsolated().scheduleTask(deadline: min(next, now + Self.interval)) {
            [weak self] in self?.watch(context)
        }
    }

    /// Ends the connection; what was not taken off is dropped, rather than left to the system to hold.
    private func abandon(_ context: ChannelHandlerContext) {
        if unsent > 0, let socket = context.channel as? any SocketOptionProvider {
            _ = socket.setSoLinger(linger(l_onoff: 1, l_linger: 0))
        }
        context.close(promise: nil)
    }
}
