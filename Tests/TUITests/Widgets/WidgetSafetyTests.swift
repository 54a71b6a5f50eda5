import Testing

@testable import TUI

@Suite struct `Widgets` {
    private static let junk: [[Double]] = [
        [], [1], [.nan], [.nan, .infinity, -.infinity], [0, 0, 0, 0], [1e308, -1e308, 0, 1],
        [.leastNonzeroMagnitude, 0], [1, 1 + 1e-15, 1, 1], (0..<40).map { Double($0 * 7919 % 41) },
    ]

    @Test(arguments: Glyphs.allCases)
    func `stay in their area at every size, whatever their values`(glyphs: Glyphs) {
        for values in Self.junk {
            let marks = values.enumerated().map {
                Scatter.Mark($0.element, values[values.count - 1 - $0.offset], $0.offset - 2)
            }
            let draws: [(Rect, inout Canvas) -> Void] = [
                {
                    HeatMap(
                        values: values, columns: 2, rowLabels: ["one", "two"], columnLabels: ["a", "b"],
                        chosen: (0, 1)
                    ).draw(in: $0, on: &$1, glyphs)
                },
                { HeatMap(values: values, columns: 0).draw(in: $0, on: &$1, glyphs) },
                { HeatMap(values: values, columns: 7, range: 0...1).draw(in: $0, on: &$1, glyphs) },
                { Histogram(values: values, name: "words").draw(in: $0, on: &$1, glyphs) },
                {
                    Sparkline(values: values, format: { Format.fixed($0, 1) }).draw(
                        in: $0, on: &$1, glyphs)
                },
                {
                    Scatter(
                        points: marks, ground: ScatterGround(columns: 3, groups: [0, 9, -1, 300, 2, 1]),
                        chosen: marks.first, groups: ["a", "b"]
                    ).draw(
                        in: $0, on: &$1, glyphs)
                },
                {
                    Table(
                        columns: [.init(title: "one", alignment: .left), .init(title: "two")],
                        sorting: (1, true), rows: values.count, isFocused: true,
                        entry: { row, _ in "\(values[row])" }
                    ).draw(in: $0, on: &$1, glyphs)
                },
            ]
            for (number, draw) in draws.enumerated() {
                for columns in [0, 1, 5, 13, 26] {
                    for rows in [0, 1, 3, 4, 9] {
                        let area = Rect(2, 1, columns, rows)
                        var canvas = Canvas(Size(30, 11))
                        draw(area, &canvas)
                        canvas.fill(area)
                        #expect(canvas == Canvas(Size(30, 11)), "\(number): \(values) at \(columns)×\(rows)")
                    }
                }
            }
        }
    }

    @Test(arguments: [Glyphs.block, .ascii])
    func `use no sign that their terminal lacks`(glyphs: Glyphs) {
        var canvas = Canvas(Size(60, 60))
        let values = (0..<60).map { Double($0 * 37 % 61) }
        HeatMap(values: values, columns: 10, chosen: (1, 1)).draw(
            in: Rect(0, 0, 60, 12), on: &canvas, glyphs)
        Histogram(values: values + [.nan], name: "words").draw(
            in: Rect(0, 12, 60, 12), on: &canvas, glyphs)
        Sparkline(values: values).draw(in: Rect(0, 24, 60, 1), on: &canvas, glyphs)
        let marks = values.enumerated().map { Scatter.Mark(Double($0.offset), $0.element, $0.offset % 8) }
        Scatter(
            points: marks, ground: ScatterGround(columns: 8, groups: (0..<64).map { $0 % 8 }), groups: ["a"]
        ).draw(
            in: Rect(0, 25, 60, 20), on: &canvas, glyphs)
        Table(columns: [.init(title: "a")], sorting: (0, true), rows: 9, entry: { "\($0) \($1)" }).draw(
            in: Rect(0, 45, 9, 9), on: &canvas, glyphs)
        for cell in canvas.cells where !cell.character.isASCII {
            #expect(
                glyphs == .block && `The glyphs`.codePage437.contains(cell.character), "\(cell.character)")
        }
    }
}

@Suite struct `A histogram` {
    @Test func `has bins of a round width, and every value in one`() throws {
        let values = (0..<1000).map { Double($0 * 37 % 997) / 10 }
        let bins = try #require(Histogram.sorted(values + [.nan, .infinity], bins: 10))
        #expect(bins.width == 10)
        #expect(bins.start == 0)
        #expect(bins.counts.reduce(0, +) == 1000)
        #expect(bins.leftOut == 2)
        #expect(bins.counts.count == 10)
    }

    @Test func `puts a value at an edge into the bin that begins there`() {
        #expect(Histogram.sorted([0, 1, 2, 3, 3.5], bins: 4)?.counts == [1, 1, 1, 2])
        #expect(Histogram.sorted([0.1, 0.2, 0.3, 0.4], bins: 3)?.counts.reduce(0, +) == 4)
    }

    @Test func `has one bin for values that are all alike, and none for none`() {
        #expect(Histogram.sorted([7, 7, 7], bins: 9)?.counts == [3])
        #expect(Histogram.sorted([.nan], bins: 9) == nil)
    }
}

@Suite struct `A heat map` {
    @Test func `shows the greatest of values that share a cell`() {
        var values = Array(repeating: 0.0, count: 400 * 400)
        values[123_456] = 1
        var canvas = Canvas(Size(30, 8))
        HeatMap(values: values, columns: 400).draw(in: canvas.bounds, on: &canvas, .braille)
        let hot = canvas.cells.prefix(30 * 7).count { cell in
            guard case .halves(let upper, let lower) = cell.style.shading else { return false }
            return upper == .heat(1) || lower == .heat(1)
        }
        #expect(hot == 1)
    }

    @Test func `finds the value below a point`() throws {
        let map = HeatMap(values: (0..<9).map(Double.init), columns: 3)
        let found = try #require(map.value(at: Point(0, 0), in: Rect(0, 0, 30, 10)))
        #expect(found == (0, 0))
        #expect(map.value(at: Point(29, 9), in: Rect(0, 0, 30, 10)) == nil)
    }
}

@Suite struct `A table` {
    @Test func `asks for no row that is not seen`() {
        var canvas = Canvas(Size(30, 5))
        var table = Table(columns: [.init(title: "row")], rows: 1_000_000) { row, _ in
            #expect(500..<504 ~= row)
            return "\(row)"
        }
        table.position.go(to: 503, count: 1_000_000, visible: 4)
        table.draw(in: canvas.bounds, on: &canvas, .braille)
        #expect(canvas.lines[4] == "503")
    }
}
