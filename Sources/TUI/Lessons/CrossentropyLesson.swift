import Glibc
import Training

/// The cost of a prediction, by the probability that it gives.
struct CrossentropyLesson: LessonContent {
    /// The probability.
    let p: Double
    let isLogarithmic: Bool

    /// The bound below which Keras cuts probabilities off before it takes logarithms.
    static let least = 1e-7

    init(_ state: LessonState) { (p, isLogarithmic) = (state[0], state.isSwitched) }

    /// The loss of a probability, and its slope, where the answer is yes or no.
    static func judge(_ p: Double, isYes: Bool) -> (loss: Double, slope: Double) {
        let judged = Loss.binaryCrossentropy().judge([Float(p)], label: isYes ? 1 : 0)
        return (judged.loss, Double(judged.gradient[0]))
    }

    // MARK: Words

    var facts: [String] {
        [
            "-log p \(LessonNumber.loss(Self.judge(p, isYes: true).loss))",
            "-log(1-p) \(LessonNumber.loss(Self.judge(p, isYes: false).loss))",
        ]
    }

    private var table: PlainTable {
        let rows = [true, false].map { isYes -> [String] in
            let (loss, slope) = Self.judge(p, isYes: isYes)
            return [
                isYes ? "it is this class" : "it is not (yes or no only)",
                isYes ? "-log p" : "-log(1 - p)", LessonNumber.loss(loss), LessonNumber.plain(slope),
            ]
        }
        return PlainTable(head: ["the truth", "loss", "nats", "slope"], rows: rows, leftColumns: [0, 1])
    }

    var lines: [String] {
        ["Cross-entropy of a probability p = \(LessonNumber.share(p)):"] + table.lines
    }

    var sentences: [String] {
        let general =
            "With several classes only the true one's probability counts, and the loss is -log p; for yes or no "
            + "the other answer costs -log(1 - p)."
        if p < Self.least {
            return [
                "The logarithm of 0 is no number, so Keras takes at least 1e-7: no loss is greater than "
                    + "-log 1e-7 = 16.118, and from there no gradient comes back.",
                general,
            ]
        }
        return [likely, general]
    }

    /// The cost of the probability, compared with others.
    private var likely: String {
        if p > 0.999 {
            return "To be all but sure costs next to nothing if it is right, and most of all if it is wrong."
        }
        let classes = (1 / p).rounded()
        guard abs(1 / p - classes) < classes * 0.005, classes > 1 else {
            return "Each time that p is halved the loss grows by log 2 = 0.693: to be surely wrong is dear."
        }
        let loss = LessonNumber.loss(Self.judge(p, isYes: true).loss)
        return
            "A guess among \(Format.grouped(Int(classes))) classes that are equally likely costs just this: "
            + "log \(Format.grouped(Int(classes))) = \(loss)."
    }

    // MARK: Drawing

    var longestSentence: Int { 146 }
    var leastRows: Int { 6 }
    var goodRows: Int { 12 }

    func draw(in area: Rect, on canvas: inout Canvas, _ glyphs: Glyphs) {
        let hasTable = area.rows >= 10
        let (upper, lower) = area.splitBottom(hasTable ? 4 : 0)
        chart.draw(in: upper, on: &canvas, glyphs)
        guard hasTable else { return }
        let table = table
        Table(
            columns: table.head.enumerated().map {
                .init(title: $0.element, alignment: $0.offset < 2 ? .left : .right)
            },
            rows: table.rows.count, entry: { table.rows[$0][$1] }, role: { $0 == 0 ? .run1 : .run2 }
        ).draw(in: Rect(lower.left, lower.top + 1, lower.columns, 3), on: &canvas, glyphs)
    }

    private var chart: CurveChart {
        let range = isLogarithmic ? 1e-9...1 : 0...1
        let series = [false, true].map { isYes -> CurveSeries in
            let points = CurvePoints(over: range, with: p, isLogarithmic: isLogarithmic) { places in
                places.map { Self.judge($0, isYes: isYes).loss }
            }
            var series = CurveSeries(
                name: isYes ? "-log p" : "-log(1-p)", role: isYes ? .run1 : .run2, shape: .line,
                points: points, sign: isYes ? "*" : "o")
            if !isYes { series.dash = .init(period: 6, drawn: 4) }
            return series
        }
        return CurveChart(
            title: "loss", series: series,
            levels: isLogarithmic ? [.init(name: "-log 1e-7", value: -log(Self.least))] : [], cursor: p,
            firstX: range.lowerBound, lastX: range.upperBound, xName: "p", isWhole: false,
            isLogX: isLogarithmic,
            // All but the very ends, which the numbers tell.
            verticalRange: .pinned(isLogarithmic ? 0...18 : 0...6), format: { LessonNumber.loss($0) },
            formatX: { LessonNumber.share($0) })
    }
}
