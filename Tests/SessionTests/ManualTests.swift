import Foundation
import TUI
import Testing

/// The page that `man nnboard` shows.
@Suite(.programs) struct `The manual` {
    /// The page as roff has it, without what roff alone understands.
    private func page() throws -> String {
        let escapes = [
            "\\-": "-", "\\(aq": "'", "\\(dq": "\"", "\\(ga": "`", "\\(ha": "^", "\\(ti": "~", "\\&": "",
        ]
        let source = try CommandLine(["manual"])
        #expect(source.status == 0 && source.errors == "")
        let plain = escapes.reduce(source.output) { $0.replacingOccurrences(of: $1.key, with: $1.value) }
        return plain.replacingOccurrences(of: "\\(rs", with: "\\")
    }

    /// The page as text that a line's end does not divide.
    private func text() throws -> String {
        try page().split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    @Test func `names every option of every command`() throws {
        let told = try CommandLine(["--experimental-dump-help"])
        let help = try JSONSerialization.jsonObject(with: Data(told.output.utf8)) as? [String: Any]
        let page = try page()
        var names: Set<String> = []
        func collect(_ command: [String: Any]) {
            guard command["shouldDisplay"] as? Bool != false else { return }
            for argument in command["arguments"] as? [[String: Any]] ?? [] {
                for name in argument["names"] as? [[String: String]] ?? [] where name["kind"] == "long" {
                    names.insert("--" + (name["name"] ?? ""))
                }
            }
            for command in command["subcommands"] as? [[String: Any]] ?? [] { collect(command) }
        }
        collect(try #require(help?["command"] as? [String: Any]))
        #expect(names.count > 20)
        for name in names {
            #expect(page.contains("\\fB\(name)\\fR") || page.contains(", \(name)\\fR"), "\(name)")
        }
    }

    @Test func `names every key and every command of the dashboard`() throws {
        let text = try text()
        for section in Manual.keys {
            #expect(text.contains(".SS \"\(section.scope)\""))
            for entry in section.entries where !entry.keys.isEmpty {
                let keys = entry.keys.replacingOccurrences(of: "\\", with: "\\\\")
                #expect(text.contains("\\fB\(keys)\\fR \(entry.text)"), "\(keys)")
            }
            for entry in section.entries where !entry.command.isEmpty {
                #expect(text.contains("\\fB\(entry.command)\\fR"), "\(entry.command)")
            }
        }
    }

    @Test(arguments: [
        "NNBOARD_DATA", "NNBOARD_MIRROR", "NNBOARD_CPU", "KERAS_HOME", "NO_COLOR", "TERM", "XDG_CONFIG_HOME",
        "XDG_DATA_HOME", "XDG_STATE_HOME", "nnboard.log", ".SH \"EXIT STATUS\"", ".SH \"EXAMPLES\"",
    ])
    func `tells what else there is to know`(name: String) throws {
        #expect(try page().contains(name))
    }

    @Test(arguments: [("groff", "-ww -man -Tutf8 -z"), ("mandoc", "-T lint")])
    func `is written as the tools of manuals want it`(tool: String, options: String) throws {
        guard Shell.has(tool) else { return }
        try Shell.inFolder { folder in
            let told = try Shell(
                "\"$NNBOARD\" manual >\"$FOLDER/nnboard.1\"; \(tool) \(options) \"$FOLDER/nnboard.1\"",
                in: folder)
            #expect(told.status == 0 && told.output == "", "\(told.output)")
        }
    }
}
