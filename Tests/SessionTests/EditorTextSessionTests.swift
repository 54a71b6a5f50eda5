import Foundation
import Testing

/// Inputs as editors, other programs and broken disks leave them, given to the program itself.
@Suite(.programs) struct `The program with texts of other origins` {
    static let cases = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Cases").path

    private func home(_ files: [String: String], _ body: (URL) throws -> Void) throws {
        let home = FileManager.default.temporaryDirectory.appending(path: "nnboard-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: home) }
        for (path, name) in files {
            let file = home.appending(path: path)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try FileManager.default.copyItem(atPath: Self.cases + "/" + name, toPath: file.path)
        }
        try body(home)
    }

    @Test func `takes a config with a byte order mark`() throws {
        try home(["nnboard/config": "config"]) { home in
            let told = try CommandLine(
                ["--plain", "--dataset", "blobs"], input: "show log\nquit\n",
                environment: ["XDG_CONFIG_HOME": home.path])
            #expect(told.status == 0)
            #expect(!(told.output + told.errors).contains("is no setting"), "\(told.output)")
        }
    }

    @Test func `takes lines with a byte order mark in plain mode`() throws {
        // Foundation's reading of texts would take the mark away.
        let input = String(
            decoding: try Data(contentsOf: URL(filePath: Self.cases + "/input.txt")), as: UTF8.self)
        #expect(input.unicodeScalars.first == "\u{FEFF}")
        let told = try CommandLine(
            ["--plain", "--dataset", "blobs", "--epochs", "3", "--layers", "4"], input: input)
        #expect(told.status == 0, "\(told.output)")
        #expect(!told.output.contains("There is no command"))
        #expect(told.output.contains("epoch 2/2: "), "\(told.output)")
    }

    @Test(arguments: ["UTF-16", "UTF-32"], ["", "BE"])
    func `takes lines in an encoding that their mark names in plain mode`(encoding: String, order: String)
        throws
    {
        // iconv puts a mark only where it chooses the order of bytes itself.
        let mark = order.isEmpty ? "" : "\u{FEFF}"
        try Shell.inFolder { folder in
            let told = try Shell(
                """
                printf '\(mark)change epochs(7)\\nquit\\n' | iconv -f UTF-8 -t \(encoding)\(order) \
                    | "$NNBOARD" --plain --dataset blobs
                """, in: folder)
            #expect(told.status == 0, "\(told.output)")
            #expect(told.lines.contains("epochs: 7"), "\(told.output)")
            #expect(!told.output.contains("There is no command"))
        }
    }

    @Test func `takes a base16 theme with a byte order mark`() throws {
        let told = try CommandLine(
            ["--plain", "--dataset", "blobs", "--theme", Self.cases + "/bom.yaml"], input: "quit\n")
        #expect(told.status == 0, "\(told.errors)")
        #expect(!(told.output + told.errors).contains("bom.yaml"), "\(told.output)")
    }

    @Test func `replays a recording with a byte order mark, and one that ends within a line, and says so`()
        throws
    {
        try home([:]) { folder in
            let whole = try CommandLine([
                "--replay", Self.cases + "/BOM.rec", "--pictures", folder.path,
            ])
            #expect(whole.status == 0, "\(whole.errors)")
            #expect(whole.errors == "")
            let cut = try CommandLine([
                "--replay", Self.cases + "/trunc_half.rec", "--pictures", folder.path,
            ])
            #expect(cut.status == 0, "\(cut.errors)")
            #expect(cut.complaints.count == 1)
            #expect(cut.errors.contains("trunc_half.rec ends early, in line "), "\(cut.errors)")
            #expect(cut.errors.contains("it was replayed as far as it is whole."))
        }
    }

    @Test(arguments: [
        (["train", "--dataset", "blobs", "--learning-rate", "0,001"], "write 0.001"),
        (["train", "--dataset", "blobs", "--dropout", "0,5"], "write 0.5"),
        (["train", "--dataset", "blobs", "--layers", "64,dropout(0,5)"], "write 0.5"),
        (["train", "--dataset", "blobs", "--optimizer", "sgd(momentum=0,9)"], "write 0.9"),
        (["train", "--dataset", "blobs", "--epochs", "1,5"], "but a whole number is needed."),
        (["train", "--dataset", "blobs", "--epochs", "20,000"], "write 20000."),
        (["train", "--dataset", "blobs", "--validation", "0,2"], "has a decimal comma"),
        (["train", "--dataset", "blobs", "--learning-rate", "CosineDecay(0,002,320)"], "write 0.002"),
        (
            ["train", "--dataset", "blobs", "--callbacks", "EarlyStopping(patience=2,5)"],
            "has a decimal comma"
        ),
        (
            ["train", "--dataset", "blobs", "--seed", "-1"],
            "'-1' is invalid for '--seed <n>'. It has to be 0 or more."
        ),
        (
            ["train", "--dataset", "blobs", "--learning-rate", "nan"],
            "--learning-rate is nan, but must be a number above 0, such as 0.001"
        ),
        (
            ["train", "--dataset", "blobs", "--learning-rate", "0"],
            "--learning-rate is 0, but must be a number above 0, such as 0.001"
        ),
        (
            ["train", "--dataset", "blobs", "--learning-rate", "0.001f"],
            "--learning-rate is “0.001f”, but must be a number above 0, such as 0.001, or a schedule"
        ),
        (
            ["train", "--dataset", "blobs", "--learning-rate", "1.000,5"],
            "--learning-rate is “1.000,5”, but must be a number above 0"
        ),
        (["train", "--dataset", "blobs", "--lr", "0.1"], "Did you mean '--learning-rate'?"),
        (["--lr", "0.1"], "Did you mean '--learning-rate'?"),
        (["data", "show", "--dataset", "blobs", "train", "-1"], "“-1” can't be it: it has to be 0 or more."),
        (["--replay", "a", "--replay-speed", "0,5"], "write 0.5"),
        (["train", "--dataset", "moons(noise=0,2)"], "write 0.2"),
    ])
    func `says what to write instead of a decimal comma`(arguments: [String], advice: String) throws {
        let told = try CommandLine(arguments)
        #expect(told.status == 64)
        #expect(told.complaints.count == 1, "\(told.errors)")
        #expect(told.errors.contains(advice), "\(told.errors)")
    }

    @Test(arguments: [
        ("", "It has to be a whole number."), ("-", "It has to be a whole number."),
        ("½", "It has to be a whole number."),
        ("99999999999999999999", "It has to be a whole number, and a smaller one."),
    ])
    func `says which number an option takes`(value: String, advice: String) throws {
        let told = try CommandLine(["train", "--dataset", "blobs", "--epochs", value])
        #expect(told.status == 64)
        #expect(told.complaints.count == 1, "\(told.errors)")
        #expect(told.errors.hasSuffix("\(advice)\n"), "\(told.errors)")
    }
}
