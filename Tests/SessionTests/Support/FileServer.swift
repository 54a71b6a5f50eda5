import Foundation

/// Python's own web server on a port that was free, with files of which the tests know the content.
final class FileServer {
    private let process = Process()
    private let folder: URL
    /// The address of its folder.
    let address: String

    /// Serves files.
    ///
    /// - Parameter contents: The files' bytes by their names.
    /// - Throws: An error if it can't be started.
    init(_ contents: [String: Data]) throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "nnboard-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for (name, data) in contents { try data.write(to: folder.appending(path: name)) }
        let news = Pipe()
        process.executableURL = URL(filePath: "/usr/bin/python3")
        process.arguments = ["-u", "-c", Self.script, folder.path]
        process.standardOutput = news
        process.standardError = FileHandle.nullDevice
        process.standardInput = FileHandle.nullDevice
        try process.run()
        let port = String(decoding: news.fileHandleForReading.availableData, as: UTF8.self)
        address = "http://127.0.0.1:" + port.trimmingCharacters(in: .whitespacesAndNewlines)
    }

    deinit {
        // Not SIGTERM: threads of tests have it blocked, and what they start inherits that.
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
        try? FileManager.default.removeItem(at: folder)
    }

    /// Below `/halting/` no file comes to its end.
    private static let script = """
        import functools, http.server, sys
        class Handler(http.server.SimpleHTTPRequestHandler):
            def do_GET(self):
                if not self.path.startswith("/halting/"):
                    return super().do_GET()
                self.send_response(200)
                self.send_header("Content-Length", "100000")
                self.end_headers()
                self.wfile.write(bytes(50000))
                self.wfile.flush()
                self.connection.recv(1)  # until the other side hangs up
        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Handler, directory=sys.argv[1]))
        print(server.server_port)
        server.serve_forever()
        """
}
