import Glibc
import Training

/// Ten logits through sigmoid and softmax, and what both cost, from logits and from probabilities.
struct LossesLesson: LessonContent {
    /// The class that is the true one.
    let label: Int
    let isLogarithmic: Bool

    init(_ state: LessonState) { (label, isLogarithmic) = (Int(state[0]), state.isSwitched) }

    private static let logits = Lesson.tenLogits
    private static let sigmoid = Activation.sigmoid.outputs(for: logits).map(Double.init)
    private static let softmax = Activation.softmax.outputs(for: logits).map(Double.init)

    /// The cost of a model that ends in an activation, worked out in two ways.
    struct Cost: Equatable {
        var activation: Activation
        var loss: Loss
        /// The loss from logits, before the activation, as a compiled model works it out.
        var fromLogits: Double
        /// The loss from probabilities, after the activation.
        var fromProbabilities: Double
    }

    /// The costs of each pair of activation and loss.
    static func costs(label: Int) -> [Cost] {
        let pairs: [(Activation, Loss)] = [
            (.softmax, .sparseCategoricalCrossentropy()), (.sigmoid, .sparseCategoricalCrossentropy()),
            (.sigmoid, .binaryCrossentropy()),
        ]
        return pairs.map { activation, loss in
            var before = loss
            before.fromLogits = true
            return Cost(
                activation: activation, loss: loss, fromLogits: before.judge(logits, label: label).loss,
                fromProbabilities: loss.judge(activation.outputs(for: logits), label: label).loss)
        }
    }

    // MARK: Words

    var facts: [String] {
        let costs = Self.costs(label: label)
        return [
            "logits \(LessonNumber.loss(costs[0].fromLogits))",
            "softmax \(LessonNumber.loss(costs[0].fromProbabilities))",
            "sigmoid \(LessonNumber.loss(costs[2].fromProbabilities))",
        ]
    }

    private static var table: PlainTable {
        PlainTable(
            head: ["class", "logit", "sigmoid", "softmax"],
            rows: logits.indices.map { place in
                [
                    "\(place)", Format.fixed(Double(logits[place]), 1), LessonNumber.share(sigmoid[place]),
                    LessonNumber.share(softmax[place]),
                ]
            })
    }

    private var lossTable: PlainTable {
        PlainTable(
            head: ["loss of class \(label)", "behind", "from logits", "from probabilities"],
            rows: Self.costs(label: label).map {
                [
                    $0.loss.name == Loss.binaryCrossentropy().name ? "binary" : "categorical",
                    $0.activation.name, LessonNumber.loss($0.fromLogits),
                    LessonNumber.loss($0.fromProbabilities),
                ]
            }, leftColumns: [0, 1])
    }

    var lines: [String] {
        ["Ten logits, of which class \(label) is the true one:"] + Self.table.lines + [""] + lossTable.lines
    }

    var sentences: [String] {
        let share = Self.softmax[label]
        let logit = Format.fixed(Double(Self.logits[label]), 1)
        let loss = Format.fixed(Self.costs(label: label)[0].fromLogits, 2)
        let difference =
            share < 1e-7
            ? "From logits the loss is the logarithm of the sum of exps, less the logit: 99.9 - \(logit) = "
                + "\(loss). Softmax has made \(LessonNumber.share(share)) of it, which the loss raises to 1e-7, "
                + "and -log 1e-7 = 16.118 however wrong the network is."
            : "Class \(label) has the largest logit by far: softmax gives it all there is, and behind softmax "
                + "both losses are next to 0."
        return [
            difference.replacing("- -", with: "+ "),
            "Sigmoid takes each logit by itself: 43.2, 74 and 99.9 all become 1, and what has been rounded away no "
                + "loss can bring back. So losses are worked out from logits.",
        ]
    }

    // MARK: Drawing

    var longestSentence: Int { 220 }
    var leastRows: Int { 7 }
    var goodRows: Int { 15 }

    func draw(in area: Rect, on canvas: inout Canvas, _ glyphs: Glyphs) {
        // Losses are what it is about: they stay, and stand next to the classes where rows are few.
        guard area.rows >= 15 || area.columns < 110 else {
            let (left, right) = area.splitLeft(area.columns - 58)
            drawClasses(in: left, on: &canvas, glyphs)
            drawLosses(in: Rect(right.left + 2, right.top, 56, right.rows), on: &canvas, glyphs)
            return
        }
        var rest = area
        if area.rows >= 24 {
            let (upper, lower) = area.splitTop(17)
            chart.draw(in: lower, on: &canvas, glyphs)
            rest = upper.splitBottom(1).rest
        }
        let gap = rest.rows >= 16 ? 1 : 0
        let (upper, lower) = rest.splitBottom(4)
        drawClasses(in: upper.splitBottom(gap).rest, on: &canvas, glyphs)
        drawLosses(in: lower, on: &canvas, glyphs)
    }

    /// The distance of the true class from the likeliest, with which its loss grows.
    private var chart: CurveChart {
        let lead = Double(Self.logits.max() ?? 0) - Double(Self.logits[label])
        let range = 0...max(60, lead)
        func series(_ name: String, _ role: Role, _ sign: Character, _ loss: ([Float]) -> Double)
            -> CurveSeries
        {
            let points = CurvePoints(over: range, with: lead) { places in
                places.map { loss([0, Float(-$0)]) }
            }
            return CurveSeries(name: name, role: role, shape: .line, points: points, sign: sign)
        }
        var plain = series("from probabilities", .run2, "p") {
            Loss.sparseCategoricalCrossentropy().judge(Activation.softmax.outputs(for: $0), label: 1).loss
        }
        plain.dash = .init(period: 6, drawn: 4)
        let exact = series("from logits", .run1, "*") {
            Loss.sparseCategoricalCrossentropy(fromLogits: true).judge($0, label: 1).loss
        }
        return CurveChart(
            title: "loss behind softmax", series: [plain, exact], cursor: lead, firstX: 0,
            lastX: range.upperBound, xName: "logits behind", isWhole: false,
            format: { LessonNumber.loss($0) }, formatX: { Format.fixed($0, 1) })
    }

    private func drawLosses(in area: Rect, on canvas: inout Canvas, _ glyphs: Glyphs) {
        let table = lossTable
        Table(
            columns: table.head.enumerated().map {
                .init(title: $0.element, alignment: $0.offset < 2 ? .left : .right)
            }, rows: table.rows.count, entry: { table.rows[$0][$1] }
        ).draw(in: area, on: &canvas, glyphs)
    }

    private func drawClasses(in area: Rect, on canvas: inout Canvas, _ glyphs: Glyphs) {
        let table = Self.table
        let (numbers, bars) = area.splitLeft(min(area.columns, 39))
        var position = ListPosition()
        let visible = Table.capacity(area)
        position.go(to: label, count: table.rows.count, visible: max(1, visible))
        let first = position.top
        Table(
            columns: [.init(title: "  class", alignment: .left)]
                + table.head.dropFirst().map { .init(title: $0) },
            rows: table.rows.count, position: position,
            entry: { row, column in
                guard column == 0 else { return table.rows[row][column] }
                return row == self.label ? "\(glyphs.pointer) \(row) true" : "  \(row)"
            },
            role: { $0 == self.label ? .truth : nil }
        ).draw(in: numbers, on: &canvas, glyphs)
        let width = (bars.columns - 4) / 2
        guard width >= 8 else { return }
        let columns = [("sigmoid", Self.sigmoid), ("softmax", Self.softmax)]
        for (place, column) in columns.enumerated() {
            let left = bars.left + 2 + place * (width + 2)
            let head = isLogarithmic ? "\(column.0), 1e-45 to 1" : "\(column.0), 0 to 1"
            canvas.put(
                head.clipped(to: width, ellipsis: glyphs.ellipsis), left, bars.top, Style(.label), in: bars)
            for row in first..<min(table.rows.count, first + visible) {
                Bar(
                    share: share(column.1[row]), style: Style(row == label ? .truth : .bar), hasTrack: true
                ).draw(left, bars.top + 1 + row - first, width, on: &canvas, glyphs)
            }
        }
    }

    /// The length of a bar; where powers of ten are equally long, the smallest number that exists has none.
    private func share(_ value: Double) -> Double {
        guard isLogarithmic else { return value }
        return value > 0 ? 1 + log10(value) / 45 : 0
    }
}
