import Testing

@testable import TUI
@testable import Training

@Suite struct `The table of actions` {
    /// The scopes whose keys hold at the same time: those of a pane and those of everywhere.
    static let modes: [[Scope]] =
        Scope.allCases.filter(\.isPane).map { [$0, .everywhere] }
        + [.menu, .help, .typing, .question, .lesson].map { [$0] }

    @Test(arguments: modes)
    func `gives each key one meaning in each mode`(scopes: [Scope]) {
        var seen: [Key: ActionEntry.Meaning] = [:]
        for entry in ActionTable.entries where scopes.contains(entry.scope) {
            for key in entry.keys {
                #expect(
                    seen[key] == nil,
                    "\(key) means both \(entry.meaning) and \(String(describing: seen[key]))")
                seen[key] = entry.meaning
            }
        }
    }

    /// Lists and the help take keys of their own first and edit their line with the others.
    @Test(arguments: [Scope.menu, .help])
    func `leaves each edit of a line a key in lists and in the help`(scope: Scope) {
        let own = Set(ActionTable.entries.filter { $0.scope == scope }.flatMap(\.keys))
        for entry in ActionTable.entries where entry.scope == .typing {
            guard case .typing(let edit) = entry.meaning else { continue }
            #expect(entry.keys.contains { !own.contains($0) }, "\(edit) has no key in \(scope)")
        }
    }

    @Test func `names keys by texts that can be read back`() {
        for entry in ActionTable.entries {
            for key in entry.keys { #expect(Key(key.description) == key) }
        }
    }

    @Test func `tells its actions apart`() {
        for entry in ActionTable.actions {
            #expect(!entry.help.isEmpty && !entry.hint.isEmpty && !entry.text.isEmpty)
        }
        let texts = ActionTable.actions.map(\.text)
        #expect(Set(texts).count == texts.count)
    }

    @Test func `shows every action in the help, with its keys and as it is written`() {
        var dashboard = Fixture.dashboard(120, 500)
        dashboard.press("?")
        let screen = dashboard.screen
        for entry in ActionTable.entries {
            #expect(screen.contains(entry.help), "“\(entry.help)” is missing")
            let isThere = entry.text.isEmpty || screen.contains(entry.text.clipped(to: 23))
            #expect(isThere, "“\(entry.text)” is missing")
            if let key = entry.keys.first { #expect(screen.contains("│ \(key)"), "“\(key)” is missing") }
        }
    }

    @Test func `lists every action in the palette`() {
        var dashboard = Fixture.dashboard()
        dashboard.press("ctrl+p")
        let items = Set(dashboard.menuItems)
        for entry in ActionTable.actions where entry.command != .palette {
            #expect(items.contains(entry.help), "“\(entry.help)” is missing")
        }
    }

    @Test(arguments: PaneID.allCases)
    func `does the same from the palette as from the command line`(pane: PaneID) throws {
        var start = Fixture.trained(3)
        _ = start.update(.command(.focus(pane)))
        var open = start
        open.press("ctrl+p")
        guard case .menu(let menu)? = open.overlay else {
            Issue.record("no palette")
            return
        }
        for (place, item) in menu.all.enumerated() {
            guard case .command(let command) = item.choice else { continue }
            var (chosen, written) = (open, start)
            var choosing = menu
            choosing.position.go(to: place, count: menu.all.count, visible: 1)
            chosen.overlay = .menu(choosing)
            let effects = chosen.press("enter")
            written.press(":")
            written.type(command.description)
            let others = written.press("enter")
            #expect(effects.map(\.name) == others.map(\.name), "\(command)")
            #expect(chosen.focus == written.focus && chosen.notice == written.notice, "\(command)")
            #expect(chosen.experiment == written.experiment && chosen.samples == written.samples)
            #expect(chosen.overlay == written.overlay && chosen.layoutState == written.layoutState)
        }
    }

    @Test func `completes every action on the command line`() {
        let dashboard = Fixture.dashboard()
        for entry in ActionTable.actions {
            switch entry.meaning {
            case .command(let command):
                // From each beginning of its words the completion leads to it, word by word.
                var line = ""
                for _ in 0..<6 where line != command.description {
                    let steps = Completion.lines(for: line, on: dashboard)
                    line = steps.filter(command.description.hasPrefix).max { $0.count < $1.count } ?? line
                }
                #expect(line == command.description)
            case .with(let words, let argument):
                #expect(Completion.lines(for: String(words.dropLast()), on: dashboard).contains(words + " "))
                for choice in argument.choices(on: dashboard) where choice.last?.isLetter == true {
                    #expect(Command("\(words) \(choice)") != nil, "“\(words) \(choice)” is no command")
                }
            default: Issue.record("\(entry.meaning) is no action")
            }
        }
    }

    @Test(arguments: PaneID.allCases, [80, 120])
    func `shows every key of a pane on one of the footer's pages`(pane: PaneID, columns: Int) {
        var idle = Fixture.opened(columns, 24, downloads: [.init(name: "real", title: "Real Fruit")])
        idle.perform("focus \(pane.rawValue)")
        var (fetching, running) = (idle, idle)
        fetching.press("F")
        running.press("space")
        running.perform("focus \(pane.rawValue)")
        var shown: Set<Command> = []
        for var dashboard in [idle, fetching, running] {
            for _ in 0..<40 {
                let canvas = dashboard.draw()
                shown.formUnion(canvas.links.filter { $0.area.top == 23 }.compactMap(\.command))
                dashboard.press("`")
            }
        }
        let keymap = idle.keymap
        let wanted = keymap.hints(for: .init(pane)).compactMap(\.command)
        for command in wanted { #expect(shown.contains(command), "\(command) is on no page") }
    }

    @Test func `shows in the footer what to do next, and the ways on and out`() {
        var dashboard = Fixture.dashboard()
        dashboard.press("2")
        let footer = dashboard.footer
        #expect(footer.contains("space train") && footer.contains("enter edit"))
        for text in ["` more", "^P palette", "? keys", "q quit"] { #expect(footer.contains(text)) }
    }

    @Test func `scrolls the help to its last line in a small window`() throws {
        var dashboard = Fixture.dashboard(60, 15)
        dashboard.press("? end")
        let last = try #require(ActionTable.entries.last { $0.group == .question })
        #expect(dashboard.screen.contains(last.help))
        dashboard.press("esc")
        #expect(dashboard.overlay == nil)
    }
}
