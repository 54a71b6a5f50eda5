import Foundation
import Testing

/// The program as lines of text.
@Suite(.programs) struct `Plain mode` {
    /// Few samples of few words, so that a run takes no time.
    private static let small = [
        "--plain", "--dataset", "sample(num_words=200, test_split=0.9)", "--validation", "100", "--layers",
        "8",
        "--batch-size", "128", "--epochs", "3",
    ]

    @Test func `tells what there is and ends where its input is empty`() throws {
        let told = try CommandLine(Self.small)
        #expect(told.status == 0, "\(told.errors)")
        #expect(told.output.hasPrefix("nnboard "))
        #expect(told.output.contains("\nData: built-in sample, "))
        #expect(told.output.contains("\nModel: 2 layers, 200 inputs, "))
        #expect(!told.output.contains("\u{1B}"))
    }

    @Test func `does what a script says, and finishes a run before it ends`() throws {
        let script = "train\nwait\nselect test 4\nshow inspector\ntrian\nchange epochs(2)\ntrain\n"
        let told = try CommandLine(Self.small, input: script)
        // All lines are done, and the end tells of the one that could not be.
        #expect(told.status == 1)
        #expect(
            told.complaints == [
                "nnboard: line 5, “trian”: There is no command “trian”. Did you mean “train”?"
            ])
        for line in [
            "epoch 3/3: loss ", "Test: loss ", "test 4: ",
            "Inspector: test 4, after 3 epochs, by probability.",
            "error: line 5, “trian”: There is no command “trian”.", "epochs: 2", "epoch 2/2: loss ",
            "run 2: finished after 2 epochs",
        ] {
            #expect(told.output.contains("\n" + line), "\(line)")
        }
        #expect(told.output.utf8.allSatisfy { $0 >= 0x20 || $0 == 0x0A })
    }

    @Test(arguments: ["dumb", ""])
    func `is what a terminal gets that can't move its cursor`(term: String) throws {
        let session = try Session(Array(Self.small.dropFirst()), term: term)
        try session.until("^> $|^>$")
        try session.type("train\n")
        try session.until("^Test: loss")
        try session.type("show log\n")
        try session.until("run 1: finished after 3 epochs")
        try session.type("quit\n")
        let exit = try session.exit()
        #expect(exit.status == 0)
        #expect(exit.faults == [])
        #expect(!exit.output.contains("\u{1B}"))
    }

    @Test(arguments: [("INT", 130), ("TERM", 143), ("HUP", 129)])
    func `ends on a signal`(name: String, status: Int) throws {
        let session = try Session(Self.small, term: "dumb")
        try session.until("^> $|^>$")
        try session.signal(name)
        let exit = try session.exit()
        #expect(exit.status == status)
    }

    @Test func `keeps the later of two sessions that are saved under one name`() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "nnboard-\(UUID().uuidString)")
            .path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let saves = (1...6).map { "set epochs = \($0)\nsession save \(folder)/z\n" }.joined()
        let told = try CommandLine(["--plain", "--dataset", "blobs"], input: saves + "quit\n")
        #expect(told.status == 0)
        #expect(!told.output.contains("error:"), "\(told.output)")
        let kept = try String(contentsOfFile: folder + "/z", encoding: .utf8)
        #expect(kept.contains("epochs = 6"), "\(kept)")
    }

    @Test(arguments: [
        "keras \"unclosed", "keras -", "keras --force x.py", "save ~", "keras -f x.py", "session save \"s",
    ])
    func `writes no file whose name means something else`(line: String) throws {
        var found: [String] = []
        let told = try CommandLine(Self.small, input: line + "\n") { process, home in
            process.waitUntilExit()
            found = try FileManager.default.contentsOfDirectory(atPath: home.path)
        }
        #expect(told.output.contains("\nerror: line 1, “\(line)”: "), "\(told.output)")
        #expect(found.allSatisfy { $0.hasPrefix(".") }, "\(found)")
    }

    @Test func `says what is missing, and fails where there are no samples`() throws {
        let told = try CommandLine(["--plain", "--dataset", "reuters"])
        #expect(told.status == 1)
        #expect(told.output.contains("error: "))
        #expect(told.complaints.count == 1, "\(told.errors)")
    }

    @Test func `draws the same picture in a session that is run`() throws {
        try Shell.inFolder { folder in
            let told = try Shell(
                """
                cd "$FOLDER"
                printf 'load blobs\nexport svg run.svg\n' >session
                "$NNBOARD" run session >told
                printf 'export svg plain.svg\n' | "$NNBOARD" --plain --dataset blobs >told
                grep -c '<svg' run.svg
                cmp run.svg plain.svg
                """, in: folder)
            #expect(told.output == "1\n")
            #expect(told.status == 0)
        }
    }

    @Test func `counts no mistake of a person at a terminal`() throws {
        let session = try Session(Self.small, term: "dumb")
        try session.until("^> $|^>$")
        try session.type("trian\n")
        try session.until("There is no command")
        try session.type("quit\n")
        let exit = try session.exit()
        #expect(exit.status == 0)
    }
}
