import Testing

@testable import TUI

/// A pane with samples of one form, alone on the whole screen.
struct SampleView: Sendable, CustomTestStringConvertible {
    var name: String
    var form: FormFixture
    /// The keys that are pressed once a network exists.
    var keys: String
    var pane: PaneID

    var testDescription: String { name }

    static let all = [
        SampleView(name: "houses-data", form: .houses, keys: "1 z j j m j", pane: .data),
        SampleView(name: "houses-values", form: .houses, keys: "1 z c", pane: .data),
        SampleView(name: "houses-alone", form: .houses, keys: "1 z v", pane: .data),
        SampleView(name: "houses-inspector", form: .houses, keys: "4 z j j j", pane: .inspector),
        SampleView(name: "houses-residuals", form: .houses, keys: "4 z v", pane: .inspector),
        SampleView(name: "strokes-data", form: .strokes, keys: "1 z j", pane: .data),
        SampleView(name: "strokes-sizes", form: .strokes, keys: "1 z c", pane: .data),
        SampleView(name: "strokes-pictures", form: .strokes, keys: "1 z c c", pane: .data),
        SampleView(name: "strokes-inspector", form: .strokes, keys: "4 z", pane: .inspector),
        SampleView(name: "strokes-pairs", form: .strokes, keys: "4 z v", pane: .inspector),
        SampleView(name: "reviews-gauge", form: .reviews, keys: "4 z", pane: .inspector),
    ]

    func picture(_ size: Size, glyphs: Glyphs = .braille) -> Canvas {
        var dashboard = form.trained(size.columns, size.rows, glyphs: glyphs)
        dashboard.pressAnswered(keys)
        return dashboard.picture(of: pane)
    }
}

@Suite struct `Views of samples as pictures` {
    @Test(arguments: SampleView.all, [Size(60, 15), Size(80, 24), Size(120, 40), Size(200, 60)])
    func `rows, pictures, and what a network makes of them`(view: SampleView, size: Size) throws {
        try expect(view.picture(size), looksLike: "view-\(view.name)-\(size.columns)x\(size.rows)")
    }

    @Test(arguments: SampleView.all)
    func `the same without colours`(view: SampleView) throws {
        try expect(
            view.picture(Size(120, 40)), looksLike: "view-\(view.name)-monochrome", monochrome: true)
    }

    @Test(arguments: SampleView.all)
    func `the same in ASCII`(view: SampleView) throws {
        let canvas = view.picture(Size(80, 24), glyphs: .ascii)
        try expect(canvas, looksLike: "view-\(view.name)-ascii", monochrome: true)
        // A sign for degrees has no other spelling.
        #expect(canvas.cells.allSatisfy { $0.character.isASCII || $0.character == "°" })
    }

    @Test(arguments: SampleView.all)
    func `nothing breaks in a window of any size`(view: SampleView) {
        var dashboard = view.form.trained()
        dashboard.pressAnswered(view.keys)
        for columns in stride(from: 1, through: 70, by: 3) {
            for rows in 1...18 {
                _ = dashboard.update(.event(.resize(Size(columns, rows))))
                #expect(dashboard.draw().size == Size(columns, rows))
            }
        }
    }
}
