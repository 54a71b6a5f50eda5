import Foundation
import Testing

/// Models and sessions as files, through the program itself.
@Suite(.programs) struct `Models and sessions as files` {
    /// Few samples of few words, so that a run takes no time.
    private static let small = [
        "--dataset", "sample(num_words=200, test_split=0.9)", "--validation", "100", "--layers", "8",
        "--batch-size", "128", "--epochs", "3",
    ]

    private func inFolder(_ body: (String) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "nnboard-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try body(folder.path)
    }

    private func object(_ text: String) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }

    @Test func `a trained network is saved, asked and explained`() throws {
        try inFolder { folder in
            let model = folder + "/model"
            let trained = try CommandLine(["train"] + Self.small + ["--save", model])
            #expect(trained.status == 0, "\(trained.errors)")
            #expect(trained.errors.contains("Saved as \(model).safetensors and \(model).json."))

            let told = try CommandLine(["predict", "--model", model, "--row", "4"])
            #expect(told.status == 0, "\(told.errors)")
            #expect(told.output.hasPrefix("test 4: "))
            let json = try CommandLine(["predict", "--model", model, "--row", "4", "--format", "json"])
            let classes = try #require(try object(json.output)["classes"] as? [[String: Any]])
            #expect(classes.count == 46)
            #expect(abs(classes.reduce(0) { $0 + ($1["probability"] as? Double ?? 0) } - 1) < 1e-5)

            let typed = try CommandLine([
                "predict", "--model", model, "--text", "Wheat and xyzzy", "--top", "2",
            ])
            #expect(typed.output.contains("“xyzzy”"))
            #expect(typed.output.contains("44 others: "))

            let why = try CommandLine([
                "explain", "--model", model, "--row", "4", "--class", "earn", "--against", "acq", "--top",
                "3",
            ])
            #expect(why.status == 0, "\(why.errors)")
            #expect(why.output.hasPrefix("test 4: why earn ("))
            #expect(why.output.contains(" and not acq ("))
            let code = try CommandLine(["keras", "--model", model])
            #expect(code.output.contains("load_weights(model, \"\(model).safetensors\")\n"))
        }
    }

    @Test(arguments: [
        ["predict", "--row", "1"], ["predict", "--model", "m"],
        ["predict", "--model", "m", "--row", "1", "--text", "a"],
        ["explain", "--model", "m", "--row", "x"], ["keras", "--experiment", "nosuch"], ["run"],
        ["data", "export", "nosuch"], ["predict", "--model", "m", "--row", "1", "--top", "0"],
        ["explain", "--model", "m", "--row", "1", "--top", "-1"],
    ])
    func `mistakes are answered with status 64 and one line`(arguments: [String]) throws {
        let told = try CommandLine(arguments)
        #expect(told.status == 64)
        #expect(told.complaints.count == 1, "\(told.errors)")
        #expect(told.output == "")
    }

    @Test(arguments: [["predict", "--model", "none", "--row", "1"], ["run", "none"]])
    func `missing files are answered with status 1 and one line`(arguments: [String]) throws {
        let told = try CommandLine(arguments)
        #expect(told.status == 1)
        #expect(told.complaints.count == 1, "\(told.errors)")
    }

    // MARK: Sessions

    private static let session = """
        # A session by hand.
        load sample(num_words=200, test_split=0.9)
        set metrics = accuracy
        layer 1 units 8
        set validation = 100
        train epochs=2 batch=128
        plan at(epochs=1, batches=2, learning_rate(0.01))
        train epochs=3
        until 1 2
        select test 4
        train
        """

    @Test func `a session is run headless, and its own text again, to the same weights`() throws {
        try inFolder { folder in
            let text = Self.session + "\nsave \(folder)/first\nsession save \(folder)/again\n"
            try text.write(toFile: folder + "/session", atomically: true, encoding: .utf8)
            let told = try CommandLine(["run", folder + "/session"])
            #expect(told.status == 0, "\(told.errors)\(told.output)")
            for line in [
                "> layer 1 units 8", "epoch 2/2: loss ", "test 4: ", "epoch 3/3: loss ", "Test: loss ",
            ] {
                #expect(told.output.contains("\n" + line), "\(line)")
            }
            var again = try String(contentsOfFile: folder + "/again", encoding: .utf8)
            #expect(again.hasPrefix("# nnboard session, form 1: sample("))
            again = again.replacingOccurrences(of: "save \(folder)/first", with: "save \(folder)/second")
            try again.write(toFile: folder + "/again", atomically: true, encoding: .utf8)
            let second = try CommandLine(["run", folder + "/again"])
            #expect(second.status == 0, "\(second.errors)\(second.output)")
            let weights = try ["first", "second"].map {
                try Data(contentsOf: URL(filePath: "\(folder)/\($0).safetensors"))
            }
            #expect(weights[0] == weights[1])
        }
    }

    @Test func `a session in the dashboard comes to the weights of the one without a screen`() throws {
        try inFolder { folder in
            let text = Self.session + "\nsave \(folder)/plain\n"
            try text.write(toFile: folder + "/session", atomically: true, encoding: .utf8)
            #expect(try CommandLine(["run", folder + "/session"]).status == 0)
            let seen = text.replacingOccurrences(of: "\(folder)/plain", with: "\(folder)/seen")
            try seen.write(toFile: folder + "/seen.session", atomically: true, encoding: .utf8)
            let session = try Session(["--dataset", "sample(num_words=200, test_split=0.9)"])
            try session.until("train")
            try session.type(":session replay \(folder)/seen.session\r")
            try session.until("Saved as")
            try session.type("q")
            _ = try session.exit()
            let weights = try ["plain", "seen"].map {
                try Data(contentsOf: URL(filePath: "\(folder)/\($0).safetensors"))
            }
            #expect(weights[0] == weights[1])
        }
    }

    @Test func `a session ends at a line that can't be done, and says which`() throws {
        try inFolder { folder in
            try "load sample(num_words=200, test_split=0.9)\n\nlayer 9 units 4\ntrain\n".write(
                toFile: folder + "/session", atomically: true, encoding: .utf8)
            let told = try CommandLine(["run", folder + "/session"])
            #expect(told.status == 1)
            #expect(told.output.contains("error: line 3, “layer 9 units 4”: There is no layer 9"))
            #expect(!told.output.contains("> train"))
        }
    }

    @Test(arguments: ["load nosuch", "load reuters", "load blobs(classes=-1)"])
    func `a session whose data set can't be loaded names the line`(line: String) throws {
        try inFolder { folder in
            try "# The data.\n\(line)\ntrain\n".write(
                toFile: folder + "/session", atomically: true, encoding: .utf8)
            let told = try CommandLine(["run", "--data", folder, folder + "/session"])
            #expect(told.status == 1)
            #expect(told.output.contains("error: line 2, “\(line)”: "), "\(told.output)")
            #expect(!told.output.contains("> train"))
        }
    }

    @Test(arguments: ["reopen", "discard", "again", "undo"])
    func `a session ends at a line that has nothing to be done to`(line: String) throws {
        try inFolder { folder in
            try "load sample(num_words=200, test_split=0.9)\n\(line)\n".write(
                toFile: folder + "/session", atomically: true, encoding: .utf8)
            let told = try CommandLine(["run", folder + "/session"])
            #expect(told.status == 1)
            #expect(told.output.contains("\nerror: line 2, “\(line)”: "), "\(told.output)")
        }
    }

    @Test func `a network that a session can't save under its name is kept under the next`() throws {
        try inFolder { folder in
            try "a letter".write(toFile: folder + "/m.json", atomically: true, encoding: .utf8)
            let lines = ["load sample(num_words=200, test_split=0.9)", "set epochs = 1", "train"]
            try (lines + ["save \(folder)/m", ""]).joined(separator: "\n").write(
                toFile: folder + "/session", atomically: true, encoding: .utf8)
            let told = try CommandLine(["run", folder + "/session"])
            #expect(told.status == 1)
            #expect(told.output.contains("\nerror: line 4, “save \(folder.prefix(20))"), "\(told.output)")
            #expect(told.output.contains("The network is saved as \(folder)/m-1.safetensors"))
            for name in ["m-1.safetensors", "m-1.json"] {
                #expect(FileManager.default.fileExists(atPath: folder + "/" + name))
            }
            #expect(try String(contentsOfFile: folder + "/m.json", encoding: .utf8) == "a letter")
        }
    }

    @Test(arguments: [".", "..", "new/", ".json", "\u{FFFD}"])
    func `a network that a session would save under a name that no file can have is kept`(name: String) throws
    {
        try inFolder { folder in
            let lines = ["load blobs", "set epochs = 1", "train", "save \(name)", ""]
            try lines.joined(separator: "\n").write(
                toFile: folder + "/session", atomically: true, encoding: .utf8)
            var left: [String] = []
            let told = try CommandLine(["run", folder + "/session"]) { process, home in
                process.waitUntilExit()
                left = try FileManager.default.contentsOfDirectory(atPath: home.path).filter {
                    $0.contains("-1")
                }
            }
            #expect(told.status == 1)
            #expect(left.sorted() == ["network-1.json", "network-1.safetensors"], "\(told.output)")
            #expect(told.output.contains("The network is saved as network-1.safetensors"))
        }
    }

    @Test(arguments: ["self.session", "./self.session", "alias", "other.session"])
    func `a session that replays itself is refused`(name: String) throws {
        try inFolder { folder in
            func path(_ name: String) -> String { folder + "/" + name }
            try "load sample(num_words=200, test_split=0.9)\nsession replay \(path(name))\n".write(
                toFile: path("self.session"), atomically: true, encoding: .utf8)
            try "part test\nsession replay \(path("self.session"))\n".write(
                toFile: path("other.session"), atomically: true, encoding: .utf8)
            try FileManager.default.createSymbolicLink(
                atPath: path("alias"), withDestinationPath: "self.session")
            let told = try CommandLine(["run", path("self.session")])
            #expect(told.status == 1)
            #expect(told.output.contains("\nerror: line 2, “session replay "))
            #expect(told.output.contains(" would replay itself and never end"), "\(told.output)")
        }
    }

    @Test func `data are written for numpy`() throws {
        try inFolder { folder in
            let told = try CommandLine(["data", "export", "sample_houses", folder + "/houses.npz"])
            #expect(told.status == 0, "\(told.errors)")
            let bytes = try Data(contentsOf: URL(filePath: folder + "/houses.npz"))
            #expect(bytes.prefix(4) == Data([0x50, 0x4B, 3, 4]))
        }
    }
}
