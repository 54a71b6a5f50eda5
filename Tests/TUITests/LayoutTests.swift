import Testing
import Training

@testable import TUI

@Suite struct `The layout` {
    /// Every size from nothing to more than any screen, in steps that meet each threshold.
    static let sizes = stride(from: 0, through: 300, by: 7).flatMap { columns in
        stride(from: 0, through: 100, by: 3).map { Size(columns, $0) }
    }

    @Test(arguments: PaneID.allCases)
    func `overlaps nowhere and stays on the screen`(focus: PaneID) {
        for size in Self.sizes {
            for isZoomed in [false, true] {
                let layout = Layout(size, focus: focus, isZoomed: isZoomed)
                let areas = ([layout.header, layout.tabs, layout.footer] + layout.panes.values).filter {
                    !$0.isEmpty
                }
                let cells = areas.reduce(0) { $0 + $1.columns * $1.rows }
                #expect(cells <= size.columns * size.rows)
                for (index, area) in areas.enumerated() {
                    #expect(area.intersection(Rect(size)) == area, "\(area) leaves \(size)")
                    for other in areas[(index + 1)...] {
                        #expect(area.intersection(other).isEmpty, "\(area) and \(other) overlap at \(size)")
                    }
                }
            }
        }
    }

    @Test(arguments: PaneID.allCases)
    func `always has the pane in focus`(focus: PaneID) {
        for size in Self.sizes where size.columns > 0 && size.rows > 0 {
            let area = Layout(size, focus: focus, isZoomed: false).panes[focus]
            #expect(area?.isEmpty == false, "no pane at \(size)")
        }
    }

    @Test func `shows all four panes at 120x40`() {
        #expect(Layout(Size(120, 40), focus: .model, isZoomed: false).panes.count == 4)
    }

    @Test func `shows one or two panes and their names at 80x24`() {
        let layout = Layout(Size(80, 24), focus: .model, isZoomed: false)
        #expect((1...2).contains(layout.panes.count))
        #expect(!layout.tabs.isEmpty)
    }

    @Test func `keeps panes in their places when the focus moves between two`() {
        let size = Size(120, 28)
        let first = Layout(size, focus: .data, isZoomed: false).panes
        #expect(first.count == 2)
        #expect(first == Layout(size, focus: .inspector, isZoomed: false).panes)
    }
}

@Suite struct `A drawing of any size` {
    @Test(arguments: Glyphs.allCases)
    func `never fails and never leaves its canvas`(glyphs: Glyphs) {
        var dashboard = Fixture.trained(14, 120, 40, glyphs: glyphs, ends: true)
        for size in `The layout`.sizes.enumerated().filter({ $0.offset % 13 == 0 }).map(\.element) {
            for keys in ["1", "2", "3", "4", "z", "?", "esc", "t", "esc", "/", "esc"] {
                _ = dashboard.update(.event(.resize(size)))
                dashboard.press(keys)
                #expect(dashboard.draw().cells.count == size.columns * size.rows)
            }
        }
    }

    @Test func `leaves the frames of all four panes whole`() {
        let signs = Fixture.trained(14).draw().cells.map(\.character)
        for corner in Glyphs.braille.frame.corners {
            #expect(signs.count { $0 == corner } == 4)
        }
    }

    @Test func `is ASCII throughout where nothing else can be shown`() {
        var dashboard = Fixture.trained(20, 120, 40, glyphs: .ascii, ends: true)
        for key in ["1", "2", "3", "4", "?", "esc", "t", "esc", "space"] {
            dashboard.press(key)
            for cell in dashboard.draw().cells { #expect(cell.character.isASCII, "“\(cell.character)”") }
        }
    }
}
