import Foundation
import Testing

/// Messages about copying: "Copied" only where the text is known to have arrived.
@Suite(.programs) struct `Copying from the dashboard` {
    private static let arguments = ["--dataset", "blobs", "--layers", "4", "--epochs", "1"]
    private static let tmux = "/usr/bin/tmux"

    private func withTmux(_ script: String, _ body: (String) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "nnboard-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appending(path: "tmux")
        try Data("#!/bin/sh\n\(script)\n".utf8).write(to: file)
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: file.path)
        try body(folder.path)
    }

    private func copy(_ environment: [String: String], term: String = "xterm-256color", until pattern: String)
        throws -> String
    {
        let session = try Session(Self.arguments, environment: environment, term: term)
        try session.until("clouds")
        // The tour, which a new home begins with.
        try session.press("esc")
        try session.key(":")
        try session.type("copy csv")
        try session.key("enter")
        try session.until(pattern)
        let lines = try session.screen
        let isCopied = lines.contains { $0.contains("Copied") }
        #expect(isCopied == pattern.contains("Copied"))
        try session.key("q")
        return try session.exit().output
    }

    @Test func `says that the text was sent, which is all that a terminal lets it know`() throws {
        let output = try copy([:], until: "Sent to the terminal for its clipboard: ")
        #expect(output.contains("\u{1B}]52;c;"))
    }

    @Test func `gives it to tmux, and says that it arrived where tmux says so`() throws {
        try withTmux(#"[ "$*" = "load-buffer -w -" ] && exec cat > "$(dirname "$0")/buffer""#) { folder in
            let output = try copy(
                ["PATH": folder + ":/usr/bin:/bin", "TMUX": "/tmp/tmux-0/default,1,0"],
                until: "Copied to tmux's buffer: ")
            #expect(!output.contains("]52;c;"))
            let text = try String(contentsOfFile: folder + "/buffer", encoding: .utf8)
            #expect(text.contains(",") && text.split(whereSeparator: \.isNewline).count > 2)
        }
    }

    /// An older tmux knows no -w; another may hang, read nothing, or be missing.
    @Test(arguments: ["echo usage >&2; exit 1", "exit 1", "kill -9 $$", "exec sleep 100"])
    func `sends it to the terminal where tmux does not take it`(script: String) throws {
        try withTmux(script) { folder in
            let output = try copy(
                ["PATH": folder + ":/usr/bin:/bin", "TMUX": "/tmp/tmux-0/default,1,0"],
                term: "tmux-256color", until: "Sent to the terminal for its clipboard: ")
            #expect(output.contains("\u{1B}]52;c;"))
            #expect(output.contains("\u{1B}Ptmux;"))
        }
    }

    @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: tmux), "tmux is not installed"))
    func `reaches the buffer of a real tmux`() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "nnboard-\(UUID().uuidString)")
        let state = folder.appending(path: ".local/state/nnboard")
        try FileManager.default.createDirectory(at: state, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try Data("tour = seen\n".utf8).write(to: state.appending(path: "state"))
        func tmux(_ arguments: String...) throws -> String {
            let process = Process()
            let pipe = Pipe()
            // Python closes what a process has open for Foundation, which waits until all have closed it: also the server
            // that the first command begins.
            process.executableURL = URL(filePath: "/usr/bin/python3")
            process.arguments =
                ["-c", "import subprocess, sys; sys.exit(subprocess.call(sys.argv[1:]))", Self.tmux]
                + ["-S", folder.path + "/socket", "-f", "/dev/null"] + arguments
            process.environment = [
                "HOME": folder.path, "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "TERM": "xterm-256color",
            ]
            process.standardOutput = pipe
            process.standardError = FileHandle.nullDevice
            if arguments.first == "new-session" { process.standardOutput = FileHandle.nullDevice }
            try process.run()
            try pipe.fileHandleForWriting.close()
            let text = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
            process.waitUntilExit()
            return text
        }
        let quoted = ([Session.executable] + Self.arguments).map { "'\($0)'" }.joined(separator: " ")
        _ = try tmux("new-session", "-d", "-s", "t", "-x", "120", "-y", "40", quoted)
        defer { _ = try? tmux("kill-server") }
        /// Waits until one of the texts is on the screen, and returns it.
        func until(_ texts: String...) throws -> String {
            while true {
                let screen = try tmux("capture-pane", "-p", "-t", "t")
                // No screen can be asked for once the program has ended.
                try #require(!screen.isEmpty, "\(texts) did not show up")
                if let found = texts.first(where: screen.contains) { return found }
            }
        }
        /// Waits until a text is no longer on the screen.
        func untilGone(_ text: String) throws {
            while true {
                let screen = try tmux("capture-pane", "-p", "-t", "t")
                try #require(!screen.isEmpty, "the program has ended")
                if !screen.contains(text) { return }
            }
        }
        _ = try until("4 clouds")
        let (copied, sent) = ("Copied to tmux's buffer: ", "Sent to the terminal for its clipboard: ")
        var told = sent
        // On a busy machine tmux may not answer in time, and then the terminal gets the text.
        for round in 0..<20 where told != copied {
            if round > 0 {
                // The notice of the round before would be found again.
                _ = try tmux("send-keys", "-t", "t", "Escape")
                try untilGone(sent)
            }
            _ = try tmux("send-keys", "-t", "t", ":")
            _ = try tmux("send-keys", "-t", "t", "-l", "copy csv")
            _ = try tmux("send-keys", "-t", "t", "Enter")
            told = try until(copied, sent)
        }
        #expect(told == copied)
        let buffer = try tmux("show-buffer")
        #expect(buffer.contains(",") && buffer.split(whereSeparator: \.isNewline).count > 2)
    }
}
