import Datasets
import Testing

@testable import TUI
@testable import Training

@Suite struct `What is said` {
    @Test func `stands in the last line until the next key, and in the log for good`() {
        var dashboard = Fixture.dashboard()
        dashboard.now = 75
        _ = dashboard.update(.notice("The file is there."))
        #expect(dashboard.footer.contains("The file is there."))
        dashboard.press("j")
        #expect(!dashboard.footer.contains("The file is there."))
        dashboard.press("5")
        #expect(dashboard.draw().lines.contains { $0.contains("01:15 i The file is there.") })
    }

    @Test func `that something is wrong is told apart without colours`() {
        var dashboard = Fixture.dashboard()
        _ = dashboard.update(.complaint("The disk is full."))
        #expect(dashboard.notice == Notice(text: "The disk is full.", isError: true))
        dashboard.press("5")
        #expect(dashboard.screen.contains("! The disk is full."))
    }

    @Test func `takes as many lines as it needs`() {
        var dashboard = Fixture.dashboard(40, 12)
        let text = "The download failed: the server can't be reached. Check the network, then try again."
        _ = dashboard.update(.complaint(text))
        let words = dashboard.draw().lines.suffix(3).joined(separator: " ").split(separator: " ")
        #expect(words.joined(separator: " ").contains(text))
    }

    @Test func `is logged with what was asked for and what a run did`() {
        var dashboard = Fixture.trained(3)
        dashboard.perform("change seed(3)")
        let lines = dashboard.log.entries.map(\.text)
        for text in ["train", "change seed(3)", "This holds from the next run on."] {
            #expect(lines.contains(text), "“\(text)” is missing")
        }
        #expect(lines.contains { $0.hasPrefix("run 1: epoch 3: loss") })
    }

    @Test func `is kept in bounds, and one reads on where one was`() {
        var dashboard = Fixture.dashboard()
        dashboard.press("5")
        for number in 0..<5400 { _ = dashboard.update(.notice("line \(number)")) }
        dashboard.perform("choose log 3000")
        let line = dashboard.log.entries[dashboard.row(of: .log)].text
        for number in 0..<600 { _ = dashboard.update(.notice("more \(number)")) }
        #expect(dashboard.log.entries.count <= EventLog.longest + 500)
        #expect(dashboard.log.entries[dashboard.row(of: .log)].text == line)
        dashboard.press("G")
        _ = dashboard.update(.notice("the last"))
        #expect(dashboard.log.entries[dashboard.row(of: .log)].text == "the last")
    }

    @Test func `is whole in the log of a small screen, however long it is`() {
        var dashboard = Fixture.dashboard(80, 24)
        let text = (1...40).map { "word\($0)" }.joined(separator: " ") + "."
        _ = dashboard.update(.complaint("The first."))
        _ = dashboard.update(.complaint(text))
        dashboard.press("5 z")
        for word in text.split(separator: " ") { #expect(dashboard.screen.contains(word), "\(word)") }
        dashboard.press("up")
        #expect(dashboard.screen.contains("The first."))
    }

    @Test func `is walked through line by line where the log is longer than its pane`() {
        var dashboard = Fixture.dashboard(80, 24)
        for number in 1...30 {
            dashboard.note(.news, "entry \(number): " + String(repeating: "more ", count: 20))
        }
        dashboard.press("5")
        #expect(dashboard.screen.contains("entry 30:"))
        for number in stride(from: 29, through: 1, by: -1) {
            dashboard.press("up")
            #expect(dashboard.screen.contains("entry \(number):"), "\(number)")
        }
        dashboard.press("end")
        #expect(dashboard.screen.contains("entry 30:"))
        for _ in 0..<30 { dashboard.press("pageup") }
        #expect(dashboard.row(of: .log) == 0)
    }

    @Test func `of several lines of the config file stands once in the log`() {
        var dashboard = Fixture.dashboard()
        dashboard.complain(of: ["“foo” is no setting.", "“bar” is no setting."])
        #expect(dashboard.notice?.text == "“foo” is no setting. And 1 more: 5 shows the log.")
        #expect(dashboard.log.entries.count { $0.text.contains("foo") } == 1)
        #expect(dashboard.log.entries.count { $0.text.contains("bar") } == 1)
    }

    @Test func `never repeats what moves and turns do`() {
        var dashboard = Fixture.dashboard()
        let count = dashboard.log.entries.count
        dashboard.press("j k tab shift+tab G g pagedown ? esc")
        #expect(dashboard.log.entries.count == count)
    }
}

@Suite struct `Long work` {
    @Test func `says how long it will go on, once that can be said`() {
        var dashboard = Fixture.unloaded()
        _ = dashboard.update(.loading(0.001))
        #expect(dashboard.screen.contains("loading 0 %") && !dashboard.screen.contains("left"))
        dashboard.now = 10
        _ = dashboard.update(.loading(0.25))
        #expect(dashboard.screen.contains("loading 25 %, 30 s left"))
    }

    @Test func `can be given up: loading`() {
        var dashboard = Fixture.unloaded()
        #expect(dashboard.press("ctrl+x").map(\.name) == ["cancelLoad"])
        _ = dashboard.update(.loadingFailed("Loading was given up."))
        #expect(dashboard.screen.contains("D chooses another data set"))
    }

    @Test func `can be given up: loading other samples than those that are shown`() {
        var dashboard = Fixture.dashboard()
        #expect(dashboard.perform("load sample").map(\.name) == ["load"])
        dashboard.now = 10
        _ = dashboard.update(.loading(0.25))
        #expect(dashboard.screen.contains("25 %, 30 s left"))
        #expect(dashboard.press("ctrl+x").map(\.name) == ["cancelLoad"])
        _ = dashboard.update(.loadingFailed("Loading was given up."))
        #expect(!dashboard.screen.contains("25 %"))
        #expect(dashboard.screen.contains("made-up fruit"))
        #expect(dashboard.press("ctrl+x").isEmpty)
    }

    @Test func `can be given up: a download`() {
        var dashboard = Fixture.opened(downloads: [.init(name: "real", title: "Real Fruit")])
        dashboard.press("F")
        dashboard.now = 10
        _ = dashboard.update(.fetching(0.5))
        #expect(dashboard.screen.contains("downloading 50 %, 10 s left"))
        #expect(dashboard.press("ctrl+x").map(\.name) == ["cancelFetch"])
        _ = dashboard.update(.fetchingFailed(nil))
        #expect(dashboard.fetching == nil)
    }

    @Test func `that isn't there can't be given up`() {
        var dashboard = Fixture.dashboard()
        #expect(dashboard.press("ctrl+x").isEmpty)
        #expect(dashboard.notice?.text.contains("Nothing is under way") == true)
    }

    @Test(arguments: [0, 0.005, 1, .nan, .infinity, -1])
    func `says nothing of time where nobody can know`(share: Double) {
        #expect(LongTask(share: share).secondsLeft(at: 5) == nil)
        var dashboard = Fixture.unloaded()
        dashboard.now = 5
        _ = dashboard.update(.loading(share))
        _ = dashboard.draw()
    }
}
