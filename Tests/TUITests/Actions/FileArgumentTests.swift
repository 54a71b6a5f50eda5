import FoundationEssentials
import Glibc
import Testing

@testable import TUI
@testable import Training

@Suite struct `A file behind a command` {
    @Test(arguments: [
        ("models/a", "models/a", false), ("  my model  ", "my model", false),
        ("\"my model\"", "my model", false),
        ("'my model'", "my model", false), ("a --force", "a", true), ("\"a b\" --force", "a b", true),
        ("\"a --force\"", "a --force", false), ("it's", "it's", false), ("./\"half", "./\"half", false),
        ("'\"a\"'", "\"a\"", false), ("a\"b\"", "a\"b\"", false), ("a--force", "a--force", false),
        ("\" a \"", " a ", false), ("~/a", "~/a", false), ("\"--force\"", "--force", false),
        ("\"-\"", "-", false), ("./-", "./-", false), ("\"-x\"", "-x", false), ("a - b", "a - b", false),
        ("\"a --b\"", "a --b", false),
    ])
    func `is read without its marks, and with --force apart`(text: String, name: String, isForced: Bool)
        throws
    {
        let file = try FileArgument(parsing: text)
        #expect(file.name == name && file.isForced == isForced)
        #expect(try FileArgument(parsing: file.description) == file)
    }

    @Test(arguments: ["", "  ", "--force", " --force"])
    func `is missing where nothing names one`(text: String) {
        #expect(throws: FileArgument.Problem.missing) { try FileArgument(parsing: text) }
    }

    @Test(arguments: [
        ("\"unclosed", "write \"unclosed\", or ./\"unclosed where"), ("'a b", "write 'a b'"),
        ("\"", "is not closed"),
        ("\"a\" b", "is not closed"), ("\"a --force", "is not closed"), ("-", "write ./- for one of"),
        ("- --force", "write ./- for one of"), ("--force a b.py", "write a b.py --force."),
        ("--force \"a b.py\"", "write \"a b.py\" --force."), ("--forse a", "“--forse” looks like an option"),
        ("a.py --force x", "write a.py x --force."), ("a --forse x", "“--forse” looks like an option"),
        ("-f a", "“-f” looks like an option"), ("a --forse", "“--forse” looks like an option"),
        ("\"\"", "Write one between the quotation marks."), ("'' --force", "Write one between"),
        ("~", "Name a file in it, such as ~/mine."), ("\"~\"", "Name a file in it"),
    ])
    func `is refused where it would mean something else than it says`(text: String, advice: String) {
        for verb in ["keras", "save", "open", "session save", "session replay"] {
            #expect {
                try Command(text: "\(verb) \(text)")
            } throws: {
                "\($0)".contains(advice)
            }
        }
    }

    @Test func `is in the home folder behind a tilde, and nowhere else`() throws {
        let home = try #require(getenv("HOME").map { String(cString: $0) })
        #expect(FileArgument("~/a").path == home + "/a")
        for name in ["a~/b", "./~/a", "~a", "a"] { #expect(FileArgument(name).path == name) }
    }

    @Test(arguments: ["save", "keras", "session save", "export svg"])
    func `may be named in every command that writes one`(verb: String) throws {
        let command = try Command(text: "\(verb) \"a b\" --force")
        #expect(command.description == "\(verb) a b --force")
        #expect(try Command(text: command.description) == command)
        guard !["keras", "export svg"].contains(verb) else { return }
        #expect(throws: CommandError.self) { try Command(text: verb) }
    }

    @Test(arguments: ["open", "session replay"])
    func `that is read is not replaced`(verb: String) {
        #expect { try Command(text: "\(verb) a --force") } throws: { "\($0)".contains("this reads one") }
    }

    @Test func `names a theme, too`() throws {
        #expect(try Command(text: "theme \"my theme\"") == .theme("my theme"))
        #expect(try Command(text: "theme nord") == .theme("nord"))
    }

    @Test func `of another kind is replaced with --force alone`() throws {
        let folder = FileManager.default.temporaryDirectory.path + "/nnboard-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let path = folder + "/letter"
        try Data("Dear Ada".utf8).write(to: URL(filePath: path))
        var file = FileArgument(path)
        guard case .failed(let reason) = FileErrand.write("# nnboard", to: file, form: .session).news() else {
            Issue.record("it was replaced")
            return
        }
        #expect(reason.hasSuffix("Choose another name, or add --force to replace it."))
        file.isForced = true
        guard case .done = FileErrand.write("# nnboard", to: file, form: .session).news() else {
            Issue.record("it was not replaced")
            return
        }
        #expect(FileManager.default.contents(atPath: path)?.starts(with: Data("# nnboard".utf8)) == true)
    }

    @Test func `that a person has changed is replaced with --force alone`() throws {
        let folder = FileManager.default.temporaryDirectory.path + "/nnboard-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let path = folder + "/script.py"
        let named = try #require(ExperimentLibrary().experiments.first)
        let code = KerasCode(named.experiment, title: named.title).text
        func write(_ file: FileArgument) -> String {
            switch FileErrand.write(code, to: file, form: .kerasScript).news() {
            case .done(let text), .failed(let text): text
            case .opened, .read: "other news"
            }
        }
        func change(_ body: (inout String) -> Void) throws {
            var text = try String(contentsOf: URL(filePath: path), encoding: .utf8)
            body(&text)
            try Data(text.utf8).write(to: URL(filePath: path))
        }
        let (done, refusal) = (
            "The Keras script is in \(path).",
            "\(path) is not as this command wrote it, and may have been changed by hand. Choose another name, or add --force "
                + "to replace it."
        )
        #expect(write(FileArgument(path)) == done)
        #expect(write(FileArgument(path)) == done)
        for edit in ["# mine\n", " "] {
            try change { $0 += edit }
            #expect(write(FileArgument(path)) == refusal)
            var forced = FileArgument(path)
            forced.isForced = true
            #expect(write(forced) == done)
        }
        try change { $0 = $0.replacing("epochs", with: "Epochs") }
        #expect(write(FileArgument(path)) == refusal)
        // A file of an earlier version, or that a shell redirected, may have been changed as well.
        try Data(code.utf8).write(to: URL(filePath: path))
        #expect(write(FileArgument(path)) == refusal)
    }
}
