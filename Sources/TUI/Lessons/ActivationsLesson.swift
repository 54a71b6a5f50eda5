import Training

/// Relu, sigmoid and tanh as curves, with how steep they are behind.
struct ActivationsLesson: LessonContent {
    /// The place at which they are read.
    let x: Double
    let showsSlopes: Bool

    /// One of the three.
    private struct Entry {
        var activation: Activation
        var formula: String
        var role: Role
        var sign: Character
    }

    private static let entries = [
        Entry(activation: .relu, formula: "max(0, x)", role: .run1, sign: "r"),
        Entry(activation: .sigmoid, formula: "1 / (1 + exp(-x))", role: .run2, sign: "s"),
        Entry(
            activation: .tanh, formula: "(exp(x) - exp(-x)) / (exp(x) + exp(-x))", role: .run3, sign: "t"),
    ]
    private static let range = -6.0...6.0

    init(_ state: LessonState) { (x, showsSlopes) = (state[0], state.isSwitched) }

    private func value(_ entry: Entry) -> Double { Double(entry.activation.outputs(for: [Float(x)])[0]) }
    private func slope(_ entry: Entry) -> Double { Double(entry.activation.slopes(at: [Float(x)])[0]) }

    // MARK: Words

    var facts: [String] {
        Self.entries.map {
            let name = $0.activation.name
            return showsSlopes
                ? "\(name) slope \(LessonNumber.plain(slope($0)))"
                : "\(name) \(LessonNumber.plain(value($0)))"
        }
    }

    private var table: PlainTable {
        PlainTable(
            head: ["", "value", "slope", "formula"],
            rows: Self.entries.map {
                [
                    $0.activation.name, LessonNumber.plain(value($0)), LessonNumber.plain(slope($0)),
                    $0.formula,
                ]
            }, leftColumns: [0, 3])
    }

    var lines: [String] { ["At x = \(Format.fixed(x, 1)):"] + table.lines }

    var sentences: [String] {
        let place =
            abs(x) > 4
            ? "So far out sigmoid and tanh are flat: hardly any gradient gets through them, and the layers "
                + "before learn next to nothing."
            : x <= 0
                ? "Up to 0 relu gives 0, and so is its slope: from this sample such a unit learns nothing."
                : "Above 0 relu hands on what it gets, with a slope of 1 however large it is."
        return [
            place,
            "Sigmoid brings any number between 0 and 1, tanh between -1 and 1; sigmoid is never steeper than "
                + "0.25, tanh never than 1.",
        ]
    }

    // MARK: Drawing

    var longestSentence: Int { 130 }
    var leastRows: Int { 5 }
    var goodRows: Int { 13 }

    func draw(in area: Rect, on canvas: inout Canvas, _ glyphs: Glyphs) {
        let hasTable = area.rows >= 11
        let (charts, rest) = area.splitBottom(hasTable ? 5 : 0)
        if hasTable { drawTable(in: Rect(rest.left, rest.top + 1, rest.columns, 4), on: &canvas, glyphs) }
        // Each with an axis of its own is more legible; in few columns they share one.
        guard area.columns >= 66 else {
            chart("", Self.entries).draw(in: charts, on: &canvas, glyphs)
            return
        }
        let width = (charts.columns - 4) / 3
        for (place, entry) in Self.entries.enumerated() {
            let column = Rect(charts.left + place * (width + 2), charts.top, width, charts.rows)
            chart(entry.activation.name, [entry]).draw(in: column, on: &canvas, glyphs)
        }
    }

    private func chart(_ title: String, _ entries: [Entry]) -> CurveChart {
        let isAlone = entries.count == 1
        let slopes = entries.map { entry in
            var series = CurveSeries(
                name: isAlone ? "slope" : "", role: isAlone ? .label : entry.role, shape: .line,
                points: points { entry.activation.slopes(at: $0) }, sign: "'")
            series.dash = .init(period: 6, drawn: 3)
            return series
        }
        let values = entries.map { entry in
            // In focus, so that in a short legend slopes give way.
            CurveSeries(
                name: isAlone ? "" : entry.activation.name, role: entry.role, shape: .line,
                points: points { entry.activation.outputs(for: $0) }, sign: entry.sign, isFocused: showsSlopes
            )
        }
        var chart = CurveChart(
            title: title, series: (showsSlopes ? slopes : []) + values, cursor: x,
            firstX: Self.range.lowerBound,
            lastX: Self.range.upperBound, xName: "x", isWhole: false, format: { Format.fixed($0, 2) },
            formatX: { Format.fixed($0, 1) })
        chart.endNameWidth = 0
        return chart
    }

    private func points(_ function: ([Float]) -> [Float]) -> CurvePoints {
        CurvePoints(over: Self.range, with: x) { places in function(places.map(Float.init)).map(Double.init) }
    }

    private func drawTable(in area: Rect, on canvas: inout Canvas, _ glyphs: Glyphs) {
        let table = table
        Table(
            columns: [
                .init(title: "x = \(Format.fixed(x, 1))", alignment: .left), .init(title: table.head[1]),
                .init(title: table.head[2]), .init(title: table.head[3], alignment: .left),
            ],
            rows: table.rows.count, entry: { table.rows[$0][$1] }, role: { Self.entries[$0].role }
        ).draw(in: area, on: &canvas, glyphs)
    }
}
