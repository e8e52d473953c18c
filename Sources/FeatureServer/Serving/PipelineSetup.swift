import NIOCore
import NIOHTTP1
import NIOHTTPTypesHTTP1

/// Puts the handlers of this service in front of the server framework's own, as soon as a connection's pipeline is made,
/// and takes itself out.
final class PipelineSetup: ChannelInboundHandler, RemovableChannelHandler {
    typealias InboundIn = Any

    private let desk: FrontDesk
    private let patience: ConnectionRules.Patience

    init(_ desk: FrontDesk, patience: ConnectionRules.Patience) {
        self.desk = desk
        self.patience = patience
    }

    func handlerAdded(context: ChannelHandlerContext) {
        let pending = PendingRequests()
        let pipeline = context.pipeline.syncOperations
        do {
            let codec = try pipeline.handler(type: HTTP1ToHTTPServerCodec.self)
            let handlers: [any ChannelHandler] = [
                ConnectionRules(patience: patience, metrics: desk.metrics, departures: desk.departures),
                AnsweringHandler(desk, pending: pending),
                AnswerCounter(pending),
            ]
            try pipeline.addHandlers(handlers, position: .before(codec))
            pipeline.removeHandler(context: context, promise: nil)
        } catch {
            // Without its rules no connection is served.
            context.close(promise: nil)
        }
    }
}
