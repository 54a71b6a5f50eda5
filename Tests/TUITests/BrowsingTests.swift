import Datasets
import Testing

@testable import TUI
@testable import Training

@Suite struct `Browsing` {
    @Test func `begins at the first sample that is trained on`() {
        let dashboard = Fixture.dashboard()
        #expect(dashboard.samples.part == .train)
        #expect(dashboard.samples.selected == 100)
    }

    @Test(arguments: [("j", "k"), ("down", "up")])
    func `goes down and up with letters and with arrows`(down: String, up: String) {
        var dashboard = Fixture.dashboard()
        dashboard.press("\(down) \(down) \(down)")
        #expect(dashboard.samples.selected == 103)
        dashboard.press(up)
        #expect(dashboard.samples.selected == 102)
    }

    @Test func `reaches the ends, and goes no further`() {
        var dashboard = Fixture.dashboard()
        dashboard.press("G")
        #expect(dashboard.samples.selected == 299)
        dashboard.press("j pagedown")
        #expect(dashboard.samples.selected == 299)
        dashboard.press("home k pageup")
        #expect(dashboard.samples.selected == 100)
    }

    @Test func `keeps the chosen row on the screen`() {
        var dashboard = Fixture.dashboard(80, 24)
        for keys in ["pagedown", "pagedown", "G", "k k k", "pageup", "g", "j"] {
            dashboard.press(keys)
            let top = dashboard.samples.position.top
            #expect((top..<top + dashboard.listRows).contains(dashboard.samples.position.cursor))
        }
    }

    @Test func `turns through the parts`() {
        var dashboard = Fixture.dashboard()
        dashboard.press("l")
        #expect(dashboard.samples.part == .validation)
        #expect(dashboard.samples.rows == Array(0..<100))
        dashboard.press("right")
        #expect(dashboard.samples.part == .test)
        dashboard.press("l")
        #expect(dashboard.samples.part == .train)
        dashboard.press("h")
        #expect(dashboard.samples.part == .test)
    }

    @Test func `filters by words while they are typed`() throws {
        var dashboard = Fixture.dashboard()
        dashboard.press("f")
        dashboard.type("frost lon")
        let rows = dashboard.samples.rows
        #expect(!rows.isEmpty && rows.count < 200)
        for row in rows {
            let text = try #require(Fixture.dataset.text(of: row, in: Fixture.dataset.train))
            #expect(text.contains("frost") && text.contains("london"))
        }
        dashboard.press("enter")
        #expect(dashboard.samples.rows == rows)
    }

    @Test func `takes back a filter that is not confirmed`() {
        var dashboard = Fixture.dashboard()
        dashboard.press("f")
        dashboard.type("frost")
        dashboard.press("esc")
        #expect(dashboard.samples.rows.count == 200)
    }

    @Test func `filters by a class chosen from a list, or by typing part of its name`() {
        var dashboard = Fixture.dashboard()
        dashboard.press("t")
        dashboard.type("kiwi")
        dashboard.press("enter")
        #expect(dashboard.samples.label == 3)
        let labels = Fixture.dataset.train.labels
        #expect(dashboard.samples.rows == (100..<300).filter { labels[$0] == 3 })
    }

    @Test func `lifts filters with escape, one level at a time`() {
        var dashboard = Fixture.dashboard()
        dashboard.press("f")
        dashboard.type("gold")
        dashboard.press("enter z")
        dashboard.press("esc")
        #expect(!dashboard.layoutState.isZoomed && dashboard.samples.isFiltered)
        dashboard.press("esc")
        #expect(!dashboard.samples.isFiltered)
        #expect(dashboard.press("esc").isEmpty, "escape never leaves the program")
    }

    @Test func `gives back the chosen sample when a filter is not confirmed`() {
        var dashboard = Fixture.dashboard()
        dashboard.press("j j j f")
        dashboard.type("zzzz")
        dashboard.press("esc")
        #expect(dashboard.samples.selected == 103)
    }

    @Test func `leaves the filter alone when escape is pressed in another pane`() {
        var dashboard = Fixture.dashboard(80, 24)
        dashboard.press("f")
        dashboard.type("gold")
        dashboard.press("enter 2 esc")
        #expect(dashboard.samples.isFiltered)
        dashboard.press("1 esc")
        #expect(!dashboard.samples.isFiltered)
    }

    @Test func `keeps its place in the list while another pane has the screen`() {
        var dashboard = Fixture.dashboard(80, 24)
        dashboard.press("j j j j")
        let position = dashboard.samples.position
        dashboard.press("2 1")
        #expect(dashboard.samples.position == position)
    }

    @Test func `marks the words that were searched for`() {
        var dashboard = Fixture.dashboard()
        dashboard.press("f")
        dashboard.type("tonnes")
        dashboard.press("enter")
        let marked = dashboard.draw().cells.filter { $0.style.role == .match }.map { String($0.character) }
            .joined()
        #expect(marked.contains("tonnes"))
    }

    @Test func `reads a long text to its last line`() throws {
        var dashboard = Fixture.dashboard(40, 10)
        dashboard.press("v")
        let row = try #require(dashboard.samples.selected)
        let text = try #require(Fixture.dataset.text(of: row, in: Fixture.dataset.train))
        for _ in 0..<40 { dashboard.press("J") }
        let last = try #require(WrappedText(text, columns: 38).lines.last)
        #expect(dashboard.screen.contains(last))
    }

    @Test func `jumps to a number, in the part where it is`() {
        var dashboard = Fixture.dashboard()
        dashboard.press("i")
        dashboard.type("250")
        dashboard.press("enter")
        #expect(dashboard.samples.selected == 250)
        dashboard.press("i")
        dashboard.type("7")
        dashboard.press("enter")
        #expect(dashboard.samples.part == .validation)
        #expect(dashboard.samples.selected == 7)
    }

    @Test func `says which numbers there are when one is asked for that is not`() {
        var dashboard = Fixture.dashboard()
        dashboard.press("i")
        dashboard.type("9999")
        dashboard.press("enter")
        #expect(dashboard.screen.contains("0 to 299"))
    }

    @Test func `shows a text without anything that a terminal would obey`() {
        var words = Fixture.words
        words[1] = "\u{1B}[31mred\u{7}\u{202E}"
        let vocabulary = Vocabulary(words: words, indexFrom: 3)
        let dataset = Dataset(
            reference: Term("hostile"), title: "a\u{1B}]0;title\u{7}b",
            classes: ["\u{9B}31m"] + Fixture.classes.dropFirst(),
            train: Split(
                inputs: Fixture.dataset.train.inputs, labels: Array(repeating: 0, count: 300),
                texts: Fixture.dataset.train.texts), test: Fixture.dataset.test, vocabulary: vocabulary)
        var dashboard = Fixture.dashboard()
        _ = dashboard.update(.loaded(dataset))
        for cell in dashboard.draw().cells where cell.character != Cell.rightHalf {
            #expect(cell.character.printable == cell.character)
        }
    }
}
