import FoundationEssentials
import Glibc
import Testing

@testable import TUI

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

    @Test func `opens a file that is named as no theme is, where that is wanted`() throws {
        try Themes.withFolders(["one": ["a": "text = #111111"]]) { root in
            let file = "nnboard-\(UUID().uuidString)"
            try "text = #222222".write(toFile: file, atomically: true, encoding: .utf8)
            defer { try? FileManager.default.removeItem(atPath: file) }
            let library = ThemeLibrary(folders: [root + "/one"])
            let theme = try library.theme(file, opensFiles: true)
            #expect(theme[Role.text].foreground == Color(0x22, 0x22, 0x22))
            let error = #expect(throws: ThemeError.self) { try library.theme(file) }
            #expect(error?.description.hasPrefix("There is no file “") == true)
            try #expect(library.theme("a", opensFiles: true).name == "a")
        }
    }

    @Test func `says what stands in a file's place, where that is none`() throws {
        try Themes.withFolders(["one": ["a": "text = #111111"]]) { root in
            let file = root + "/pipe"
            mkfifo(file, 0o600)
            #expect(throws: ThemeError.unreadable(path: file, reason: "it is a pipe")) {
                try ThemeLibrary(folders: [root + "/one"]).theme(file, opensFiles: true)
            }
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
            #expect(throws: ThemeError.unreadable(path: root + "/one/", reason: "it is a folder")) {
                try library.theme(root + "/one/")
            }
            #expect(throws: ThemeError.noFile(path: root + "/one/c.theme")) {
                try library.theme(root + "/one/c.theme")
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

    @Test func `falls back to dark, and says which line of which file is wrong`() throws {
        let files = ["child": "inherits = parent", "parent": "text = #111111\nlabel = 1"]
        try Themes.withFolders(["one": files]) { root in
            let library = ThemeLibrary(folders: [root + "/one"])
            let (theme, problem) = library.themeOrDark("child")
            #expect(theme == .dark)
            #expect(
                problem?.description.hasPrefix("parent.theme, line 2: “1” is not what “label” can be.")
                    == true)
            #expect(library.themeOrDark("dark").problem == nil)
        }
    }

    @Test func `lists all themes for choosing, those with a problem, too`() throws {
        let files = ["child": "inherits = parent", "parent": "text = #111111", "wrong": "text"]
        try Themes.withFolders(["one": files]) { root in
            let library = ThemeLibrary(folders: [root + "/one", Themes.folder.path])
            let all = library.all
            #expect(all.map(\.name) == (Themes.shipped + ["child", "parent", "wrong"]).sorted())
            for entry in all where entry.name != "wrong" {
                try #expect(entry.theme == library.theme(entry.name))
                #expect(entry.theme.name == entry.name && entry.problem == nil)
            }
            let wrong = try #require(all.last { $0.name == "wrong" })
            #expect(wrong.theme == .dark)
            #expect(wrong.problem == .malformedLine("text", file: "wrong.theme", line: 1))
        }
    }

    @Test func `finds base16 schemes by name and path, and lets themes inherit from them`() throws {
        try Themes.withFolders(["one": ["child": "inherits = eighties\ntext = #ffffff"]]) { root in
            let file = root + "/one/eighties.yaml"
            try Base16Tests.classic.write(toFile: file, atomically: true, encoding: .utf8)
            let library = ThemeLibrary(folders: [root + "/one"])
            #expect(library.names == ["child", "dark", "eighties"])
            let scheme = try library.theme("eighties")
            #expect(scheme.name == "eighties")
            try #expect(library.theme(file) == scheme)
            let child = try library.theme("child")
            #expect(child[Role.text].foreground == Color(0xFF, 0xFF, 0xFF))
            #expect(child[Role.label] == scheme[Role.label])
            #expect(child.ground(of: .background) == Color(0x2D, 0x2D, 0x2D))
        }
    }
}
