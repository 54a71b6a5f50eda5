import Datasets
import Testing

@testable import TUI
@testable import Training

@Suite struct `Arranging panes` {
    private func width(_ pane: PaneID, of dashboard: Dashboard) -> Int {
        dashboard.layout.panes[pane]?.columns ?? 0
    }
    private func height(_ pane: PaneID, of dashboard: Dashboard) -> Int {
        dashboard.layout.panes[pane]?.rows ?? 0
    }

    @Test func `moves a line with the mouse`() throws {
        var dashboard = Fixture.dashboard()
        let area = try #require(dashboard.layout.panes[.data])
        dashboard.drag(from: Point(area.right, 10), to: Point(80, 12))
        #expect(width(.data, of: dashboard) == 80)
        #expect(width(.curves, of: dashboard) == 40)
        dashboard.drag(from: Point(10, area.bottom), to: Point(11, 12))
        #expect(dashboard.layout.panes[.model]?.top == 12)
    }

    @Test(arguments: [0, 3, 400], [0, 2, 90])
    func `leaves each side of a line some room, wherever it is drawn`(column: Int, row: Int) throws {
        var dashboard = Fixture.dashboard()
        let area = try #require(dashboard.layout.panes[.data])
        dashboard.drag(from: Point(area.right - 1, 10), to: Point(column, row))
        dashboard.drag(from: Point(10, area.bottom - 1), to: Point(column, row))
        #expect(dashboard.layout.panes.count == 4)
        for (pane, area) in dashboard.layout.panes {
            #expect(area.columns >= 30 && area.rows >= 5, "\(pane) is \(area.columns)x\(area.rows)")
        }
    }

    @Test func `moves no line without one in the hand`() {
        var dashboard = Fixture.dashboard()
        let before = dashboard.layout
        _ = dashboard.update(.event(.drag(Point(30, 10))))
        #expect(dashboard.layout == before)
        // Once let go, it stays.
        dashboard.drag(from: Point(before.panes[.data]?.right ?? 0, 10), to: Point(70, 10))
        let moved = dashboard.layout
        _ = dashboard.update(.event(.drag(Point(30, 10))))
        #expect(dashboard.layout == moved)
    }

    @Test(arguments: PaneID.allCases)
    func `makes a pane wider, narrower, taller and shorter by keys`(pane: PaneID) {
        var dashboard = Fixture.dashboard(160, 50)
        dashboard.perform("hide log")
        dashboard.perform("focus \(pane.rawValue)")
        if pane != .log {
            let before = width(pane, of: dashboard)
            dashboard.press("ctrl+right")
            #expect(width(pane, of: dashboard) == before + 2)
            dashboard.press("ctrl+left ctrl+left")
            #expect(width(pane, of: dashboard) == before - 2)
        }
        let before = height(pane, of: dashboard)
        dashboard.press("ctrl+down")
        #expect(height(pane, of: dashboard) == before + 1)
        dashboard.press("ctrl+up ctrl+up")
        #expect(height(pane, of: dashboard) == before - 1)
        dashboard.press("0")
        #expect(dashboard.layoutState == LayoutState())
    }

    @Test func `resizes to an end and back, without losing a step`() {
        var dashboard = Fixture.dashboard(160, 50)
        for _ in 0..<100 { dashboard.press("ctrl+right") }
        let widest = width(.data, of: dashboard)
        #expect(widest >= 120 && widest <= 144)
        dashboard.press("ctrl+left")
        #expect(width(.data, of: dashboard) == widest - 2)
    }

    @Test func `says that a zoomed pane has nobody to take room from`() {
        var dashboard = Fixture.dashboard()
        dashboard.press("z ctrl+right")
        #expect(dashboard.notice?.text.contains("no pane") == true)
    }

    @Test func `hides a pane, and its number brings it back`() {
        var dashboard = Fixture.dashboard()
        dashboard.press("2 Z")
        #expect(dashboard.layout.panes[.model] == nil)
        #expect(dashboard.focus == .data)
        #expect(dashboard.screen.contains("2 shows it"))
        dashboard.press("2")
        #expect(dashboard.layout.panes[.model] != nil)
        dashboard.press("1")
        #expect(dashboard.layout.panes[.model] == nil, "a look at it is not for good")
        dashboard.press("2 Z 1")
        #expect(dashboard.layout.panes[.model] != nil)
    }

    @Test func `always keeps a pane, however many are hidden`() {
        var dashboard = Fixture.dashboard()
        for _ in 0..<12 {
            dashboard.press("Z")
            #expect(dashboard.layout.panes[dashboard.focus]?.isEmpty == false)
        }
        for pane in PaneID.allCases { dashboard.perform("hide \(pane.rawValue)") }
        #expect(dashboard.layout.panes[dashboard.focus]?.isEmpty == false)
    }

    @Test func `goes round the panes that are shown, forwards and backwards`() {
        var dashboard = Fixture.dashboard()
        dashboard.press("2 Z")
        var seen: [PaneID] = []
        for _ in 0..<4 {
            dashboard.press("tab")
            seen.append(dashboard.focus)
        }
        #expect(seen == [.curves, .inspector, .data, .curves])
        dashboard.press("shift+tab")
        #expect(dashboard.focus == .data)
    }

    @Test func `turns through the arrangements, and back to the first`() {
        var dashboard = Fixture.dashboard()
        let first = dashboard.layoutState
        for preset in [Preset.inspect, .data, .train] {
            dashboard.press("P")
            #expect(dashboard.layoutState.preset == preset)
            #expect(!dashboard.layoutState.hidden.contains(dashboard.focus))
        }
        #expect(dashboard.layoutState == first)
        dashboard.press("ctrl+right ctrl+down")
        #expect(dashboard.layoutState != first)
        dashboard.press("0")
        #expect(dashboard.layoutState == first)
    }

    @Test(arguments: PaneID.allCases)
    func `gives a pane the whole screen, and takes it back`(pane: PaneID) {
        var dashboard = Fixture.dashboard()
        dashboard.perform("focus \(pane.rawValue)")
        let before = dashboard.layout
        dashboard.press("z")
        #expect(Array(dashboard.layout.panes.keys) == [pane])
        dashboard.press("esc")
        #expect(dashboard.layout == before)
    }

    @Test func `names all panes in a line where some are off the screen, to be clicked on`() throws {
        var dashboard = Fixture.dashboard(80, 24)
        for pane in PaneID.allCases.reversed() {
            try dashboard.click(on: "\(pane.number) \(pane.title)")
            #expect(dashboard.focus == pane)
        }
    }
}
