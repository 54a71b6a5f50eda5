import Testing

@testable import TUI

@Suite struct `Reading a chart of curves` {
    private func chart(_ values: [[Double]], range: CurveChart.VerticalRange = .data) -> CurveChart {
        let series = values.enumerated().map { index, values in
            CurveSeries(
                name: "run \(index + 1)", role: .run(index), shape: .line, values: values,
                sign: Character("\(index + 1)"))
        }
        var chart = CurveChart(
            title: "loss", series: series, lastX: Double(values.map(\.count).max() ?? 2), xName: "epoch",
            format: { Format.fixed($0, 2) })
        chart.verticalRange = range
        return chart
    }

    private func drawn(
        _ chart: CurveChart, _ columns: Int = 60, _ rows: Int = 12, _ glyphs: Glyphs = .braille
    )
        -> Canvas
    {
        var canvas = Canvas(Size(columns, rows))
        chart.draw(in: canvas.bounds, on: &canvas, glyphs)
        return canvas
    }

    private func columns(_ role: Role, on canvas: Canvas, rows: Range<Int>) -> Set<Int> {
        Set(
            rows.flatMap { row in
                (0..<canvas.size.columns).filter { canvas[$0, row].style.role == role }
            })
    }

    @Test func `shows all curves' values at the cursor, and its place`() {
        var chart = chart([[5, 4, 3], [1, .nan, 2]])
        chart.cursor = 2.2
        let lines = drawn(chart).lines
        #expect(lines[0].contains("run 1 4.00"))
        #expect(lines[0].contains("run 2 nan"))
        #expect(lines[0].hasSuffix("epoch 2"))
        chart.cursor = nil
        #expect(drawn(chart).lines[0].contains("run 2 2.00"))
    }

    @Test func `has the cursor behind the curves`() {
        var chart = chart([[1, 1, 1]], range: .pinned(0...2))
        chart.cursor = 2
        let canvas = drawn(chart)
        let line = columns(.cursor, on: canvas, rows: 1..<9)
        #expect(line.count == 1)
        #expect(columns(.run1, on: canvas, rows: 1..<9).isSuperset(of: line))
    }

    @Test func `shows the measured value beside a smoothed one, and the measured curve behind`() {
        var chart = chart([[4, 2, 1]])
        chart.series[0].smoothed = chart.series[0].points.smoothed(by: 0.5)
        let canvas = drawn(chart)
        #expect(canvas.lines[0].contains("1.71 (1.00)"))
        let plot = 8..<canvas.size.columns
        #expect((1..<9).contains { row in plot.contains { canvas[$0, row].style.role == .faint } })
        chart.showsRaw = false
        let alone = drawn(chart)
        #expect((1..<9).contains { row in plot.contains { alone[$0, row].style.role == .faint } } == false)
    }

    @Test func `says how many values a logarithmic axis has no place for`() {
        var chart = chart([[1, 0, 10, -3, 100]])
        chart.isLogY = true
        #expect(drawn(chart).lines[0].contains("2 values ≤ 0 left out"))
        #expect(drawn(chart, 60, 12, .ascii).lines[0].contains("2 values <= 0 left out"))
        chart.isLogY = false
        #expect(drawn(chart).lines[0].contains("left out") == false)
    }

    @Test func `says at its edges how many values lie beyond them`() {
        let text = drawn(chart([[0.5, 3, 4, -1, 0.5]], range: .pinned(0...1))).lines
        #expect(text[1].hasSuffix("▲2"))
        #expect(text.contains { $0.hasSuffix("▼1") })
        #expect(
            drawn(chart([[0.5, 1, 0]], range: .pinned(0...1))).lines.contains { $0.hasSuffix("▲1") } == false)
    }

    @Test func `follows the values in a part of the axis, and joins it to those outside`() {
        var chart = chart([[100, 90, 3, 2, 1, 50]])
        (chart.firstX, chart.lastX) = (3, 5)
        #expect(chart.verticalAxis(rows: 8).upper < 4)
        // Between two points the line goes through.
        (chart.firstX, chart.lastX, chart.isWhole) = (3.2, 3.8, false)
        #expect(columns(.run1, on: drawn(chart), rows: 1..<9).count > 40)
    }

    @Test(arguments: Glyphs.allCases, [false, true])
    func `keeps a spike among a hundred thousand points`(glyphs: Glyphs, isLog: Bool) {
        var values = Array(repeating: 1.0, count: 100_000)
        values[31_415] = 900
        var chart = chart([values])
        (chart.isLogX, chart.isLogY) = (isLog, isLog)
        #expect(columns(.run1, on: drawn(chart, 60, 12, glyphs), rows: 1..<3).count == 1)
    }

    @Test func `writes names at the ends of curves, whole or with an ellipsis, and never on a curve`() {
        var chart = chart([[1, 2, 3], [3, 2, 1], [1, 1, 1]])
        chart.series[0].endName = "short"
        chart.series[1].endName = "a name that is far too long for its room"
        chart.series[2].endName = "third"
        let canvas = drawn(chart, 80, 14)
        let text = canvas.lines.joined(separator: "\n")
        #expect(text.contains("short") && text.contains("third"))
        #expect(canvas.lines.contains { $0.contains(" a name") && $0.hasSuffix("… 1.00") })
        let without = chart.series.map { entry in
            var entry = entry
            entry.endName = nil
            return entry
        }
        chart.series = without
        #expect(drawn(chart, 80, 14).lines.joined().contains("third") == false)
    }

    @Test func `writes names in the order in which curves end, the one in focus whatever the room`() {
        var chart = chart([[1, 2.0], [1, 2.2], [1, 2.1]])
        for index in 0..<3 { chart.series[index].endName = "name \(index)" }
        let names = drawn(chart, 80, 14).lines.compactMap { line in
            line.dropFirst(50).firstRange(of: "name ").map { line[$0.upperBound] }
        }
        #expect(names == ["1", "2", "0"])
        chart.series[0].isFocused = true
        let few = drawn(chart, 80, 3).lines.dropFirst().joined()
        #expect(few.contains("name 0"))
    }

    @Test func `finds the place below a click`() throws {
        let chart = chart([[1, 2, 3, 4, 5]])
        let area = Rect(3, 2, 60, 12)
        let right = try #require(chart.place(at: Point(62, 5), in: area))
        #expect(abs(right - 5) < 1e-9)
        #expect(chart.place(at: Point(3, 5), in: area) == nil)
    }

    @Test(arguments: Glyphs.allCases)
    func `stays in its area at every size with everything on`(glyphs: Glyphs) {
        for values in [[], [1], [.nan, 2], [0, -1, 1e308], [.infinity, -.infinity, 0.5]] as [[Double]] {
            var chart = chart([values, values.reversed()], range: .pinned(0...1))
            chart.band = CurveBand(of: chart.series.map(\.points))
            chart.cursor = 1.5
            chart.notes = ["a note"]
            for index in chart.series.indices {
                chart.series[index].smoothed = chart.series[index].points.smoothed(by: 0.6)
                chart.series[index].endName = "name \(index)"
            }
            for isLog in [false, true] {
                (chart.isLogX, chart.isLogY) = (isLog, isLog)
                for columns in [0, 1, 8, 9, 14, 40] {
                    for rows in [0, 2, 3, 5, 11] {
                        let area = Rect(2, 1, columns, rows)
                        var canvas = Canvas(Size(44, 14))
                        chart.draw(in: area, on: &canvas, glyphs)
                        canvas.fill(area)
                        #expect(canvas == Canvas(Size(44, 14)), "\(values) at \(columns)×\(rows)")
                    }
                }
            }
        }
    }
}
