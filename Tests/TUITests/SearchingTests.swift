import Datasets
import Testing

@testable import TUI
@testable import Training

@Suite struct `Searching` {
    /// A dashboard with a log and a network, in a pane.
    private func dashboard(in pane: PaneID) -> Dashboard {
        var dashboard = Fixture.trained(20, ends: true)
        dashboard.perform("focus \(pane.rawValue)")
        dashboard.press("home")
        return dashboard
    }

    @Test(arguments: [(PaneID.data, "kiwi"), (.model, "epochs"), (.inspector, "date"), (.log, "epoch 1")])
    func `goes there while it is typed, on and back, round and round`(pane: PaneID, text: String) throws {
        var dashboard = dashboard(in: pane)
        let start = dashboard.row(of: pane)
        dashboard.press("/")
        dashboard.type(text)
        let rows = try #require(dashboard.search?.rows)
        let first = try #require(rows.first { $0 >= start } ?? rows.first)
        #expect(dashboard.row(of: pane) == first)
        #expect(dashboard.footer.contains("\(rows.count) found"))
        dashboard.press("enter")
        #expect(dashboard.row(of: pane) == first)
        let place = try #require(rows.firstIndex(of: first))
        for step in 1...rows.count + 1 {
            dashboard.press("n")
            #expect(dashboard.row(of: pane) == rows[(place + step) % rows.count])
        }
        for _ in 0...rows.count { dashboard.press("N") }
        #expect(dashboard.row(of: pane) == first)
        #expect(dashboard.footer.contains(" of \(rows.count)"))
    }

    @Test(arguments: [PaneID.data, .model, .inspector, .log])
    func `comes back with escape to where it began`(pane: PaneID) {
        var dashboard = dashboard(in: pane)
        dashboard.press("j j j")
        let row = dashboard.row(of: pane)
        dashboard.press("/")
        dashboard.type("date")
        dashboard.press("esc")
        #expect(dashboard.row(of: pane) == row)
        #expect(dashboard.search == nil)
        dashboard.press("n")
        #expect(dashboard.notice?.text.contains("Nothing has been searched for") == true)
    }

    @Test(arguments: PaneID.allCases)
    func `says when nothing is found, and stays`(pane: PaneID) {
        var dashboard = dashboard(in: pane)
        let row = dashboard.row(of: pane)
        dashboard.press("/")
        dashboard.type("zzzz")
        #expect(dashboard.footer.contains("0 found"))
        dashboard.press("enter")
        #expect(dashboard.notice?.text.contains("not found in \(pane.title)") == true)
        #expect(dashboard.row(of: pane) == row)
    }

    @Test func `finds samples by their words and by the names of their classes`() throws {
        var dashboard = dashboard(in: .data)
        dashboard.perform("find frost london")
        let byWords = try #require(dashboard.search?.rows)
        #expect(!byWords.isEmpty)
        for row in byWords {
            let number = dashboard.samples.rows[row]
            let text = try #require(Fixture.dataset.text(of: number, in: Fixture.dataset.train))
            #expect(text.contains("frost") && text.contains("london"))
        }
        dashboard.perform("find Blackcurrant")
        let byName = try #require(dashboard.search?.rows)
        #expect(!byName.isEmpty)
        for row in byName {
            let label = Int(Fixture.dataset.train.labels[dashboard.samples.rows[row]])
            #expect(Fixture.classes[label].contains("blackcurrant"))
        }
    }

    @Test func `keeps what it has found through sorting, filtering and turning to another part`() throws {
        var dashboard = dashboard(in: .data)
        dashboard.perform("find frost")
        for command in ["sort words", "sort reverse", "keep class 9", "part test", "keep class all"] {
            dashboard.perform(command)
            let search = try #require(dashboard.search)
            #expect(search.rows == dashboard.search(for: "frost", in: .data).rows, "after \(command)")
        }
    }

    @Test func `marks what it has found in the inspector, in whatever order the classes stand`() throws {
        var dashboard = dashboard(in: .inspector)
        dashboard.press("/")
        dashboard.type("kiwi")
        dashboard.press("enter o")
        func marked() -> [String] {
            let canvas = dashboard.draw()
            return (0..<canvas.size.rows).compactMap { row in
                let cells = canvas.row(row).filter {
                    $0.style.surface == .quietSelection || $0.style.surface == .selection
                }
                let text = String(cells.map(\.character))
                return text.contains("kiwi") ? text : nil
            }
        }
        let names = dashboard.inspectedClasses.prefix(20).map { Fixture.classes[$0] }
        #expect(names.contains { $0.hasPrefix("kiwi") })
        #expect(!marked().isEmpty, "the marks moved with the classes")
        dashboard.press("n")
        let row = dashboard.row(of: .inspector)
        #expect(Fixture.classes[dashboard.inspectedClasses[row]].contains("kiwi"))
    }

    @Test func `finds lines of the log that were written after it began`() throws {
        var dashboard = dashboard(in: .log)
        dashboard.perform("find the answer is")
        _ = dashboard.update(.notice("The answer is 42."))
        dashboard.press("n")
        #expect(dashboard.log.entries[dashboard.row(of: .log)].text.lowercased().contains("the answer is"))
    }

    @Test func `follows the log again after an escape`() {
        var dashboard = dashboard(in: .log)
        dashboard.press("end /")
        dashboard.type("epoch 3")
        dashboard.press("esc")
        _ = dashboard.update(.notice("Something new."))
        #expect(dashboard.row(of: .log) == dashboard.log.entries.count - 1)
    }

    @Test func `goes on in the pane one is in`() {
        var dashboard = dashboard(in: .data)
        dashboard.perform("find plum")
        dashboard.press("4 n")
        let row = dashboard.row(of: .inspector)
        #expect(Fixture.classes[dashboard.inspectedClasses[row]].contains("plum"))
    }

    @Test func `goes through what was searched for before`() {
        var dashboard = dashboard(in: .data)
        for text in ["gold", "frost"] {
            dashboard.press("/")
            dashboard.type(text)
            dashboard.press("enter")
        }
        dashboard.press("/ up up")
        #expect(dashboard.line == "gold|")
        #expect(dashboard.search?.text == "gold")
    }

    @Test func `is given up with escape, before the filter is`() {
        var dashboard = dashboard(in: .data)
        dashboard.perform("keep class 9")
        dashboard.perform("find frost")
        dashboard.press("esc")
        #expect(dashboard.search == nil && dashboard.samples.isFiltered)
        dashboard.press("esc")
        #expect(!dashboard.samples.isFiltered)
    }
}
