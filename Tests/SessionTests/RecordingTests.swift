import Foundation
import Testing

/// Sessions that are recorded and replayed, on the real program in a real terminal.
@Suite(.programs) struct `A recorded session` {
    private func folder() throws -> URL {
        let folder = FileManager.default.temporaryDirectory.appending(path: "nnboard-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        return folder
    }

    @Test func `ends on the same screen when it is replayed`() throws {
        let folder = try folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appending(path: "a.session")
        let session = try Session([
            "--dataset", "sample", "--epochs", "3", "--record", file.path,
        ])
        try session.until(#"\b1000\b"#)
        try session.key("esc", "l", "l", "j", "j")
        try session.key(">", ">", "space")
        try session.until("trained 3 epochs")
        try session.until("test: loss|accuracy .* guess")
        try session.key("/")
        try session.type("oil")
        try session.key("enter")
        try session.resize(110, 36)
        let screen = try session.screen
        try session.key("q")
        #expect(try session.exit().status == 0)

        let text = try String(contentsOf: file, encoding: .utf8)
        #expect(text.contains("set size = 120x40\n"))
        #expect(text.contains(" run 1 epoch 3 in "))
        #expect(text.hasSuffix(" key q\n"))
        let stays = text.replacing(/\d+ key q\n$/, with: "stay\n")
        try Data(stays.utf8).write(to: file)
        let replay = try Session(
            ["--replay", file.path, "--replay-speed", "0"], columns: 120, rows: 40)
        // The last thing that it waits for; the rest follows at once.
        try replay.until("test: loss|accuracy .* guess")
        try replay.rest()
        #expect(try replay.screen.prefix(36).map { $0 } == screen.prefix(36).map { $0 })
        try replay.key("q")
        let exit = try replay.exit()
        #expect(exit.status == 0)
        #expect(exit.faults == [])
    }

    @Test func `gives the same pictures each time, without a terminal`() throws {
        let folder = try folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appending(path: "a.session")
        let lines = [
            "set size = 120x40", "set tour = seen", "set own model = yes",
            "set experiment = dataset = sample(num_words=200, test_split=0.9)",
            "set experiment = layers = dense(8, activation=relu), dense(46, activation=softmax)",
            "set experiment = validation = 100", "data loaded", "key space", "run 1 epoch 2 in 0.1 s",
            "run 1 weights 2+1", "picture one", "picture two theme light 80x24",
        ]
        try Data(lines.joined(separator: "\n").utf8).write(to: file)
        var pictures: [[String]] = []
        for _ in 0..<2 {
            let told = try CommandLine(["--replay", file.path, "--pictures", folder.path])
            #expect(told.status == 0, "\(told.errors)")
            pictures.append(
                try ["one", "two"].map {
                    try String(contentsOf: folder.appending(path: "\($0).svg"), encoding: .utf8)
                })
        }
        #expect(pictures[0] == pictures[1])
        #expect(pictures[0].allSatisfy { $0.hasPrefix("<svg ") })
        #expect(pictures[0][0] != pictures[0][1])
    }

    @Test(arguments: [
        (["--replay", "nosuch.session"], 1, "nosuch.session can't be read: No such file or directory."),
        (["--replay", "."], 1, ". can't be read: it is a folder."),
        (["--record", "/nonexistent/a.session", "--replay", "b"], 64, "Either --record or --replay"),
        (["--replay", "a", "--replay-speed=-1"], 64, "--replay-speed is -1.0"),
        (["--pictures", "a"], 64, "--pictures needs a session"),
    ])
    func `is refused in one line where it can't be had`(arguments: [String], status: Int32, line: String)
        throws
    {
        let told = try CommandLine(arguments)
        #expect(told.status == status)
        #expect(told.complaints.count == 1, "\(told.errors)")
        #expect(told.errors.contains(line), "\(told.errors)")
    }
}
