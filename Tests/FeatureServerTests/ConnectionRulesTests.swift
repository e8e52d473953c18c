import NIOCore
import NIOEmbedded
import NIOHTTP1
import Testing

@testable import FeatureServer

/// How long clients may take, on a loop whose clock is moved by hand.
struct ConnectionRulesTests {
    private static func channel() throws -> EmbeddedChannel {
        let channel = EmbeddedChannel(handler: ConnectionRules())
        try channel.connect(to: SocketAddress(ipAddress: "127.0.0.1", port: 1)).wait()
        return channel
    }

    private static func ask(_ channel: EmbeddedChannel) throws {
        let head = HTTPRequestHead(version: .http1_1, method: .GET, uri: "/", headers: ["Host": "test"])
        try channel.writeInbound(HTTPServerRequestPart.head(head))
        try channel.writeInbound(HTTPServerRequestPart.end(nil))
    }

    /// Writes an answer, which nobody takes off until the channel is flushed.
    private static func answer(_ channel: EmbeddedChannel, bytes: Int) {
        let head = HTTPResponseHead(version: .http1_1, status: .ok)
        channel.write(HTTPServerResponsePart.head(head), promise: nil)
        let body = ByteBuffer(repeating: 0x20, count: bytes)
        channel.write(HTTPServerResponsePart.body(.byteBuffer(body)), promise: nil)
        channel.write(HTTPServerResponsePart.end(nil), promise: nil)
    }

    @Test func `a client that does not take off its answer is let go of`() throws {
        let channel = try Self.channel()
        try Self.ask(channel)
        channel.embeddedEventLoop.advanceTime(by: .seconds(300))
        #expect(channel.isActive)
        Self.answer(channel, bytes: 10 << 20)
        channel.embeddedEventLoop.advanceTime(by: .seconds(29))
        #expect(channel.isActive)
        channel.embeddedEventLoop.advanceTime(by: .seconds(2))
        #expect(!channel.isActive)
    }

    @Test func `a client that has its answer may wait a minute before it asks again`() throws {
        let channel = try Self.channel()
        try Self.ask(channel)
        Self.answer(channel, bytes: 10 << 20)
        channel.embeddedEventLoop.advanceTime(by: .seconds(25))
        channel.flush()
        channel.embeddedEventLoop.advanceTime(by: .seconds(50))
        #expect(channel.isActive)
        channel.embeddedEventLoop.advanceTime(by: .seconds(15))
        #expect(!channel.isActive)
    }

    @Test func `a client that sends nothing is let go of`() throws {
        let channel = try Self.channel()
        channel.embeddedEventLoop.advanceTime(by: .seconds(16))
        #expect(!channel.isActive)
    }

    @Test func `a long answer arrives whole, piece by piece`() throws {
        let channel = try Self.channel()
        try Self.ask(channel)
        Self.answer(channel, bytes: 1_000_000)
        channel.flush()
        var sizes: [Int] = []
        while let part = try channel.readOutbound(as: HTTPServerResponsePart.self) {
            if case .body(.byteBuffer(let bytes)) = part { sizes.append(bytes.readableBytes) }
        }
        #expect(sizes.reduce(0, +) == 1_000_000 && sizes.count == 16)
        _ = try channel.finish()
    }

    @Test func `a service that ends lets an answer arrive first`() throws {
        let channel = try Self.channel()
        try Self.ask(channel)
        Self.answer(channel, bytes: 10 << 20)
        channel.pipeline.fireUserInboundEventTriggered(ChannelShouldQuiesceEvent())
        channel.embeddedEventLoop.run()
        #expect(channel.isActive)
        channel.flush()
        channel.embeddedEventLoop.run()
        #expect(!channel.isActive)
    }
}
