import Testing

@testable import TUI

@Suite struct `A chart of curves` {
    private func chart(
        dots: [Double] = [], line: [Double] = [], levels: [CurveChart.Level] = [],
        mark: (Int, [String])? = nil, last: Int? = nil, range: CurveChart.VerticalRange = .data
    ) -> CurveChart {
        var chart = CurveChart(
            title: "loss",
            series: [
                .init(name: "training", role: .trainingCurve, shape: .dots, values: dots, sign: "o"),
                .init(name: "validation", role: .validationCurve, shape: .line, values: line, sign: "*"),
            ], levels: levels, mark: mark.map { (x: Double($0.0), labels: $0.1) },
            lastX: Double(last ?? max(dots.count, line.count, 2)), xName: "epoch",
            format: { Format.fixed($0, 3) })
        chart.verticalRange = range
        return chart
    }

    private func drawn(_ chart: CurveChart, _ columns: Int = 48, _ rows: Int = 12, _ glyphs: Glyphs = .ascii)
        -> Canvas
    {
        var canvas = Canvas(Size(columns, rows))
        chart.draw(in: canvas.bounds, on: &canvas, glyphs)
        return canvas
    }

    /// The cells of the plot that a curve has drawn in; its samples in the legend are not among them.
    private func places(_ role: Role, on canvas: Canvas) -> [Point] {
        (1..<canvas.size.rows).flatMap { row in
            (0..<canvas.size.columns).filter { canvas[$0, row].style.role == role }.map { Point($0, row) }
        }
    }

    @Test(arguments: Glyphs.allCases)
    func `draws dots apart and a line without gaps`(glyphs: Glyphs) {
        let falling = [4.0, 3, 2, 1]
        let dots = places(.trainingCurve, on: drawn(chart(dots: falling, range: .fromZero), 48, 12, glyphs))
        #expect(Set(dots.map(\.column)).count <= 8)
        let line = Set(
            places(.validationCurve, on: drawn(chart(line: falling, range: .fromZero), 48, 12, glyphs)).map(
                \.column)
        )
        let (left, right) = (line.min() ?? 0, line.max() ?? 0)
        #expect(right == 47)
        #expect(line.count == right - left + 1)
        #expect(left <= 4)
    }

    @Test(arguments: Glyphs.allCases, [Double.nan, .infinity, -.infinity])
    func `breaks a line at what is no number`(glyphs: Glyphs, gap: Double) {
        let columns = Set(
            places(.validationCurve, on: drawn(chart(line: [1, 1, gap, 1, 1]), 48, 12, glyphs)).map(\.column))
        let (left, right) = (columns.min() ?? 0, columns.max() ?? 0)
        #expect(right == 47)
        let missing = (left...max(left, right)).filter { !columns.contains($0) }
        #expect(missing.count > (right - left) / 3)
        #expect(missing.contains((left + right) / 2))
    }

    @Test(arguments: Glyphs.allCases)
    func `shows every spike of a hundred thousand points`(glyphs: Glyphs) {
        var values = Array(repeating: 1.0, count: 100_000)
        for index in [777, 50_001, 99_998] { values[index] = 9 }
        let canvas = drawn(chart(line: values, range: .pinned(0...9)), 60, 14, glyphs)
        let places = places(.validationCurve, on: canvas)
        let top = places.filter { $0.row == 1 }.map(\.column)
        #expect(top.count == 3)
        // From the tip down to the others there is no gap.
        for column in top {
            let rows = places.filter { $0.column == column }.map(\.row).sorted()
            #expect(rows == Array(1...(rows.last ?? 1)))
            #expect(rows.count > 5)
        }
    }

    @Test func `draws the last series on top`() {
        let both = drawn(chart(dots: [1, 1, 1], line: [1, 1, 1]))
        #expect(places(.trainingCurve, on: both).isEmpty)
        #expect(places(.validationCurve, on: both).isEmpty == false)
    }

    @Test func `marks a place on the side that has room`() throws {
        let early = drawn(
            chart(line: [3, 2, 1, 2, 3, 4, 5, 6, 7, 8], mark: (2, ["best: epoch 2"]), range: .pinned(0...99)))
        let late = drawn(
            chart(line: [9, 8, 7, 6, 5, 4, 3, 2, 1, 2], mark: (9, ["best: epoch 9"]), range: .pinned(0...99)))
        func places(_ canvas: Canvas) throws -> (mark: Int, label: Int) {
            let columns = 0..<canvas.size.columns
            return (
                try #require(columns.first { canvas[$0, 2].style.role == .bestEpoch }),
                try #require(columns.first { canvas[$0, 1].character == "b" })
            )
        }
        let (first, second) = (try places(early), try places(late))
        #expect(first.label == first.mark + 2)
        #expect(second.label + "best: epoch 9".count == second.mark - 1)
    }

    @Test func `says a mark in fewer words where there are too many`() {
        let chart = chart(
            line: [3, 2, 1, 2], mark: (3, [String(repeating: "long ", count: 20), "", "short"]),
            range: .pinned(0...99))
        let text = drawn(chart).lines.joined()
        #expect(text.contains("short"))
        #expect(text.contains("long") == false)
        #expect(
            places(.bestEpoch, on: drawn(self.chart(line: [3, 2], mark: (7, ["away"]), last: 2))).isEmpty)
    }

    @Test func `has levels on one row share it`() {
        let levels = [CurveChart.Level(name: "majority", value: 0.05), .init(name: "shuffled", value: 0.04)]
        let canvas = drawn(chart(levels: levels, range: .pinned(0...1)))
        #expect(canvas.lines.filter { $0.contains("majority, shuffled") }.count == 1)
        let far = [CurveChart.Level(name: "majority", value: 0.1), .init(name: "shuffled", value: 0.9)]
        let lines = drawn(chart(levels: far, range: .pinned(0...1))).lines
        #expect(lines.filter { $0.contains("majority") || $0.contains("shuffled") }.count == 2)
        #expect(lines.contains { $0.contains("majority, shuffled") } == false)
    }

    @Test func `keeps the names of levels off the curves, and levels within its ends`() {
        let levels = [CurveChart.Level(name: "majority", value: 0.5), .init(name: "beyond", value: 7)]
        let canvas = drawn(chart(line: [0.5, 0.5, 0.5], levels: levels, range: .pinned(0...1)))
        #expect(canvas.lines.joined().contains("majority") == false)
        #expect(canvas.lines.joined().contains("beyond") == false)
    }

    @Test(arguments: Glyphs.allCases)
    func `stays in its area at every size, whatever its values`(glyphs: Glyphs) {
        let values: [[Double]] = [
            [], [1], [.nan, .nan], [0, 0, 0], [.infinity, 1, -.infinity], [1e308, -1e308],
            [.leastNonzeroMagnitude, 0],
            [1, 1 + 1e-15],
        ]
        for values in values {
            for columns in [0, 1, 7, 8, 9, 12, 17, 24, 35] {
                for rows in 0..<9 {
                    let levels = [CurveChart.Level(name: "level", value: values.first ?? 0)]
                    let chart = chart(dots: values, line: values, levels: levels, mark: (1, ["first", "1"]))
                    let area = Rect(3, 2, columns, rows)
                    var canvas = Canvas(Size(44, 13))
                    chart.draw(in: area, on: &canvas, glyphs)
                    canvas.fill(area)
                    #expect(canvas == Canvas(Size(44, 13)), "\(values) at \(columns)×\(rows)")
                }
            }
        }
    }

    @Test(arguments: Glyphs.allCases)
    func `uses no sign that its terminal lacks`(glyphs: Glyphs) {
        let levels = [CurveChart.Level(name: "majority", value: 1)]
        let canvas = drawn(
            chart(dots: [1, 2, 3], line: [3, 2.5, .nan, 2], levels: levels, mark: (2, ["best"])), 60, 14,
            glyphs)
        for cell in canvas.cells where !cell.character.isASCII {
            #expect(glyphs != .ascii)
            #expect(
                glyphs == .braille || `The glyphs`.codePage437.contains(cell.character), "\(cell.character)")
        }
    }

    @Test func `writes the current values, and names where they fit`() {
        let chart = chart(dots: [1, 0.25], line: [1, 0.5])
        #expect(drawn(chart, 60).lines.first == "loss  oo training 0.250  ** validation 0.500")
        #expect(drawn(chart, 30).lines.first == "loss  oo 0.250  ** 0.500")
        #expect(drawn(chart, 20).lines.first == "loss 0.250 0.500")
    }
}
