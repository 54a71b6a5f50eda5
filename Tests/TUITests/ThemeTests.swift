import FoundationEssentials
import Testing

@testable import TUI

@Suite struct `A theme file` {
    private func parse(_ text: String) throws(ThemeError) -> Theme {
        try Theme(text, name: "dusk")
    }

    @Test func `sets roles and surfaces, and leaves the rest to dark`() throws {
        let theme = try parse(
            """
            # dusk: warm greys

            title = #D7AF87   # like clay
            match = #000000 on #d7af5f bold underline
            selection = on #3a3a3a
            text=default italic
            error = bright-red on black
            """)
        #expect(theme.name == "dusk")
        #expect(theme[Role.title] == Theme.Look(Color(0xD7, 0xAF, 0x87)))
        #expect(
            theme[Role.match] == Theme.Look(Color(0, 0, 0), on: Color(0xD7, 0xAF, 0x5F), [.bold, .underline]))
        #expect(theme[Surface.selection] == Theme.Look(nil, on: Color(0x3A, 0x3A, 0x3A)))
        #expect(theme[Role.text] == Theme.Look(nil, on: nil, .italic))
        #expect(theme[Role.error] == Theme.Look(Color(named: "bright-red"), on: Color(named: "black")))
        #expect(theme[Role.warning] == Theme.dark[Role.warning])
    }

    @Test func `gives every role and every surface a key of its own`() {
        #expect(Theme.keys.count == Role.allCases.count + Surface.allCases.count + 1)
    }

    @Test(arguments: [
        ("title #ffffff", ThemeError.malformedLine("title #ffffff", file: "dusk.theme", line: 1)),
        ("\n\ntitle =", .malformedLine("title =", file: "dusk.theme", line: 3)),
        ("titel = #ffffff", .unknownKey("titel", file: "dusk.theme", line: 1)),
        ("text = default\ntext = bold", .repeatedKey("text", file: "dusk.theme", line: 2)),
        ("# first\ntext = #ffff", .wrongValue("#ffff", key: "text", file: "dusk.theme", line: 2)),
        ("text = #fffff+", .wrongValue("#fffff+", key: "text", file: "dusk.theme", line: 1)),
        ("text = #12345g", .wrongValue("#12345g", key: "text", file: "dusk.theme", line: 1)),
        ("text = crimson", .wrongValue("crimson", key: "text", file: "dusk.theme", line: 1)),
        ("text = bold on", .wrongValue("on", key: "text", file: "dusk.theme", line: 1)),
        ("text = on", .wrongValue("on", key: "text", file: "dusk.theme", line: 1)),
        ("popup = #ffffff", .surfaceWithForeground(key: "popup", file: "dusk.theme", line: 1)),
    ])
    func `names the line that is wrong`(text: String, error: ThemeError) {
        #expect(throws: error) { try parse(text) }
    }

    @Test func `suggests the nearest key`() {
        let error = ThemeError.unknownKey("titel", file: "dusk.theme", line: 4)
        #expect(
            error.description == "dusk.theme, line 4: “titel” is no role or surface. Did you mean “title”?")
    }

    @Test func `repeats nothing of a file that a terminal would obey`() {
        let error = ThemeError.malformedLine(
            "\u{1B}[2J" + String(repeating: "x", count: 99), file: "dusk.theme", line: 1)
        #expect(error.description.hasPrefix("dusk.theme, line 1: “·[2Jxxx"))
        #expect(error.description.contains("xx…” is not a setting."))
    }

    @Test func `called dark is also compiled in`() throws {
        let file = try String(contentsOf: Themes.folder.appending(path: "dark.theme"), encoding: .utf8)
        #expect(Theme.darkText == file)
        // All roles but the screen's ground have a colour: reading it went well.
        #expect(Role.allCases.allSatisfy { Theme.dark[$0].foreground != nil })
    }

    @Test(arguments: Themes.shipped)
    func `that comes with nnboard says everything itself`(name: String) throws {
        let text = try String(contentsOf: Themes.folder.appending(path: name + ".theme"), encoding: .utf8)
        let keys = text.split(separator: "\n").filter { $0.contains(" = ") && !$0.hasPrefix("#") }
            .map { $0.prefix { $0 != " " } }
        #expect(Set(keys.map(String.init)) == Set(Theme.keys).subtracting(["inherits"]))
    }

    @Test func `finds every key explained in the manual`() throws {
        let file = Themes.folder.deletingLastPathComponent().appending(path: "Docs/themes.md")
        let text = try String(contentsOf: file, encoding: .utf8)
        let rows = text.split(separator: "\n").filter { $0.hasPrefix("| `") }
        let cells = rows.compactMap { $0.split(separator: "|").dropFirst().first }.joined()
        for key in Theme.keys where key != "inherits" {
            #expect(cells.contains("`\(key)`"), "Docs/themes.md has no row for \(key)")
        }
        for name in Color.names.prefix(8) + Theme.attributeNames + Themes.shipped {
            #expect(text.contains("`\(name)`"), "Docs/themes.md does not name \(name)")
        }
    }
}
