import Testing

@testable import TUI
@testable import Training

/// The keys of a line, wherever one is typed: on the command line, in the palette, in the help.
@Suite struct `Editing a line` {
    @Test(
        arguments: [":", "ctrl+p", "?"],
        [
            ("one two", "ctrl+a", "|one two"), ("one two", "ctrl+a ctrl+e", "one two|"),
            ("one two", "ctrl+w", "one |"), ("one two", "ctrl+w ctrl+w", "|"),
            ("one two", "ctrl+u", "|"), ("one two", "alt+b ctrl+u", "|two"),
            ("one two", "alt+b ctrl+k", "one |"), ("one two", "ctrl+a ctrl+k", "|"),
            ("one two", "ctrl+w ctrl+a ctrl+y", "two|one "), ("one two", "ctrl+y", "one two|"),
            ("one two", "ctrl+u ctrl+y ctrl+y", "one twoone two|"), ("one two", "alt+b", "one |two"),
            ("one two", "alt+b alt+b", "|one two"), ("one two", "ctrl+a alt+f", "one| two"),
            ("one two", "ctrl+a alt+d", "| two"), ("one two", "ctrl+a alt+d alt+d ctrl+y", " two|"),
            ("one two", "ctrl+left", "one |two"), ("one two", "ctrl+left ctrl+right", "one two|"),
            ("one two", "ctrl+b ctrl+b", "one t|wo"), ("one two", "ctrl+a ctrl+f", "o|ne two"),
            ("one two", "ctrl+a ctrl+d", "|ne two"), ("one two", "ctrl+h backspace", "one t|"),
            ("one two", "left left delete", "one t|o"), ("one two", "left right", "one two|"),
            ("漢字", "left", "漢|字"), ("漢字", "backspace", "漢|"), ("漢字 かな", "ctrl+w", "漢字 |"),
        ])
    func `takes the keys that one expects`(
        place: String, edit: (text: String, keys: String, result: String)
    ) {
        var dashboard = Fixture.dashboard()
        dashboard.press(place)
        dashboard.type(edit.text)
        dashboard.press(edit.keys)
        #expect(dashboard.line == edit.result)
    }

    @Test func `puts a combining mark on the letter before the cursor`() {
        var dashboard = Fixture.dashboard()
        dashboard.press(":")
        dashboard.type("e")
        dashboard.type("x")
        dashboard.press("left")
        _ = dashboard.update(.event(.paste("\u{301}")))
        #expect(dashboard.line == "e\u{301}|x")
        dashboard.press("backspace")
        #expect(dashboard.line == "|x")
    }

    @Test func `puts its cursor behind wide letters`() throws {
        var dashboard = Fixture.dashboard()
        dashboard.press(":")
        let start = try #require(dashboard.draw().cursor)
        dashboard.type("漢字a")
        #expect(dashboard.draw().cursor == Point(start.column + 5, start.row))
        dashboard.press("left left")
        #expect(dashboard.draw().cursor == Point(start.column + 2, start.row))
    }

    @Test(arguments: [":", "/", "f", "i", "ctrl+p", "?", "t"])
    func `stays one line, whatever is pasted into it`(key: String) {
        var dashboard = Fixture.dashboard()
        dashboard.press(key)
        _ = dashboard.update(.event(.paste("gold\nfrost\n\u{1B}[31m\u{7}")))
        #expect(dashboard.line == "gold frost [31m|")
        _ = dashboard.draw()
    }

    @Test func `does not do what is pasted where nothing is typed`() {
        var dashboard = Fixture.dashboard()
        #expect(dashboard.update(.event(.paste("q\n d d y"))).isEmpty)
        #expect(dashboard.overlay == nil && dashboard.run == nil)
    }

    @Test func `takes the start of a paste that is far too long`() {
        var dashboard = Fixture.dashboard()
        dashboard.press(":")
        _ = dashboard.update(.event(.paste(String(repeating: "ab ", count: 30_000))))
        #expect(dashboard.line?.count == TextField.longest + 1)
        dashboard.press("enter")
        #expect(dashboard.lineError != nil)
        _ = dashboard.draw()
    }

    @Test func `replaces a value that stands there untouched, and edits it after any other key`() {
        var dashboard = Fixture.dashboard()
        dashboard.press("2 enter")
        #expect(dashboard.line == "64|")
        var other = dashboard
        dashboard.type("8")
        #expect(dashboard.line == "8|")
        other.press("end")
        other.type("8")
        #expect(other.line == "648|")
        other.press("esc")
        #expect(other.experiment.model.layers[0].units == 64)
    }
}
