import Datasets
import Testing

@testable import TUI
@testable import Training

@Suite struct `A drawing of any size` {
    /// Sizes that meet each threshold of the layout, and odd ones between.
    static let sizes: [Size] = [0, 1, 2, 3, 5, 8, 19, 20, 28, 39, 40, 59, 60, 80, 109, 110, 150, 300].flatMap
    {
        columns in
        [0, 1, 2, 3, 4, 5, 6, 7, 11, 12, 20, 31, 32, 44, 100].map { Size(columns, $0) }
    }

    @Test(arguments: Glyphs.allCases)
    func `never fails and never leaves its canvas`(glyphs: Glyphs) {
        var dashboard = Fixture.trained(14, 120, 40, glyphs: glyphs, ends: true)
        let keys = [
            "1", "2", "3", "4", "5", "z", "z", "?", "esc", "ctrl+p", "esc", "1 t", "esc", ":", "tab", "esc",
        ]
        for (index, size) in Self.sizes.enumerated() {
            _ = dashboard.update(.event(.resize(size)))
            // Not every size with everything, but everything with many sizes.
            for offset in 0..<4 {
                dashboard.press(keys[(index * 4 + offset) % keys.count])
                let canvas = dashboard.draw()
                #expect(canvas.cells.count == size.columns * size.rows)
                if let cursor = canvas.cursor {
                    #expect(Rect(size).contains(cursor), "\(cursor) is not on \(size)")
                }
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
        let keys = [
            "1", "2", "3", "4", "5", "?", "esc", "ctrl+p", "esc", "1 t", "esc", ":", "tab", "esc", "O", "m",
            "c",
            "space",
        ]
        for key in keys {
            dashboard.press(key)
            for cell in dashboard.draw().cells { #expect(cell.character.isASCII, "“\(cell.character)”") }
        }
        dashboard.perform("tour")
        for cell in dashboard.draw().cells { #expect(cell.character.isASCII, "“\(cell.character)”") }
    }

    @Test(arguments: [(120, 40), (80, 24)])
    func `draws nothing over a border, however wide its letters are`(columns: Int, rows: Int) {
        let names = Fixture.classes.map { "漢字\($0)e\u{301}한글" }
        let words = Fixture.words.map { $0.isEmpty ? "" : "見出\($0)a\u{308}" }
        let old = Fixture.dataset
        let dataset = Dataset(
            reference: Term("wide"), title: "漢字の見出し・とても長い題名です", classes: names, train: old.train,
            test: old.test, vocabulary: Vocabulary(words: words, indexFrom: 3))
        var dashboard = Fixture.dashboard(columns, rows)
        _ = dashboard.update(.loaded(dataset))
        _ = dashboard.update(.event(.key(.space)))
        if let id = dashboard.run?.id {
            _ = dashboard.update(.snapshot(id, Fixture.snapshot(dashboard.experiment.model, epochs: 3)))
        }
        for key in ["1", "v", "v", "c", "2", "3", "4"] {
            dashboard.press(key)
            let canvas = dashboard.draw()
            for (_, area) in dashboard.layout.panes where Frame.inside(area) != area {
                for row in (area.top + 1)..<(area.bottom - 1) {
                    #expect(canvas[area.left, row].character == "│")
                    #expect(canvas[area.right - 1, row].character == "│")
                }
            }
            // Half of a wide letter is never left alone.
            for row in 0..<rows {
                for column in 0..<columns {
                    let isHalf = canvas[column, row].character == Cell.rightHalf
                    let needsHalf = column > 0 && canvas[column - 1, row].character.columns == 2
                    #expect(isHalf == (needsHalf && canvas[column - 1, row].character != Cell.rightHalf))
                }
            }
        }
    }
}
