import Datasets
import Foundation
import Testing

@testable import TUI
@testable import Training

/// Events drawn by lot: 24,000 in all, or with `make verify` 100,000 in each pane.
@Suite struct `A monkey at the keyboard` {
    private static let count =
        ProcessInfo.processInfo.environment["NNBOARD_VERIFY"] == nil
        ? 24_000 / PaneID.allCases.count : 100_000

    /// The number of steps between two drawings: drawing after each would take most of the time.
    private static let pause = count == 100_000 ? 10 : 100

    @Test(arguments: PaneID.allCases)
    func `neither breaks the dashboard nor loses an edit`(pane: PaneID) {
        var monkey = Monkey(seed: UInt64(pane.number))
        var dashboard = Fixture.opened(80, 24, downloads: [.init(name: "real", title: "Real Fruit")])
        dashboard.perform("focus \(pane.rawValue)")
        var start = dashboard.experiment
        for step in 1...Self.count {
            dashboard.now = Double(step) / 10
            let action = step % 12 == 0 ? monkey.news(for: dashboard) : .event(monkey.event(dashboard.size))
            _ = dashboard.update(action)
            if step % Self.pause == 0 { draw(dashboard) }
            guard step % 500 == 0 else { continue }
            checkEdits(of: dashboard, since: start)
            // Other samples, with which the edits begin again; and a layout that can be seen.
            _ = dashboard.update(.loaded(Fixture.dataset))
            _ = dashboard.update(.event(.resize(Size(80, 24))))
            dashboard.press("esc esc esc")
            dashboard.perform("focus \(pane.rawValue)")
            start = dashboard.experiment
        }
    }

    @Test(arguments: FormFixture.allCases)
    func `breaks no view of other samples`(form: FormFixture) {
        var monkey = Monkey(seed: 77)
        var dashboard = form.dashboard(100, 30)
        for step in 1...Self.count / 5 {
            dashboard.now = Double(step) / 10
            let action = step % 6 == 0 ? monkey.news(for: dashboard) : .event(monkey.event(dashboard.size))
            dashboard.answered(action)
            if step % (Self.pause / 2) == 0 { draw(dashboard) }
            guard step % 300 == 0 else { continue }
            for pane in PaneID.allCases { #expect(!dashboard.plain(pane).isEmpty) }
            dashboard.press("esc esc esc")
            _ = dashboard.update(.event(.resize(Size(100, 30))))
            dashboard.perform("focus \(step % 600 == 0 ? "data" : "inspector")")
            // Samples of another form, and these again.
            let others = FormFixture.allCases[step / 300 % FormFixture.allCases.count]
            dashboard.answered(.loaded(step % 900 == 0 ? others.dataset : form.dataset))
            dashboard.train(epochs: 2)
        }
    }

    private func draw(_ dashboard: Dashboard) {
        let canvas = dashboard.draw()
        #expect(canvas.size == dashboard.size)
        #expect(canvas.cells.count == dashboard.size.columns * dashboard.size.rows)
        if let cursor = canvas.cursor { #expect(Rect(dashboard.size).contains(cursor)) }
        #expect(SavedState(dashboard.saved.text).layout == dashboard.saved.layout)
    }

    /// All changes taken back lead to where they began, and made again to where they ended.
    private func checkEdits(of dashboard: Dashboard, since start: Experiment) {
        var copy = dashboard
        var steps = -1
        repeat {
            copy.notice = nil
            _ = copy.update(.command(.undo))
            steps += 1
        } while copy.notice?.text != "There is no change to take back."
        // As text: where a rate is no number, an experiment equals nothing, not even itself.
        #expect("\(copy.experiment)" == "\(start)")
        for _ in 0..<steps { _ = copy.update(.command(.redo)) }
        #expect("\(copy.experiment)" == "\(dashboard.experiment)")
    }
}
