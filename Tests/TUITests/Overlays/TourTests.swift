import Testing

@testable import TUI
@testable import Training

@Suite struct `The tour` {
    private static let title = "Welcome to nnboard"

    @Test func `is shown once, in five lines with the keys that are bound`() {
        var dashboard = Fixture.opened(showsTour: true)
        let screen = dashboard.screen
        #expect(screen.contains(Self.title))
        for text in ["space", "tab", "enter", "ctrl+p", "esc", "?", "T", "q"] {
            #expect(screen.contains(text))
        }
        #expect(!dashboard.saved.hasSeenTour)
        dashboard.press("esc")
        #expect(!dashboard.screen.contains(Self.title))
        #expect(dashboard.saved.hasSeenTour)
        #expect(!Fixture.opened(showsTour: !dashboard.saved.hasSeenTour).screen.contains(Self.title))
    }

    @Test(arguments: ["esc", "enter"])
    func `is all that these keys close`(key: String) {
        var dashboard = Fixture.opened(showsTour: true)
        dashboard.press(key)
        #expect(!dashboard.showsTour)
        #expect(dashboard.focus == .data && dashboard.overlay == nil)
    }

    @Test func `gives way to any other key, which does what it always does`() {
        var dashboard = Fixture.opened(showsTour: true)
        #expect(dashboard.press("space").count == 1)
        #expect(!dashboard.showsTour)
    }

    @Test(arguments: [(120, 40), (80, 24), (44, 15)])
    func `hides nothing that is said at the start, and leaves it there`(columns: Int, rows: Int) {
        var dashboard = Fixture.opened(columns, rows, showsTour: true)
        let text = "A run was cut off after epoch 9: reopen continues it, and forget removes its files."
        _ = dashboard.update(.notice(text))
        func isWhole() -> Bool {
            let words = dashboard.draw().lines.suffix(5).joined(separator: " ").split(separator: " ")
            return words.joined(separator: " ").contains(text)
        }
        #expect(isWhole() && dashboard.screen.contains(Self.title))
        dashboard.press("esc")
        #expect(isWhole() && !dashboard.screen.contains(Self.title))
        dashboard.press("down")
        #expect(!isWhole())
    }

    @Test(arguments: [(120, 40), (80, 24), (44, 15)])
    func `is closed by a click on it, which does nothing else`(columns: Int, rows: Int) throws {
        var dashboard = Fixture.opened(columns, rows, showsTour: true)
        let (samples, model) = (dashboard.samples, dashboard.model)
        dashboard.click(columns - 5, rows - 3)
        #expect(!dashboard.showsTour)
        #expect(dashboard.samples == samples && dashboard.model == model)
        #expect(dashboard.focus == .data)
    }

    @Test func `comes again when it is asked for`() {
        var dashboard = Fixture.opened()
        dashboard.press("ctrl+p")
        dashboard.type("tour")
        dashboard.press("enter")
        #expect(dashboard.screen.contains(Self.title))
    }

    @Test func `names the keys that a person has bound`() {
        var keymap = Keymap()
        keymap.bind(.space, in: .everywhere, to: nil)
        keymap.bind(.function(5), in: .everywhere, to: .train)
        let dashboard = Fixture.opened(keymap: keymap, showsTour: true)
        let line = dashboard.draw().lines.first { $0.contains("trains the network") }
        #expect(line?.contains("f5") == true)
    }

    @Test func `leaves a small screen to what it is about`() {
        let small = Fixture.opened(20, 6, showsTour: true)
        #expect(!small.screen.contains("Welcome"))
        #expect(small.screen == Fixture.opened(20, 6).screen)
    }
}
