import Foundation
import Testing

/// The program's behaviour without a screen, on which scripts may rely.
@Suite(.programs) struct `The command line` {
    @Test(arguments: [
        ["nosuch"],
        ["--nosuch"],
        ["--theme", "nosuch"],
        ["--glyphs", "nosuch"],
        ["--layers", "64,,4"],
        ["train", "--layers", "64,0"],
        ["train", "--layers", "a few"],
        ["train", "--activation", "rely"],
        ["train", "--layers", "dense(64)", "--activation", "tanh"],
        ["train", "--layers", "dense(64)", "--dropout", "0.5"],
        ["train", "--optimizer", "adam(beta_3=1)"],
        ["train", "--learning-rate", "fast"],
        ["train", "--learning-rate=-1"],
        ["train", "--loss", "nosuch"],
        ["train", "--batch-size", "0"],
        ["train", "--epochs", "0"],
        ["train", "--validation", "99999999"],
        ["train", "--top-k=-3"],
        ["train", "--seed=-1"],
        ["train", "--format", "yaml"],
        ["train", "--dataset", "nosuch"],
        ["train", "--dataset", "sample("],
        ["train", "--dataset", "sample(num_word=3)"],
        ["train", "--dataset", "sample(num_words=-3)"],
        ["train", "--dataset", "blobs", "-epochs", "1"], ["train", "--data", "nosuch"],
        ["data", "list", "--data", "nosuch"], ["run", "--data", "nosuch", "session"],
        ["data", "nosuch"],
        ["data", "fetch"],
        ["data", "fetch", "nosuch"],
        ["data", "show", "train"],
        ["data", "show", "nosuch", "1"],
        ["data", "show", "train", "ten"],
        ["data", "show", "test", "2246", "--dataset", "sample"],
        ["data", "show", "--dataset", "sample", "test", "--", "-1"],
        ["data", "show", "train", "1", "--dataset", "nosuch"], ["experiments", "list", "--data", "nosuch"],
        ["data", "show", "train", "1", "--dataset", "sample(num_word=3)"],
    ])
    func `answers a mistake with status 64 and one line`(arguments: [String]) throws {
        let told = try CommandLine(arguments)
        #expect(told.status == 64)
        #expect(told.complaints.count == 1, "\(told.errors)")
        #expect(told.errors.hasPrefix("nnboard: "))
        #expect(told.output == "")
    }

    @Test(arguments: [[], ["train"]])
    func `refuses vector instructions that there are not`(arguments: [String]) throws {
        let told = try CommandLine(arguments + ["--dataset", "sample"], environment: ["NNBOARD_CPU": "v5"])
        #expect(told.status == 64)
        #expect(told.complaints.count == 1)
        #expect(told.errors.hasPrefix("nnboard: NNBOARD_CPU is “v5”, but must be one of "))
        #expect(told.output == "")
    }

    @Test(arguments: [
        ["train", "--dataset", "reuters"], ["data", "show", "train", "1", "--dataset", "reuters"],
        ["--theme", "./nosuch.theme"],
    ])
    func `answers a file that is missing with status 1 and one line`(arguments: [String]) throws {
        let told = try CommandLine(arguments)
        #expect(told.status == 1)
        #expect(told.complaints.count == 1, "\(told.errors)")
        #expect(told.output == "")
    }

    @Test(arguments: [
        ["--help"], ["train", "--help"], ["data", "--help"], ["data", "show", "--help"], ["--version"],
        ["data"], ["study"],
    ])
    func `tells about itself on standard output`(arguments: [String]) throws {
        let told = try CommandLine(arguments)
        #expect(told.status == 0)
        #expect(told.errors == "")
        #expect(told.output.contains(arguments == ["--version"] ? "nnboard 0." : "USAGE: nnboard"))
    }

    // MARK: Training

    private func train(seed: Int) throws -> [String: Any] {
        let told = try CommandLine([
            "train", "--dataset", "sample", "--epochs", "2", "--seed", "\(seed)", "--format", "json",
        ])
        #expect(told.status == 0)
        #expect(told.complaints == ["nnboard: Training on built-in sample."])
        return try #require(JSONSerialization.jsonObject(with: Data(told.output.utf8)) as? [String: Any])
    }

    @Test func `trains into one JSON object`() throws {
        let report = try train(seed: 1)
        #expect(report["dataset"] as? String == "sample")
        #expect(report["parameters"] as? Int == 647_214)
        #expect(report["model"] is [String: Any])
        let history = try #require(report["history"] as? [String: [Double]])
        let names = ["loss", "accuracy", "top_3_accuracy"]
        #expect(Set(history.keys) == Set(names + names.map { "val_" + $0 }))
        #expect(history.values.allSatisfy { $0.count == 2 })
        let test = try #require(report["test"] as? [String: Double])
        #expect(Set(test.keys).isSuperset(of: ["loss", "accuracy"]))
        let random = try #require(report["random_baseline"] as? Double)
        #expect((0.1...0.3).contains(random))
        let seconds = try #require(report["seconds"] as? [String: Double])
        #expect(Set(seconds.keys) == ["load", "fit", "fit_cpu", "evaluate"])
    }

    @Test func `gives the same history for the same seed, and another for another`() throws {
        let histories = try [3, 3, 4].map { try #require(train(seed: $0)["history"] as? [String: [Double]]) }
        #expect(histories[0] == histories[1])
        #expect(histories[0] != histories[2])
    }

    @Test func `trains a softmax regression where no hidden layer is wanted`() throws {
        let told = try CommandLine([
            "train", "--dataset", "sample", "--epochs", "1", "--layers", "", "--format", "json",
        ])
        #expect(told.status == 0)
        #expect(
            told.output.contains("\"parameters\": 460046") || told.output.contains("\"parameters\":460046"))
    }

    @Test func `leaves biases out and units at random in the same layers`() throws {
        let told = try CommandLine([
            "keras", "--dataset", "blobs", "--layers", "8,dense(4)", "--dropout", "0.25", "--no-bias",
        ])
        #expect(told.status == 0, "\(told.errors)")
        let layers = told.output.split(separator: "\n").filter { $0.contains("layers.D") }
        #expect(layers.count == 4, "\(told.output)")
        // The layer that is given as one says itself what it has.
        #expect(layers.map { $0.contains("use_bias=False") } == [true, false, false, true], "\(layers)")
        #expect(layers.map { $0.contains("Dropout(0.25)") } == [false, true, false, false], "\(layers)")
    }

    @Test func `trains without a screen into a pipe, and says so in one line`() throws {
        let told = try CommandLine(["--dataset", "sample", "--epochs", "1"])
        #expect(told.status == 0)
        #expect(
            told.complaints == [
                "nnboard: Standard output is no terminal, so this trains on built-in sample without a screen."
            ])
        #expect(told.output.contains("test accuracy"))
    }

    // MARK: Data

    @Test func `lists the data sets and where they are`() throws {
        let told = try CommandLine(["data", "list"])
        #expect(told.status == 0)
        #expect(told.errors == "")
        for words in ["reuters", "nnboard data fetch reuters", "sample", "always there"] {
            #expect(told.output.contains(words))
        }
    }

    @Test func `shows the same sample every time, with and without naming the data set`() throws {
        let named = try CommandLine(["data", "show", "train", "10", "--dataset", "sample"])
        #expect(named.status == 0)
        #expect(named.complaints == ["nnboard: built-in sample:"] || named.complaints == ["built-in sample:"])
        let lines = named.output.split(separator: "\n")
        #expect(lines.count == 2)
        #expect(lines.first?.contains(/^train 10: \d+ [a-z-]+, \d+ words, \d+ distinct$/) == true)
        #expect(try CommandLine(["data", "show", "train", "10"]).output == named.output)
    }

    // MARK: Files

    @Test(arguments: [("<&-", "Bad file descriptor"), ("< .", "Is a directory")])
    func `plain mode says that its standard input can't be read`(input: String, reason: String) throws {
        let home = FileManager.default.temporaryDirectory.appending(path: "nnboard-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: home, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: home) }
        for command in ["--plain", "run -"] {
            let told = try Shell("\"$NNBOARD\" \(command) \(input) || echo \"status $?\"", in: home)
            #expect(
                told.lines == [
                    "nnboard: standard input can't be read: \(reason). Check its name and its rights.",
                    "status 1",
                ])
        }
    }

    @Test(arguments: ["-", "/dev/stdin"])
    func `does what a session on standard input says`(name: String) throws {
        let told = try CommandLine(["run", name], input: "load blobs\nselect test 2\n")
        #expect(told.status == 0, "\(told.errors)")
        #expect(told.output.contains("\n> select test 2\n"), "\(told.output)")
    }

    @Test func `does what a session in a pipe says`() throws {
        let shell = Process()
        shell.executableURL = URL(filePath: "/bin/sh")
        shell.arguments = [
            "-c", "printf 'load blobs\nselect test 2\n' | '\(Session.executable)' run /dev/stdin",
        ]
        let output = Pipe()
        shell.standardOutput = output
        try shell.run()
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        shell.waitUntilExit()
        #expect(shell.terminationStatus == 0)
        #expect(text.contains("test 2: "))
    }

    @Test(arguments: [
        ["data", "export", "blobs", "-"], ["train", "--dataset", "blobs", "--save", "-"], ["--record", "-"],
    ])
    func `refuses standard output by its name where a file is written`(arguments: [String]) throws {
        let told = try CommandLine(arguments)
        #expect(told.status == 64)
        #expect(told.errors.contains(" is “-”, and this writes to files"), "\(told.errors)")
        #expect(told.output == "")
    }

    @Test func `answers a word that is no command in one line, with the nearest`() throws {
        let told = try CommandLine(["trian"])
        #expect(told.status == 64)
        #expect(told.errors == "nnboard: There is no command “trian”. Did you mean “train”?\n")
        let other = try CommandLine(["frobnicate"])
        #expect(other.errors == "nnboard: There is no command “frobnicate”. “nnboard --help” lists them.\n")
    }

    @Test func `names both an experiment and a file that are not there`() throws {
        let told = try CommandLine(["train", "--experiment", "none.txt"])
        #expect(told.status == 64)
        #expect(told.errors.hasPrefix("nnboard: There is no experiment or file called “none.txt”."))
        let theme = try CommandLine(["--theme", "none"])
        #expect(theme.status == 64)
        #expect(theme.errors.hasPrefix("nnboard: There is no file “none” here, and no theme called so in "))
    }

    @Test func `refuses every option of an experiment next to a saved network, but no standard value`() throws
    {
        let told = try CommandLine(["keras", "--experimental-dump-help"])
        let help = try JSONSerialization.jsonObject(with: Data(told.output.utf8)) as? [String: Any]
        let command = try #require(help?["command"] as? [String: Any])
        var refused = 0
        for argument in command["arguments"] as? [[String: Any]] ?? [] {
            let name = (argument["names"] as? [[String: String]])?.last?["name"] ?? ""
            guard !["model", "data", "help", "version"].contains(name) else { continue }
            let value = argument["kind"] as? String == "flag" ? [] : ["7"]
            let told = try CommandLine(["keras", "--model", "none", "--\(name)"] + value)
            #expect(told.errors.hasPrefix("nnboard: --model says itself what the network is."), "--\(name)")
            refused += 1
        }
        #expect(refused > 20)
        // Where data are looked for is no choice of an experiment, nor is what stands there anyway.
        let standard = try CommandLine(
            ["keras", "--model", "none", "--data", "files", "--layers", "64,64", "--optimizer", "adam"])
        #expect(standard.status == 1)
        #expect(standard.errors.contains("none"))
    }

    @Test func `keeps nothing of a download with the wrong bytes`() throws {
        let server = try FileServer(["reuters.npz": Data([1, 2, 3])])
        let told = try CommandLine(
            ["data", "fetch", "reuters", "--data", "files"], environment: ["NNBOARD_MIRROR": server.address]
        ) { program, home in
            program.waitUntilExit()
            let left = try FileManager.default.contentsOfDirectory(
                atPath: home.appending(path: "files").path)
            #expect(left == [])
        }
        #expect(told.status == 1)
        #expect(told.complaints.count == 1)
        #expect(told.errors.contains("is not the right file: its SHA-256 is"))
    }

    /// Tells whether a program has written to a file below a folder, even one without a name.
    private static func isWriting(_ program: Process, below folder: String) -> Bool {
        let files = FileManager.default
        let descriptors = "/proc/\(program.processIdentifier)/fd"
        return ((try? files.contentsOfDirectory(atPath: descriptors)) ?? []).contains { number in
            let path = descriptors + "/" + number
            var facts = stat()
            return (try? files.destinationOfSymbolicLink(atPath: path))?.hasPrefix(folder + "/") == true
                && stat(path, &facts) == 0 && facts.st_size > 0
        }
    }

    @Test func `leaves nothing of a download that was ended`() throws {
        let server = try FileServer([:])
        let told = try CommandLine(
            ["data", "fetch", "reuters", "--data", "files"],
            environment: ["NNBOARD_MIRROR": server.address + "/halting"]
        ) { program, home in
            let folder = home.appending(path: "files").path
            while program.isRunning, !Self.isWriting(program, below: folder) { sched_yield() }
            #expect(program.isRunning)
            kill(program.processIdentifier, SIGKILL)
            program.waitUntilExit()
            let left = try FileManager.default.contentsOfDirectory(atPath: folder)
            #expect(left == [])
        }
        #expect(told.status == -SIGKILL)
    }

    // MARK: Names that the shell has left

    @Test(arguments: [
        ["train", "--dataset", "blobs", "--save"], ["--record"], ["--replay"], ["run"],
        ["data", "export", "blobs"],
        ["predict", "--row", "1", "--model"], ["keras", "--model"], ["data", "list", "--data"],
    ])
    func `refuses a tilde that the shell has not replaced`(arguments: [String]) throws {
        for (name, advice) in [("~", "write ~/mine as a word"), ("~/m", "write ~/m as a word")] {
            let told = try CommandLine(arguments + [name])
            #expect(told.status == 64)
            #expect(told.complaints.count == 1 && told.errors.contains(advice), "\(told.errors)")
            #expect(told.errors.contains("or ./\(name) where it belongs to the name."))
        }
    }

    @Test func `takes quotation marks for a part of the name`() throws {
        var found: [String] = []
        let told = try CommandLine(
            ["train", "--dataset", "blobs", "--layers", "4", "--epochs", "1", "--save", "\"unclosed"]
        ) { process, home in
            process.waitUntilExit()
            found = try FileManager.default.contentsOfDirectory(atPath: home.path)
        }
        #expect(told.status == 0, "\(told.errors)")
        #expect(
            found.filter { !$0.hasPrefix(".") }.sorted() == ["\"unclosed.json", "\"unclosed.safetensors"])
    }
}
