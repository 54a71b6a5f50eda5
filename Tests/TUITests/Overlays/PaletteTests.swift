import Testing

@testable import TUI
@testable import Training

@Suite struct `The palette` {
    private func typing(_ text: String, in pane: PaneID = .data) -> Dashboard {
        var dashboard = Fixture.opened()
        dashboard.perform("focus \(pane.rawValue)")
        dashboard.press("ctrl+p")
        dashboard.type(text)
        return dashboard
    }

    @Test(arguments: ["ctrl+p", "f2"], PaneID.allCases)
    func `opens in every pane, with its own actions first`(key: String, pane: PaneID) {
        var dashboard = Fixture.dashboard()
        dashboard.perform("focus \(pane.rawValue)")
        dashboard.press(key)
        let own = ActionTable.actions.filter { $0.scope == Scope(pane) }.map(\.help)
        #expect(Array(dashboard.menuItems.prefix(own.count)) == own)
    }

    @Test(arguments: [
        ("train", "train; pause; resume"), ("theme", "choose a theme, each shown meanwhile"),
        ("undo", "take the last change of the model back"), ("nxt pan", "next pane"), ("quit", "quit"),
        ("szpic", "sizes; lengths or pictures; the sample"), ("sortrev", "sort the other way round"),
        ("LAYERADD", "add a layer below the chosen one"), ("svg", "save a picture of the pane (SVG)"),
    ])
    func `finds an action by a few of its letters`(typed: String, action: String) {
        #expect(typing(typed).chosenItem == action)
    }

    @Test func `marks the letters that were typed`() {
        let dashboard = typing("npane")
        let marked = dashboard.draw().cells.filter {
            $0.style.attributes.contains(.underline) && $0.style.surface == .selection
        }
        #expect(String(marked.map(\.character)) == "npane")
    }

    @Test func `says where a key holds, and how the others are written`() {
        let dashboard = typing("", in: .model)
        guard case .menu(let menu)? = dashboard.overlay else { return }
        func detail(_ help: String) -> String? { menu.all.first { $0.text == help }?.detail }
        #expect(detail("train; pause; resume") == "space")
        #expect(detail("add a layer below the chosen one") == "a")
        #expect(detail("mark the sample; take the mark away") == "data m")
        #expect(detail("go to a pane") == "focus PANE")
    }

    @Test func `goes on to the command line with an action that needs to be told more`() {
        var dashboard = typing("take a theme by its name")
        dashboard.press("enter")
        #expect(dashboard.line == "theme |")
        dashboard.type("dusk")
        dashboard.press("enter")
        #expect(dashboard.theme.name == "dusk")
    }

    @Test func `says when there is nothing like that, and takes nothing`() {
        var dashboard = typing("zzzzzz")
        #expect(dashboard.screen.contains("nothing like that"))
        #expect(dashboard.press("enter").isEmpty)
        #expect(dashboard.overlay != nil)
        dashboard.press("esc")
        #expect(dashboard.overlay == nil)
    }

    @Test func `begins at the best again with each letter`() {
        var dashboard = typing("t")
        dashboard.press("down down pagedown")
        dashboard.type("r")
        #expect(dashboard.chosenItem == dashboard.menuItems.first)
    }
}

@Suite struct `A fuzzy match` {
    @Test(arguments: [
        ("", "anything"), ("abc", "abc"), ("abc", "a-b-c"), ("ABC", "xaxbxc"), ("a b", "ab"), ("漢", "漢字"),
    ])
    func `has all letters in their order`(typed: String, text: String) throws {
        let match = try #require(FuzzyMatch(typed, in: text))
        let letters = Array(text.lowercased())
        #expect(String(match.places.map { letters[$0] }) == typed.lowercased().filter { $0 != " " })
        #expect(match.places == match.places.sorted())
    }

    @Test(arguments: [("abc", "acb"), ("a", ""), ("aa", "a"), ("x", "abc")])
    func `is none where a letter is missing`(typed: String, text: String) {
        #expect(FuzzyMatch(typed, in: text) == nil)
    }

    @Test(arguments: [
        ("cs", "class sizes", "choose"), ("np", "next pane", "snap"), ("tra", "train", "to read all"),
        ("lay", "layer add", "delay of anything"), ("set", "set", "s e t"), ("up", "up", "soup"),
    ])
    func `counts beginnings of words and letters side by side more`(
        typed: String, better: String, worse: String
    ) throws {
        let one = try #require(FuzzyMatch(typed, in: better))
        let other = try #require(FuzzyMatch(typed, in: worse))
        #expect(one.score > other.score)
    }
}
