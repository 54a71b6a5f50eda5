import Testing

@testable import TUI

@Suite struct `A grid of dots` {
    private let first = DotGrid.Owner(role: .trainingCurve, sign: "o")
    private let second = DotGrid.Owner(role: .validationCurve, sign: "*")

    private func drawn(_ grid: DotGrid) -> Canvas {
        var canvas = Canvas(grid.size)
        grid.draw(on: &canvas, at: Point(0, 0))
        return canvas
    }

    @Test(arguments: [
        (0, 0, "⠁"), (1, 0, "⠈"), (0, 1, "⠂"), (1, 1, "⠐"), (0, 2, "⠄"), (1, 2, "⠠"), (0, 3, "⡀"),
        (1, 3, "⢀"),
    ])
    func `has each braille dot in its place`(column: Int, row: Int, sign: String) {
        var grid = DotGrid(Size(1, 1), .braille)
        grid.set(column, row, first)
        #expect(drawn(grid).lines == [sign])
    }

    @Test func `adds dots up`() {
        var grid = DotGrid(Size(2, 1), .braille)
        for column in 0..<2 { for row in 0..<4 { grid.set(column, row, first) } }
        #expect(drawn(grid).lines == ["⣿"])
    }

    @Test func `has halves in blocks, and signs in ASCII`() {
        var grid = DotGrid(Size(4, 1), .block)
        for (column, row) in [(0, 0), (1, 1), (2, 0), (2, 1)] { grid.set(column, row, first) }
        #expect(drawn(grid).lines == ["▀▄█"])
        grid = DotGrid(Size(2, 1), .ascii)
        grid.set(1, 0, second)
        #expect(drawn(grid).lines == [" *"])
    }

    @Test(arguments: Glyphs.allCases)
    func `shows the last that entered a cell, and nothing of others`(glyphs: Glyphs) {
        var grid = DotGrid(Size(1, 1), glyphs)
        for row in 0..<grid.rows { grid.set(0, row, first) }
        grid.set(0, 0, second)
        var alone = DotGrid(Size(1, 1), glyphs)
        alone.set(0, 0, second)
        #expect(drawn(grid) == drawn(alone))
        #expect(drawn(grid)[0, 0].style.role == .validationCurve)
    }

    @Test(arguments: Glyphs.allCases)
    func `ignores dots outside, and leaves cells without dots as they are`(glyphs: Glyphs) {
        var grid = DotGrid(Size(2, 2), glyphs)
        for (column, row) in [(-1, 0), (0, -1), (grid.columns, 0), (0, grid.rows)] {
            grid.set(column, row, first)
        }
        var canvas = Canvas(Size(2, 2))
        canvas.put("ab", 0, 0)
        let before = canvas
        grid.draw(on: &canvas, at: Point(0, 0))
        #expect(canvas == before)
        var none = DotGrid(Size(0, 0), glyphs)
        none.line(from: (0, 0), to: (3, 3), first)
        #expect(drawn(none).cells.isEmpty)
    }

    @Test func `leaves gaps in a dashed line, the same number of dots apart`() {
        var grid = DotGrid(Size(12, 1), .ascii)
        grid.line(from: (0, 0), to: (11, 0), first, dash: .init(period: 4, drawn: 3))
        #expect(drawn(grid).lines == ["ooo ooo ooo"])
    }

    @Test func `draws lines without gaps, both ends included`() {
        var grid = DotGrid(Size(5, 3), .ascii)
        grid.line(from: (4, 0), to: (0, 2), first)
        let canvas = drawn(grid)
        #expect(canvas[4, 0].character == "o")
        #expect(canvas[0, 2].character == "o")
        for column in 0..<5 { #expect((0..<3).contains { canvas[column, $0].character == "o" }) }
    }
}
