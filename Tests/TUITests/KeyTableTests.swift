import Testing

@testable import TUI

@Suite struct `The table of keys` {
    @Test(arguments: KeyTable.Scope.allCases)
    func `gives each key one meaning in each pane`(scope: KeyTable.Scope) {
        var seen: [Key: Command] = [:]
        for binding in KeyTable.bindings where binding.scope == scope {
            for key in binding.keys {
                #expect(
                    seen[key] == nil,
                    "\(key) means both \(binding.command) and \(String(describing: seen[key]))")
                seen[key] = binding.command
            }
        }
    }

    @Test func `names only keys that exist`() {
        for binding in KeyTable.bindings { #expect(!binding.keys.isEmpty, "\(binding.help) has no key") }
    }

    @Test func `shows every binding in the help`() {
        var dashboard = Fixture.dashboard(120, 200)
        dashboard.press("?")
        let screen = dashboard.screen
        for binding in KeyTable.bindings where ![.help, .question].contains(binding.scope) {
            #expect(screen.contains(binding.help), "“\(binding.help)” is missing")
        }
    }

    @Test func `scrolls the help to its last line in a small window`() throws {
        var dashboard = Fixture.dashboard(60, 15)
        dashboard.press("?")
        dashboard.press("G")
        let last = try #require(KeyTable.bindings.last { $0.scope == .inspector })
        #expect(dashboard.screen.contains(last.help))
        dashboard.press("esc")
        #expect(dashboard.overlay == nil)
    }

    @Test func `shows in the footer what the pane in focus can do`() {
        var dashboard = Fixture.dashboard()
        dashboard.press("2")
        let footer = dashboard.draw().lines.last ?? ""
        #expect(footer.contains("a add") && footer.contains("space train") && footer.contains("q quit"))
    }
}

@Suite struct `A command` {
    @Test func `is read back from its text`() {
        let all: [Command] =
            KeyTable.bindings.map(\.command) + [
                .select(.test, 4), .move(.pageDown), .focus(.curves), .keepWords("gold mine"), .keepWords(""),
                .keepClass(3), .keepClass(nil), .change(.units(layer: 1, 4)), .change(.learningRate(0.01)),
                .pace(.fullSpeed), .pace(.epochsPerSecond(2)),
            ]
        for command in all {
            #expect(!command.description.isEmpty)
            #expect(Command(command.description) == command)
        }
    }

    @Test(arguments: ["", "selct test 4", "select test", "select test -1", "focus nowhere", "train now"])
    func `is not read from anything else`(text: String) {
        #expect(Command(text) == nil)
    }

    @Test func `selects a sample`() {
        var dashboard = Fixture.dashboard()
        _ = dashboard.update(.command(.select(.test, 4)))
        #expect(dashboard.samples.part == .test)
        #expect(dashboard.samples.selected == 4)
    }
}
