import Datasets
import Testing

@testable import TUI
@testable import Training

@Suite struct `The command line` {
    private func typing(_ text: String, history: [String] = []) -> Dashboard {
        var dashboard = Fixture.opened(history: history)
        dashboard.press(":")
        dashboard.type(text)
        return dashboard
    }

    @Test func `does what is written, and keeps it`() {
        var dashboard = typing("focus model")
        dashboard.press("enter")
        #expect(dashboard.focus == .model)
        #expect(dashboard.overlay == nil)
        #expect(dashboard.commandHistory.lines == ["focus model"])
        #expect(dashboard.saved.history == ["focus model"])
    }

    @Test func `keeps a wrong line and says what is wrong, until it is changed`() {
        var dashboard = typing("focsu model")
        dashboard.press("enter")
        #expect(dashboard.line == "focsu model|")
        #expect(dashboard.lineError?.contains("focus") == true)
        #expect(dashboard.screen.contains("There is no command"))
        #expect(dashboard.commandHistory.lines.isEmpty)
        dashboard.press("ctrl+u")
        #expect(dashboard.lineError == nil)
        dashboard.type("focus model")
        dashboard.press("enter")
        #expect(dashboard.focus == .model)
    }

    @Test(arguments: ["esc", "ctrl+c", "ctrl+u enter", "ctrl+u space enter"])
    func `is left without doing anything`(keys: String) {
        var dashboard = typing("train")
        #expect(dashboard.press(keys).isEmpty)
        #expect(dashboard.overlay == nil)
        #expect(dashboard.run == nil)
    }

    // MARK: History

    @Test(arguments: [("up", "down"), ("ctrl+p", "ctrl+n")])
    func `goes through what was written before, and comes back to what is being written`(
        up: String, down: String
    ) {
        var dashboard = typing("", history: ["train", "focus model", "zoom"])
        var seen: [String?] = []
        for key in [up, up, up, up, down, down, down, down] {
            dashboard.press(key)
            seen.append(dashboard.line)
        }
        #expect(
            seen == [
                "zoom|", "focus model|", "train|", "train|", "focus model|", "zoom|", "|", "|",
            ])
    }

    @Test func `finds the lines that begin as what is written`() {
        var dashboard = typing("fo", history: ["focus data", "train", "focus model", "zoom"])
        dashboard.press("up")
        #expect(dashboard.line == "focus model|")
        dashboard.press("up up")
        #expect(dashboard.line == "focus data|")
        dashboard.press("down down")
        #expect(dashboard.line == "fo|")
    }

    @Test func `keeps a line once, where it was written last, and not for ever`() {
        var history = LineHistory()
        for line in ["a", "b", "a", "", "c"] { history.append(line) }
        #expect(history.lines == ["b", "a", "c"])
        for number in 0..<500 { history.append("line \(number)") }
        #expect(history.lines.count == 200)
        #expect(history.lines.last == "line 499")
    }

    // MARK: Completion

    @Test func `completes as far as it is clear, then goes through what it could be`() {
        var dashboard = typing("foc")
        dashboard.press("tab")
        #expect(dashboard.line == "focus |")
        dashboard.press("tab")
        let lines = dashboard.completions
        #expect(lines.count == PaneID.allCases.count + 2)
        for line in lines + lines.prefix(1) {
            dashboard.press("tab")
            #expect(dashboard.line == line + "|")
        }
        for name in ["curves", "next", "previous"] { #expect(dashboard.screen.contains(name)) }
    }

    @Test func `completes a word that only one begins like, and nothing behind it`() {
        var dashboard = typing("focus m")
        dashboard.press("tab")
        #expect(dashboard.line == "focus model|")
        #expect(dashboard.completions.isEmpty)
        dashboard.press("tab")
        #expect(dashboard.line == "focus model|")
        #expect(dashboard.lineError == nil, "a whole command is not wrong")
    }

    @Test func `says that nothing begins like that`() {
        var dashboard = typing("xyz")
        dashboard.press("tab")
        #expect(dashboard.line == "xyz|")
        #expect(dashboard.lineError?.contains("Nothing begins like that") == true)
    }

    @Test func `takes up completion anew after a letter`() {
        var dashboard = typing("theme ")
        dashboard.press("tab tab")
        dashboard.press("ctrl+w")
        dashboard.type("nor")
        #expect(dashboard.completions.isEmpty)
        dashboard.press("tab enter")
        #expect(dashboard.theme.name == "nord")
    }

    @Test func `forgets what the line could become when an older line takes its place`() {
        var dashboard = typing("focus ", history: ["focus log", "focus data"])
        dashboard.press("tab up")
        #expect(dashboard.line == "focus data|")
        #expect(dashboard.completions.isEmpty)
        dashboard.press("tab")
        #expect(dashboard.line == "focus data|")
    }

    @Test(arguments: [
        ("load ", "load sample"), ("keep class ", "keep class all"), ("pace ", "pace full_speed"),
        ("change ", "change units("), ("sort ", "sort words"), ("curves ", "curves smoother"),
        ("select ", "select test "), ("export ", "export svg"), ("preset ", "preset inspect"),
    ])
    func `knows what can follow`(line: String, candidate: String) {
        #expect(Completion.lines(for: line, on: Fixture.dashboard()).contains(candidate))
    }

    @Test(arguments: [12, 20, 40, 80, 200])
    func `shows the candidate that is chosen on a screen of any width`(columns: Int) {
        var dashboard = Fixture.opened(columns, 24)
        dashboard.press(":")
        dashboard.type("curves ")
        dashboard.press("tab")
        for _ in 0..<dashboard.completions.count {
            dashboard.press("tab")
            let row = dashboard.draw().row(22)
            let chosen = String(row.filter { $0.style.surface == .selection }.map(\.character))
            let line = dashboard.line ?? ""
            let start = chosen.last == "…" ? String(chosen.dropLast()) : chosen
            #expect(!start.isEmpty && line.contains(start), "\(line): “\(chosen)”")
        }
    }
}
