import Datasets
import Testing

@testable import TUI
@testable import Training

@Suite struct `The layout` {
    /// The panes as a person can have arranged them: each preset as it is, and hidden sets, zoom and lines
    /// drawn by lot.
    static let states: [LayoutState] = {
        var random = SplitMix64(seed: 4)
        let presets = Preset.allCases.map { preset in
            var state = LayoutState()
            state.take(preset)
            return state
        }
        let others = (0..<9).map { number -> LayoutState in
            var state = presets[number % presets.count]
            for pane in PaneID.allCases where random.below(3) == 0 { state.toggle(pane) }
            for line in Layout.Line.allCases where random.below(2) == 0 {
                state.move(line, to: Double(random.below(140) - 20) / 100)
            }
            state.isZoomed = number == 8
            return state
        }
        return presets + others
    }()

    /// Calls `body` with the layout of every size from nothing to more than any screen.
    static func onEverySize(_ focus: PaneID, _ body: (Size, Layout) -> Void) {
        for columns in 0...300 {
            for rows in 0...100 {
                let size = Size(columns, rows)
                // Each size with another state, and each state with all kinds of sizes.
                let state = states[(columns * 7 + rows) % states.count]
                body(size, Layout(size, focus: focus, state: state))
            }
        }
    }

    @Test(arguments: PaneID.allCases)
    func `overlaps nowhere, leaves no cell out and has the pane in focus, at every size`(focus: PaneID) {
        var faults: [String] = []
        Self.onEverySize(focus) { size, layout in
            let areas = [layout.header, layout.tabs, layout.footer] + layout.panes.values
            // Areas that stay on the screen, don't overlap and have as many cells as it has, cover it.
            let cells = areas.reduce(0) { $0 + $1.columns * $1.rows }
            let isInside = areas.allSatisfy { $0.isEmpty || $0.intersection(Rect(size)) == $0 }
            var isDistinct = true
            for (index, area) in areas.enumerated() {
                for other in areas[(index + 1)...] where !area.intersection(other).isEmpty {
                    isDistinct = false
                }
            }
            if !isInside || !isDistinct || cells != size.columns * size.rows {
                faults.append("\(size.columns)x\(size.rows)")
            }
            if size.columns > 0, size.rows > 0, layout.panes[focus]?.isEmpty != false {
                faults.append("\(size.columns)x\(size.rows) without \(focus)")
            }
        }
        #expect(faults.isEmpty, "\(faults.count) sizes, such as \(faults.prefix(5))")
    }

    @Test(arguments: PaneID.allCases)
    func `has its lines where panes meet, each with a side to gain on`(focus: PaneID) {
        var faults: [String] = []
        Self.onEverySize(focus) { size, layout in
            for divider in layout.dividers {
                let share = divider.share(at: Point(divider.area.left + 1, divider.area.top + 1))
                if divider.area.intersection(Rect(size)) != divider.area || !(0...1).contains(share) {
                    faults.append("\(divider.line) at \(size.columns)x\(size.rows)")
                }
            }
            if layout.panes.count == 1, !layout.dividers.isEmpty { faults.append("one pane has lines") }
        }
        #expect(faults.isEmpty, "\(faults.count) sizes, such as \(faults.prefix(5))")
    }

    @Test func `gives each pane something useful from 20x6 up`() {
        for focus in PaneID.allCases {
            let area = Layout(Size(20, 6), focus: focus, state: LayoutState()).panes[focus]
            #expect(area == Rect(0, 1, 20, 4))
        }
    }

    @Test func `shows four panes at 120x40, and the log where it is wanted`() {
        var state = LayoutState()
        #expect(Layout(Size(120, 40), focus: .model, state: state).panes.count == 4)
        state.toggle(.log)
        #expect(Layout(Size(120, 40), focus: .model, state: state).panes.count == 5)
    }

    @Test func `shows one or two panes and their names at 80x24`() {
        let layout = Layout(Size(80, 24), focus: .model, state: LayoutState())
        #expect((1...2).contains(layout.panes.count))
        #expect(!layout.tabs.isEmpty)
    }

    @Test func `keeps panes in their places when the focus moves between two`() {
        let size = Size(120, 28)
        let first = Layout(size, focus: .data, state: LayoutState()).panes
        #expect(first.count == 2)
        #expect(first == Layout(size, focus: .inspector, state: LayoutState()).panes)
    }

    @Test(arguments: Preset.allCases)
    func `shows the panes of an arrangement`(preset: Preset) {
        var state = LayoutState()
        state.take(preset)
        let panes = Layout(Size(200, 60), focus: .data, state: state).panes
        #expect(Set(panes.keys) == Set(PaneID.allCases).subtracting(state.hidden))
        let widths = [panes[.data]?.columns, panes[.inspector]?.columns].compactMap(\.self)
        #expect(widths.count == 2)
    }
}
