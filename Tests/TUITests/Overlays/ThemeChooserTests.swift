import Testing

@testable import TUI
@testable import Training

@Suite struct `Choosing a theme` {
    @Test func `shows each theme meanwhile, and gives the old one back with escape`() {
        var dashboard = Fixture.opened()
        dashboard.press("T")
        #expect(dashboard.chosenItem == "dark")
        dashboard.press("down")
        #expect(dashboard.theme.name == "dusk")
        dashboard.press("down")
        #expect(dashboard.theme.name == "nord")
        dashboard.press("esc")
        #expect(dashboard.theme.name == "dark")
        #expect(dashboard.saved.theme == "dark")
    }

    @Test func `takes a theme with enter`() {
        var dashboard = Fixture.opened()
        dashboard.press("T down enter")
        #expect(dashboard.theme.name == "dusk")
        #expect(dashboard.saved.theme == "dusk")
        #expect(dashboard.notice?.text.contains("dusk") == true)
    }

    @Test func `shows the theme that typing has found`() {
        var dashboard = Fixture.opened()
        dashboard.press("T")
        dashboard.type("nor")
        #expect(dashboard.theme.name == "nord")
        dashboard.press("ctrl+u")
        #expect(dashboard.theme.name == "dark")
    }

    @Test func `gives the old theme back with a click beside the list`() {
        var dashboard = Fixture.opened()
        dashboard.press("T down")
        dashboard.click(3, 38)
        #expect(dashboard.overlay == nil)
        #expect(dashboard.theme.name == "dark")
    }

    @Test func `goes through the themes, round and round`() {
        var dashboard = Fixture.opened()
        var seen: [String] = []
        for _ in 0..<4 {
            dashboard.perform("theme next")
            seen.append(dashboard.theme.name)
        }
        #expect(seen == ["dusk", "nord", "dark", "dusk"])
    }

    @Test func `says which themes there are when none is of that name`() {
        var dashboard = Fixture.opened()
        dashboard.perform("theme nrod")
        #expect(dashboard.notice?.isError == true)
        #expect(dashboard.notice?.text.contains("dark, dusk, nord") == true)
    }

    @Test func `says that there is no other`() {
        var dashboard = Fixture.dashboard()
        dashboard.press("T")
        #expect(dashboard.overlay == nil)
        #expect(dashboard.notice?.text.contains("no other theme") == true)
    }
}
