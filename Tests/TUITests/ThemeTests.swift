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
            """)
        #expect(theme.name == "dusk")
        #expect(theme[Role.title] == Theme.Look(Color(0xD7, 0xAF, 0x87)))
        #expect(
            theme[Role.match] == Theme.Look(Color(0, 0, 0), on: Color(0xD7, 0xAF, 0x5F), [.bold, .underline]))
        #expect(theme[Surface.selection] == Theme.Look(nil, on: Color(0x3A, 0x3A, 0x3A)))
        #expect(theme[Role.text] == Theme.Look(nil, on: nil, .italic))
        #expect(theme[Role.error] == Theme.dark[Role.error])
    }

    @Test func `gives every role and every surface a key of its own`() {
        #expect(Theme.keys.count == Role.allCases.count + Surface.allCases.count + 1)
    }

    @Test(arguments: [
        ("title #ffffff", ThemeError.malformedLine("title #ffffff", theme: "dusk", line: 1)),
        ("\n\ntitle =", .malformedLine("title =", theme: "dusk", line: 3)),
        ("titel = #ffffff", .unknownKey("titel", theme: "dusk", line: 1)),
        ("text = default\ntext = bold", .repeatedKey("text", theme: "dusk", line: 2)),
        ("# first\ntext = #ffff", .wrongValue("#ffff", key: "text", theme: "dusk", line: 2)),
        ("text = #fffff+", .wrongValue("#fffff+", key: "text", theme: "dusk", line: 1)),
        ("text = #12345g", .wrongValue("#12345g", key: "text", theme: "dusk", line: 1)),
        ("text = red", .wrongValue("red", key: "text", theme: "dusk", line: 1)),
        ("text = bold on", .wrongValue("on", key: "text", theme: "dusk", line: 1)),
        ("text = on", .wrongValue("on", key: "text", theme: "dusk", line: 1)),
        ("popup = #ffffff", .surfaceWithForeground(key: "popup", theme: "dusk", line: 1)),
    ])
    func `names the line that is wrong`(text: String, error: ThemeError) {
        #expect(throws: error) { try parse(text) }
    }

    @Test func `suggests the nearest key`() {
        let error = ThemeError.unknownKey("titel", theme: "dusk", line: 4)
        #expect(
            error.description == "Theme dusk, line 4: “titel” is no role or surface. Did you mean “title”?")
    }

    @Test func `repeats nothing of a file that a terminal would obey`() {
        let error = ThemeError.malformedLine(
            "\u{1B}[2J" + String(repeating: "x", count: 99), theme: "dusk", line: 1)
        #expect(error.description.hasPrefix("Theme dusk, line 1: “·[2Jxxx"))
        #expect(error.description.contains("xx…” is not a setting."))
    }

    @Test func `called dark is also compiled in`() throws {
        let file = try String(contentsOf: Themes.folder.appending(path: "dark.theme"), encoding: .utf8)
        #expect(Theme.darkText == file)
        // All roles but the screen's ground have a colour: reading it went well.
        #expect(Role.allCases.allSatisfy { Theme.dark[$0].foreground != nil })
    }

    @Test(arguments: ["dark", "light"])
    func `that comes with nnboard says everything itself`(name: String) throws {
        let text = try String(contentsOf: Themes.folder.appending(path: name + ".theme"), encoding: .utf8)
        let keys = text.split(separator: "\n").filter { $0.contains(" = ") && !$0.hasPrefix("#") }
            .map { $0.prefix { $0 != " " } }
        #expect(Set(keys.map(String.init)) == Set(Theme.keys).subtracting(["inherits"]))
    }
}

@Suite struct `The theme library` {
    @Test func `asks the folders in order, then falls back to the built-in theme`() throws {
        try Themes.withFolders(["one": ["a": "text = #111111"], "two": ["a": "text = #222222", "b": ""]]) {
            root in
            let library = ThemeLibrary(folders: [root + "/one", root + "/two", root + "/none"])
            try #expect(library.theme("a")[Role.text].foreground == Color(0x11, 0x11, 0x11))
            try #expect(library.theme("b").name == "b")
            try #expect(library.theme("dark") == .dark)
            #expect(library.names == ["a", "b", "dark"])
        }
    }

    @Test func `takes what has a slash or the suffix for a path`() throws {
        try Themes.withFolders(["one": ["a": "text = #111111"]]) { root in
            let theme = try ThemeLibrary(folders: []).theme(root + "/one/a.theme")
            #expect(theme.name == "a")
            #expect(theme[Role.text].foreground == Color(0x11, 0x11, 0x11))
        }
    }

    @Test func `follows inheritance, and lets one's own dark change the built-in one`() throws {
        let files = [
            "child": "inherits = parent\ntext = #111111", "parent": "label = #222222",
            "dark": "faint = #333333",
        ]
        try Themes.withFolders(["one": files]) { root in
            let theme = try ThemeLibrary(folders: [root + "/one"]).theme("child")
            #expect(theme[Role.text].foreground == Color(0x11, 0x11, 0x11))
            #expect(theme[Role.label].foreground == Color(0x22, 0x22, 0x22))
            #expect(theme[Role.faint].foreground == Color(0x33, 0x33, 0x33))
            #expect(theme[Role.error] == Theme.dark[Role.error])
        }
    }

    @Test func `reports circles, missing themes and what is no file`() throws {
        try Themes.withFolders(["one": ["a": "inherits = b", "b": "inherits = a", "lihgt": ""]]) { root in
            let library = ThemeLibrary(folders: [root + "/one"])
            #expect(throws: ThemeError.circularInheritance(["a", "b", "a"])) { try library.theme("a") }
            let error = #expect(throws: ThemeError.self) { try library.theme("light") }
            #expect(error?.description.hasSuffix("Did you mean “lihgt”?") == true)
            #expect(throws: ThemeError.unreadable(path: root + "/one/", reason: "it is no small text file")) {
                try library.theme(root + "/one/")
            }
        }
    }

    @Test func `searches the user's folder, the share folder and the checkout`() throws {
        try Themes.withFolders(["themes": [:], ".build/debug": [:]]) { root in
            try "".write(toFile: root + "/Package.swift", atomically: true, encoding: .utf8)
            let executable = root + "/.build/debug/nnboard"
            #expect(
                ThemeLibrary(environment: ["HOME": "/home/ada"], executable: executable).folders == [
                    "/home/ada/.config/nnboard/themes", root + "/.build/share/nnboard/themes",
                    root + "/themes",
                ])
            let environment = ["HOME": "/home/ada", "XDG_CONFIG_HOME": "/config"]
            #expect(
                ThemeLibrary(environment: environment, executable: "/usr/bin/nnboard").folders.prefix(2) == [
                    "/config/nnboard/themes", "/usr/share/nnboard/themes",
                ])
        }
    }
}

/// Themes for tests.
enum Themes {
    /// The folder of the themes that come with nnboard.
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "themes")

    /// Runs something beside a temporary tree: folder, name of theme, text.
    static func withFolders(_ tree: [String: [String: String]], _ body: (String) throws -> Void) throws {
        let root = FileManager.default.temporaryDirectory.path + "/nnboard-themes-\(UUID())"
        defer { try? FileManager.default.removeItem(atPath: root) }
        for (folder, files) in tree {
            try FileManager.default.createDirectory(
                atPath: root + "/" + folder, withIntermediateDirectories: true)
            for (name, text) in files {
                try text.write(toFile: "\(root)/\(folder)/\(name).theme", atomically: true, encoding: .utf8)
            }
        }
        try body(root)
    }
}
