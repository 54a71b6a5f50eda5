import Glibc
import Training

/// Softmax of three logits, as the first of them goes from one end to the other.
struct SoftmaxLesson: LessonContent {
    let logits: [Double]
    /// The ends between which the first logit moves.
    let range: ClosedRange<Double>
    let isLogarithmic: Bool

    init(_ state: LessonState) {
        logits = (0..<3).map { state[$0] }
        range = state.sliders.first?.range ?? -5...5
        isLogarithmic = state.isSwitched
    }

    /// The softmax of the logits: the probability of each class.
    var shares: [Double] { Activation.softmax.outputs(for: logits.map(Float.init)).map(Double.init) }

    private static let names = ["a", "b", "c"]

    // MARK: Words

    var facts: [String] {
        zip(Self.names, zip(logits, shares)).map {
            "\($0): \(Format.fixed($1.0, 1)) \(LessonNumber.share($1.1))"
        }
    }

    private var table: PlainTable {
        let exponentials = logits.map(exp)
        let sum = exponentials.reduce(0, +)
        let rows = logits.indices.map { place in
            [
                Self.names[place], Format.fixed(logits[place], 1), LessonNumber.plain(exponentials[place]),
                LessonNumber.share(shares[place]),
            ]
        }
        let total = LessonNumber.share((shares.reduce(0, +) * 1e6).rounded() / 1e6)
        return PlainTable(
            head: ["", "logit", "exp", "share"], rows: rows + [["sum", "", LessonNumber.plain(sum), total]],
            leftColumns: [0])
    }

    var lines: [String] { ["Softmax of three logits:"] + table.lines }

    var sentences: [String] {
        let order = logits.indices.sorted { logits[$0] > logits[$1] }
        let lead = logits[order[0]] - logits[order[1]]
        let factor = Format.fixed(exp(min(lead, 40)), lead < 3 ? 3 : 0)
        let leader =
            lead > 0
            ? "\(Self.names[order[0]]) leads \(Self.names[order[1]]) by \(Format.fixed(lead, 1)), so its share is "
                + "exp(\(Format.fixed(lead, 1))) = \(factor) times the other's."
            : "\(Self.names[order[0]]) and \(Self.names[order[1]]) are equal, and so are their shares."
        return [
            leader,
            "Each share is exp of the logit divided by the sum of all three: whatever the logits are, the shares "
                + "lie between 0 and 1 and sum to 1.",
        ]
    }

    // MARK: Drawing

    var longestSentence: Int { 72 }
    var leastRows: Int { 6 }
    var goodRows: Int { 15 }

    func draw(in area: Rect, on canvas: inout Canvas, _ glyphs: Glyphs) {
        let hasTable = area.rows >= 11
        let (upper, lower) = area.splitBottom(hasTable ? 6 : min(3, area.rows / 2))
        chart.draw(in: upper, on: &canvas, glyphs)
        guard hasTable else {
            drawBars(in: lower, on: &canvas, glyphs)
            return
        }
        let (left, right) = Rect(lower.left, lower.top + 1, lower.columns, 5).splitLeft(36)
        drawTable(in: left, on: &canvas, glyphs)
        drawBars(in: Rect(right.left + 2, right.top + 1, right.columns - 2, 3), on: &canvas, glyphs)
    }

    private var chart: CurveChart {
        let places = CurvePoints(over: range, with: logits[0]) { $0 }
        let rows = places.values.map { x in
            Activation.softmax.outputs(for: [x, logits[1], logits[2]].map(Float.init))
        }
        let curves = (0..<3).map { place in
            CurvePoints(rows.map { Double($0[place]) }, at: places.places)
        }
        let series = curves.enumerated().map { place, points -> CurveSeries in
            var series = CurveSeries(
                name: Self.names[place], role: .run(place), shape: .line, points: points,
                sign: Character(Self.names[place]))
            series.endName = Self.names[place]
            // Without colours gaps tell them apart.
            series.dash = [.none, .init(period: 8, drawn: 6), .init(period: 4, drawn: 2)][place]
            return series
        }
        return CurveChart(
            title: "share", series: series.reversed(), cursor: logits[0], firstX: range.lowerBound,
            lastX: range.upperBound, xName: "logit a", isWhole: false, isLogY: isLogarithmic,
            verticalRange: .pinned(0...1), format: { LessonNumber.share($0) },
            formatX: { Format.fixed($0, 1) })
    }

    private func drawTable(in area: Rect, on canvas: inout Canvas, _ glyphs: Glyphs) {
        let table = table
        Table(
            columns: table.head.enumerated().map {
                .init(title: $0.element, alignment: $0.offset == 0 ? .left : .right)
            },
            rows: table.rows.count, entry: { table.rows[$0][$1] }, role: { $0 < 3 ? .run($0) : nil }
        ).draw(in: area, on: &canvas, glyphs)
    }

    private func drawBars(in area: Rect, on canvas: inout Canvas, _ glyphs: Glyphs) {
        for (place, share) in shares.enumerated() where place < area.rows {
            let row = area.top + place
            let column = canvas.put(
                Self.names[place] + " ", area.left, row, Style(.run(place), .bold), in: area)
            let text = Format.percent(share).leftPadded(7)
            Bar(share: share, style: Style(.run(place)), hasTrack: true).draw(
                column, row, area.right - column - 8, on: &canvas, glyphs)
            canvas.put(text, area.right - 7, row, Style(.text), in: area)
        }
    }
}
