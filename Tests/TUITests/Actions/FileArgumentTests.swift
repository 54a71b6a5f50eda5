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
        ("\"a --force\"", "a --force", false), ("it's", "it's", false), ("\"half", "\"half", false),
        ("'\"a\"'", "\"a\"", false), ("a\"b\"", "a\"b\"", false), ("a--force", "a--force", false),
        ("\" a \"", " a ", false), ("~/a", "~/a", false), ("\"--force\"", "--force", false),
    ])
    func `is read without its marks, and with --force apart`(text: String, name: String, isForced: Bool)
        throws
    {
        let file = try #require(FileArgument(parsing: text))
        #expect(file.name == name && file.isForced == isForced)
        #expect(FileArgument(parsing: file.description) == file)
    }

    @Test(arguments: ["", "  ", "--force", " --force", "\"\""])
    func `is missing where nothing names one`(text: String) {
        #expect(FileArgument(parsing: text) == nil)
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
        #expect(FileManager.default.contents(atPath: path) == Data("# nnboard".utf8))
    }
}
