import Foundation
import Synchronization

/// An HTTP server on this machine, on a port that was free, for as long as it is referred to.
final class LocalServer: Sendable {
    /// The answer to one request.
    struct Answer: Sendable {
        var status = 200
        var headers: [String] = []
        var body: [UInt8] = []
        /// The length of the body that the header gives; `nil` to give none.
        var length: Int?
        /// Tells whether it then neither sends nor closes, until the other side does.
        var stalls = false

        init(
            status: Int = 200, headers: [String] = [], body: [UInt8] = [], length: Int?? = .none,
            stalls: Bool = false
        ) {
            self.status = status
            self.headers = headers
            self.body = body
            self.length = length ?? body.count
            self.stalls = stalls
        }
    }

    struct Failure: Error {}

    let address: String
    private let socket: Int32
    private let log = Log()

    /// The paths that were asked for, in order.
    var requests: [String] { log.paths.withLock(\.self) }

    /// The notes of the server's threads, which may outlive it.
    private final class Log: Sendable {
        let paths = Mutex<[String]>([])
    }

    /// Starts to listen; the closure is given the path that is asked for.
    init(_ answer: @escaping @Sendable (String) -> Answer) throws {
        let (socket, port) = try Self.bound()
        self.socket = socket
        address = "http://127.0.0.1:\(port)"
        guard listen(socket, 16) == 0 else { throw Failure() }
        Thread.detachNewThread { [log] in
            while true {
                let connection = accept(socket, nil, nil)
                guard connection >= 0 else { return }
                Thread.detachNewThread {
                    Self.serve(connection) { path in
                        log.paths.withLock { $0.append(path) }
                        return answer(path)
                    }
                }
            }
        }
    }

    deinit {
        shutdown(socket, Int32(SHUT_RDWR))
        close(socket)
    }

    /// A socket on a free port of this machine, where nobody listens yet.
    static func bound() throws -> (socket: Int32, port: UInt16) {
        let socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var name = sockaddr_in()
        name.sin_family = sa_family_t(AF_INET)
        name.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let status = withUnsafeMutableBytes(of: &name) { bytes in
            bytes.withMemoryRebound(to: sockaddr.self) { name in
                bind(socket, name.baseAddress, length) | getsockname(socket, name.baseAddress, &length)
            }
        }
        guard socket >= 0, status == 0 else { throw Failure() }
        return (socket, UInt16(bigEndian: name.sin_port))
    }

    private static func serve(_ connection: Int32, _ answer: (String) -> Answer) {
        defer { close(connection) }
        var request: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 4096)
        while !String(decoding: request, as: UTF8.self).contains("\r\n\r\n") {
            let count = recv(connection, &buffer, buffer.count, 0)
            guard count > 0 else { return }
            request += buffer[..<count]
        }
        let words = String(decoding: request, as: UTF8.self).split(separator: " ")
        let answer = answer(words.count > 1 ? String(words[1]) : "")
        var head = "HTTP/1.1 \(answer.status) Answer\r\nConnection: close\r\n"
        if let length = answer.length { head += "Content-Length: \(length)\r\n" }
        for header in answer.headers { head += header + "\r\n" }
        let bytes = Array((head + "\r\n").utf8) + answer.body
        var sent = 0
        while sent < bytes.count {
            // The other side may have hung up, which is no reason for a signal.
            let count = bytes.withUnsafeBytes {
                send(
                    connection, $0.baseAddress.map { $0 + sent }, bytes.count - sent,
                    Int32(MSG_NOSIGNAL))
            }
            guard count > 0 else { return }
            sent += count
        }
        if answer.stalls { _ = recv(connection, &buffer, buffer.count, 0) }
    }
}
