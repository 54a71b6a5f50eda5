import Glibc
import Testing
import Training

@testable import TUI

@Suite struct `Widgets as pictures` {
    static let sizes = [(24, 8), (60, 14), (110, 26)]

    /// Compares a widget with its pictures: as roles, and as a terminal without colours shows it.
    private func expect(
        _ name: String, _ columns: Int, _ rows: Int, glyphs: Glyphs = .braille,
        _ draw: (Rect, inout Canvas, Glyphs) -> Void
    ) throws {
        var canvas = Canvas(Size(columns, rows))
        draw(canvas.bounds, &canvas, glyphs)
        let suffix = glyphs == .braille ? "" : "-\(glyphs)"
        try TUITests.expect(canvas, looksLike: "Widgets/\(name)-\(columns)x\(rows)\(suffix)")
        try TUITests.expect(
            canvas, looksLike: "Widgets/\(name)-\(columns)x\(rows)\(suffix)-mono", monochrome: true)
    }

    // MARK: Curves

    /// Losses with waves that differ from run to run.
    private func losses(_ run: Int, _ count: Int = 60) -> [Double] {
        (0..<count).map { place in
            let x = Double(place + 1)
            return 0.25 + 2.4 / (x * 0.4 + 1) + 0.12 * sin(x * 0.9 + Double(run) * 2) + 0.05 * Double(run)
        }
    }

    private func series(_ run: Int, isFocused: Bool = false) -> CurveSeries {
        var series = CurveSeries(
            name: "run \(run + 1)", role: .run(run), shape: .line, values: losses(run),
            sign: Character("\(run + 1)"))
        series.endName = run == 2 ? "wide and shallow net" : "run \(run + 1)"
        series.isFocused = isFocused
        if !isFocused { series.dash = run == 0 ? .init(period: 8, drawn: 6) : .init(period: 4, drawn: 2) }
        return series
    }

    private func chart(_ series: [CurveSeries]) -> CurveChart {
        CurveChart(
            title: "val_loss", series: series, lastX: 60, xName: "epoch", format: { Format.fixed($0, 3) })
    }

    @Test(arguments: sizes)
    func `several runs with a cursor`(columns: Int, rows: Int) throws {
        var chart = chart([series(0), series(2), series(1, isFocused: true)])
        chart.cursor = 23
        try expect("curves-runs", columns, rows) { chart.draw(in: $0, on: &$1, $2) }
    }

    @Test(arguments: sizes)
    func `smoothed curves before what was measured, both axes logarithmic`(columns: Int, rows: Int) throws {
        var entry = CurveSeries(
            name: "validation", role: .validationCurve, shape: .line,
            values: losses(0).enumerated().map { $0.offset == 20 ? .nan : $0.element * $0.element }, sign: "*"
        )
        entry.smoothed = entry.points.smoothed(by: 0.8)
        var chart = chart([entry])
        (chart.isLogX, chart.isLogY, chart.notes) = (true, true, ["smoothed 0.80"])
        try expect("curves-smoothed", columns, rows) { chart.draw(in: $0, on: &$1, $2) }
    }

    @Test(arguments: sizes)
    func `mean and deviation of runs`(columns: Int, rows: Int) throws {
        let band = CurveBand(of: (0..<4).map { CurvePoints(losses($0)) })
        var chart = chart(
            (band.map(\.mean)).map {
                [
                    CurveSeries(
                        name: "mean of 4 runs", role: .validationCurve, shape: .line, points: $0, sign: "*")
                ]
            } ?? [])
        chart.band = band
        try expect("curves-band", columns, rows) { chart.draw(in: $0, on: &$1, $2) }
    }

    @Test(arguments: [Glyphs.block, .ascii])
    func `curves in poorer glyphs`(glyphs: Glyphs) throws {
        var chart = chart([series(0), series(1, isFocused: true)])
        chart.band = CurveBand(of: (0..<4).map { CurvePoints(losses($0)) })
        chart.cursor = 12
        chart.verticalRange = .pinned(0...1)
        try expect("curves", 70, 14, glyphs: glyphs) { chart.draw(in: $0, on: &$1, $2) }
    }

    // MARK: The others

    private let confusion: HeatMap = {
        let values = (0..<36).map { place -> Double in
            let (row, column) = (place / 6, place % 6)
            return row == column ? 40 - Double(row * 4) : Double(max(0, 9 - abs(row - column) * 4 - row))
        }
        let names = ["apple", "fig", "sweet-potato", "kiwi", "lychee", "plum"]
        return HeatMap(
            values: values, columns: 6, rowLabels: names, columnLabels: (0..<6).map { "\($0)" },
            format: { Format.fixed($0, 0) }, chosen: (2, 3))
    }()

    @Test(arguments: sizes)
    func `a heat map`(columns: Int, rows: Int) throws {
        try expect("heat", columns, rows) { confusion.draw(in: $0, on: &$1, $2) }
    }

    @Test(arguments: sizes)
    func `a heat map of more values than there are cells`(columns: Int, rows: Int) throws {
        let values = (0..<46 * 46).map { (place: Int) -> Double in
            place / 46 == place % 46 ? 1 : Double(place * 7919 % 101) / 400
        }
        try expect("heat-large", columns, rows) {
            HeatMap(values: values, columns: 46).draw(in: $0, on: &$1, $2)
        }
    }

    private let lengths = (0..<500).map { place in
        let share = Double(place * 7919 % 500) / 500
        return 20 + 60 * share * share + (place == 77 ? 70 : 0)
    }

    @Test(arguments: sizes)
    func `a histogram`(columns: Int, rows: Int) throws {
        try expect("histogram", columns, rows) {
            Histogram(values: lengths + [.nan], name: "words").draw(in: $0, on: &$1, $2)
        }
    }

    @Test(arguments: [(8, 1), (30, 1), (70, 2)])
    func `a sparkline`(columns: Int, rows: Int) throws {
        let values = losses(1, 60).enumerated().map { $0.offset == 8 ? Double.nan : $0.element }
        try expect("sparkline", columns, rows) {
            Sparkline(values: values, format: { Format.fixed($0, 2) }).draw(in: $0, on: &$1, $2)
        }
    }

    private let blobs: Scatter = {
        let points = (0..<36).map { place -> Scatter.Mark in
            let group = place % 3
            let (turn, radius) = (Double(place) * 2.4, Double(place) / 30)
            return Scatter.Mark(
                [-2.0, 2, 0][group] + radius * cos(turn), [-1.0, -1, 2][group] + radius * sin(turn), group)
        }
        let grid = PlaneGrid(
            x: Scatter.range(of: points.map(\.x)), y: Scatter.range(of: points.map(\.y)), columns: 110,
            rows: 60)
        let middles = grid.middles
        let regions = (0..<middles.count).map { place in
            let middle = Array(middles[place])
            return middle[1] > 0.5 ? 2 : middle[0] > 0 ? 1 : 0
        }
        return Scatter(
            points: points, ground: ScatterGround(columns: grid.columns, groups: regions),
            groups: ["left", "right", "upper"])
    }()

    @Test(arguments: sizes)
    func `points over regions`(columns: Int, rows: Int) throws {
        try expect("scatter", columns, rows) { blobs.draw(in: $0, on: &$1, $2) }
    }

    private var table: Table {
        let rows = (1...40).map { ["\($0)", "a name of \($0) in a column of words", "\(400 / $0)"] }
        var table = Table(
            columns: [.init(title: "epoch"), .init(title: "name", alignment: .left), .init(title: "loss")],
            sorting: (2, false), rows: rows.count, isFocused: true, entry: { rows[$0][$1] },
            role: { $0 == 5 ? .bestEpoch : nil })
        table.position.go(to: 3, count: 40, visible: 7)
        return table
    }

    @Test(arguments: sizes)
    func `a table`(columns: Int, rows: Int) throws {
        try expect("table", columns, rows) { table.draw(in: $0, on: &$1, $2) }
    }

    @Test(arguments: sizes)
    func `a list of bars`(columns: Int, rows: Int) throws {
        let items = Fixture.classes.prefix(12).enumerated().map { index, name in
            BarColumns.Item(
                number: index, name: name, share: 1 / Double(index + 1),
                value: Format.percent(1 / Double(index + 1)), role: index == 1 ? .truth : .bar,
                sign: index == 1 ? "*" : " ")
        }
        try expect("bars", columns, rows) { BarColumns(items: items).draw(in: $0, on: &$1, $2) }
    }

    @Test(arguments: [Glyphs.block, .ascii])
    func `widgets in poorer glyphs`(glyphs: Glyphs) throws {
        try expect("heat", 50, 10, glyphs: glyphs) { confusion.draw(in: $0, on: &$1, $2) }
        try expect("histogram", 50, 10, glyphs: glyphs) {
            Histogram(values: lengths, name: "words").draw(in: $0, on: &$1, $2)
        }
        try expect("scatter", 50, 14, glyphs: glyphs) { blobs.draw(in: $0, on: &$1, $2) }
        try expect("sparkline", 30, 1, glyphs: glyphs) {
            Sparkline(values: losses(1)).draw(in: $0, on: &$1, $2)
        }
        try expect("table", 50, 8, glyphs: glyphs) { table.draw(in: $0, on: &$1, $2) }
    }
}
