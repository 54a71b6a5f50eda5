import Testing

@testable import TUI
@testable import Training

@Suite struct `The help` {
    private func typing(_ text: String, _ columns: Int = 120, _ rows: Int = 40) -> Dashboard {
        var dashboard = Fixture.dashboard(columns, rows)
        dashboard.press("?")
        dashboard.type(text)
        return dashboard
    }

    private func actions(in dashboard: Dashboard) -> [String] {
        guard case .help(let help)? = dashboard.overlay else { return [] }
        return help.lines(dashboard.keymap).compactMap { line in
            if case .action(_, _, let text) = line { text } else { nil }
        }
    }

    @Test(arguments: ["?", "f1"], PaneID.allCases)
    func `opens in every pane, and closes with the key that opened it`(key: String, pane: PaneID) {
        var dashboard = Fixture.dashboard()
        dashboard.perform("focus \(pane.rawValue)")
        dashboard.press(key)
        #expect(dashboard.screen.contains(" Keys "))
        dashboard.press(key)
        #expect(dashboard.overlay == nil)
    }

    @Test(arguments: [
        ("undo", "take the last change of the model back"), ("ctrl+r", "make it again"),
        ("SIZES", "sizes; lengths or pictures; the sample"),
        ("finding", "search this pane while you type"),
        ("layer up", "move the layer up"),
    ])
    func `is narrowed by typing: what it does, its keys, its command, its group`(
        typed: String, action: String
    ) {
        let dashboard = typing(typed)
        #expect(actions(in: dashboard).contains(action))
        #expect(actions(in: dashboard).count < ActionTable.entries.count)
        #expect(dashboard.screen.contains(action))
    }

    @Test func `says when there is nothing like that`() {
        #expect(typing("zzzzz").screen.contains("nothing like that"))
    }

    @Test func `takes a question mark as text once something is typed`() {
        var dashboard = typing("a")
        dashboard.press("?")
        #expect(dashboard.line == "a?|")
    }

    @Test func `scrolls by lines and screens, and no further than its ends`() {
        var dashboard = typing("", 80, 24)
        guard case .help(let help)? = dashboard.overlay else { return }
        let count = help.lines(dashboard.keymap).count
        #expect(count == Help.lineCount(dashboard.keymap))
        func top() -> Int {
            guard case .help(let help)? = dashboard.overlay else { return -1 }
            return help.top
        }
        dashboard.press("up")
        #expect(top() == 0)
        dashboard.press("down down")
        #expect(top() == 2)
        dashboard.press("pagedown pageup home")
        #expect(top() == 0)
        for _ in 0..<50 { dashboard.press("pagedown") }
        let visible = HelpOverlay(help: help, keymap: dashboard.keymap).visible(dashboard.size)
        #expect(top() == count - visible)
        dashboard.type("undo")
        #expect(top() == 0)
    }

    @Test func `stays full after the window has grown`() {
        var dashboard = typing("", 80, 15)
        dashboard.press("end")
        _ = dashboard.update(.event(.resize(Size(80, 60))))
        let lines = dashboard.draw().lines.filter { $0.hasPrefix("│") || $0.contains("││") }
        #expect(lines.count > 50)
        #expect(
            !dashboard.screen.contains(
                "│" + String(repeating: " ", count: 78) + "│\n│" + String(repeating: " ", count: 78)))
    }
}
