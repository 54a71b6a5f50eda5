import Testing

@testable import TUI

@Suite struct `The state of the curves` {
    private func ruler(_ count: Int, best: Double? = nil) -> CurvesRuler {
        CurvesRuler(places: (1...max(1, count)).map(Double.init), best: best)
    }

    private let runs = (1...3).map { RunID(number: $0) }

    // MARK: Window

    @Test func `zooms to the newest points, which stay in view as others come`() {
        var state = CurvesState()
        state.zoomIn(on: ruler(101))
        #expect(state.visible(on: ruler(101)) == 51...101)
        #expect(state.window?.end == nil)
        #expect(state.visible(on: ruler(201)) == 151...201)
    }

    @Test func `zooms around the cursor, which stays where it is on the screen`() {
        var state = CurvesState()
        state.moveCursor(to: 26, on: ruler(101))
        state.zoomIn(on: ruler(101))
        #expect(state.visible(on: ruler(101)) == 13.5...63.5)
        #expect(state.window?.end == 63.5)
        // It no longer follows the newest points.
        #expect(state.visible(on: ruler(500)) == 13.5...63.5)
    }

    @Test func `zooms out to everything, and no further in than a few points`() {
        var state = CurvesState()
        for _ in 0..<50 { state.zoomIn(on: ruler(101)) }
        #expect(state.window?.span == 2)
        for _ in 0..<50 { state.zoomOut(on: ruler(101)) }
        #expect(state.window == nil)
        #expect(state.visible(on: ruler(101)) == nil)
    }

    @Test func `pans within the points, and clings to the newest`() {
        var state = CurvesState()
        state.zoomIn(on: ruler(101))
        state.pan(by: -0.5, on: ruler(101))
        #expect(state.visible(on: ruler(101)) == 26...76)
        state.pan(by: -9, on: ruler(101))
        #expect(state.visible(on: ruler(101)) == 1...51)
        state.pan(by: 9, on: ruler(101))
        #expect(state.window?.end == nil)
        state.showAll()
        #expect(state.window == nil)
    }

    // MARK: Cursor

    @Test func `moves the cursor from point to point, beginning at the newest`() {
        var state = CurvesState()
        state.moveCursor(by: -1, on: ruler(20))
        #expect(state.cursor == 20)
        state.moveCursor(by: -3, on: ruler(20))
        #expect(state.cursor == 17)
        state.moveCursor(by: .max, on: ruler(20))
        #expect(state.cursor == 20)
        state.moveCursor(by: .min, on: ruler(20))
        #expect(state.cursor == 1)
        state.removeCursor()
        #expect(state.cursor == nil)
    }

    @Test func `sends the cursor to the ends and to the best epoch`() {
        var state = CurvesState()
        state.moveCursor(to: .best, on: ruler(20))
        #expect(state.cursor == nil)
        state.moveCursor(to: .best, on: ruler(20, best: 9))
        #expect(state.cursor == 9)
        state.moveCursor(to: .first, on: ruler(20))
        #expect(state.cursor == 1)
        state.moveCursor(to: .last, on: ruler(20))
        #expect(state.cursor == 20)
    }

    @Test func `keeps the cursor in view`() {
        var state = CurvesState()
        state.zoomIn(on: ruler(101))
        state.moveCursor(to: .first, on: ruler(101))
        #expect(state.visible(on: ruler(101)) == 1...51)
        state.moveCursor(to: 60, on: ruler(101))
        #expect(state.visible(on: ruler(101)) == 10...60)
    }

    @Test func `does nothing where there are no points`() {
        var state = CurvesState()
        let nothing = CurvesRuler(places: [])
        state.zoomIn(on: nothing)
        state.pan(by: 1, on: nothing)
        state.moveCursor(by: 1, on: nothing)
        state.moveCursor(to: .last, on: nothing)
        #expect(state == CurvesState())
    }

    // MARK: Steps

    @Test func `is smoothed in steps, and by any weight`() {
        var state = CurvesState()
        state.rougher()
        #expect(state.smoothing == 0)
        for _ in 0..<20 { state.smoother() }
        #expect(state.smoothing == 0.99)
        state.rougher()
        #expect(state.smoothing == 0.97)
        state.smooth(by: 0.5)
        state.smoother()
        #expect(state.smoothing == 0.6)
        state.smooth(by: .nan)
        #expect(state.smoothing == 0)
    }

    @Test func `leaves out more and fewer points in steps`() {
        var state = CurvesState()
        for _ in 0..<4 { state.skipMore() }
        #expect(state.skip == 10)
        state.skip(7)
        state.skipFewer()
        #expect(state.skip == 5)
        for _ in 0..<9 { state.skipFewer() }
        #expect(state.skip == 0)
        state.skip(-3)
        #expect(state.skip == 0)
    }

    @Test func `takes the cursor along to the next axis`() {
        var state = CurvesState()
        state.moveCursor(to: 3, on: ruler(20))
        state.zoomIn(on: ruler(20))
        state.nextAxis { x, from, to in from == .epoch && to == .step ? x * 16 : nil }
        #expect(state.xAxis == .step)
        #expect(state.cursor == 48)
        #expect(state.window == nil)
        state.nextAxis { _, _, _ in nil }
        #expect(state.cursor == nil)
        state.nextAxis { _, _, _ in nil }
        #expect(state.xAxis == .epoch)
    }

    @Test func `turns from chart to chart`() {
        var state = CurvesState()
        state.nextChart(of: 3)
        state.nextChart(of: 3)
        #expect(state.front == 2)
        state.nextChart(of: 3)
        #expect(state.front == 0)
        state.nextChart(of: 0)
        #expect(state.front == 0)
    }

    // MARK: Runs and rows

    @Test func `brings run after run into focus, but no hidden one`() {
        var state = CurvesState()
        state.focusNext(of: runs)
        #expect(state.focused == runs[0])
        state.toggleHidden(runs[1], of: runs)
        state.focusNext(of: runs)
        #expect(state.focused == runs[2])
        state.focusNext(-1, of: runs)
        #expect(state.focused == runs[0])
        state.focus(runs[1])
        #expect(state.hidden.isEmpty)
    }

    @Test func `never hides the last run`() {
        var state = CurvesState()
        for run in runs { state.toggleHidden(run, of: runs) }
        #expect(state.hidden == [runs[0], runs[1]])
        state.toggleHidden(runs[0], of: runs)
        #expect(state.hidden == [runs[1]])
        state.showAllRuns()
        #expect(state.hidden.isEmpty)
    }

    @Test func `sorts by a column, and by the same one the other way round`() {
        var state = CurvesState()
        state.sort(by: 2)
        #expect(state.sorting == .init(column: 2, ascending: true))
        state.sort(by: 2)
        #expect(state.sorting == .init(column: 2, ascending: false))
        state.sortByNext(of: 3)
        #expect(state.sorting == .init(column: 0, ascending: true))
    }
}
