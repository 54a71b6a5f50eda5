import Datasets
import Training

/// What the network makes of the chosen sample: a bar for each class, and whether it is right.
struct InspectorPane: Pane {
    let dataset: Dataset
    let part: DataPart
    /// The number of the chosen sample within its split.
    let row: Int?
    /// The probability of each class, or `nil` as long as there is no network.
    let probabilities: [Float]?
    /// How far the network has been trained.
    let age: Snapshot?
    let state: InspectorState
    let search: Search?
    let isFocused: Bool
    /// What keys are called that the pane speaks of.
    var keymap = Keymap()
    /// Whether the pane has the whole screen, and shows all classes at once.
    let isZoomed: Bool
    /// The result on the test samples, and what guessing would give.
    let test: (metrics: Metrics, random: Double)?

    /// How the pane is divided: what is said, the bars, the result.
    static func parts(of area: Rect) -> (head: Rect, bars: Rect, foot: Rect) {
        let (head, rest) = area.splitTop(area.rows >= 6 ? 2 : min(1, area.rows))
        let (bars, foot) = rest.splitBottom(rest.rows >= 5 ? 1 : 0)
        return (head, bars, foot)
    }

    func draw(in area: Rect, on canvas: inout Canvas, _ glyphs: Glyphs) {
        guard let row else {
            canvas.putHint(
                ["Nothing is chosen.", "Choose a \(dataset.nouns.sample) in the Data pane."], in: area)
            return
        }
        guard let probabilities, !probabilities.isEmpty else {
            canvas.putHint(
                [
                    "No network yet.",
                    "Press \(keymap.name(of: .train)) to train one: then this shows what it makes of \(part.rawValue) \(row).",
                ], in: area)
            return
        }
        guard let predicted = Network.likeliest(probabilities) else {
            canvas.putHint(
                [
                    "The network's outputs are no numbers.",
                    "Its weights have run away: try a smaller learning rate.",
                ],
                in: area)
            return
        }
        let truth = Int(dataset.split(of: part).labels[row])
        let (head, bars, foot) = Self.parts(of: area)
        drawHead(predicted, truth, probabilities, row, in: head, on: &canvas, glyphs)
        drawBars(probabilities, predicted, truth, in: bars, on: &canvas, glyphs)
        drawFoot(
            probabilities, shown: BarColumns.capacity(bars, showsAll: isZoomed), in: foot, on: &canvas, glyphs
        )
    }

    /// The classes in the order of the bars.
    static func sorted(
        _ dataset: Dataset, _ probabilities: [Float], by order: ClassOrder, reversed: Bool
    ) -> [Int] {
        let classes = Array(dataset.classes.indices)
        let sorted =
            switch order {
            case .number: classes
            case .name: classes.sorted { (dataset.classes[$0], $0) < (dataset.classes[$1], $1) }
            case .probability where probabilities.count == classes.count:
                classes.sorted { (probabilities[$0], $1) > (probabilities[$1], $0) }
            case .probability: classes
            }
        return reversed ? sorted.reversed() : sorted
    }

    private func drawHead(
        _ predicted: Int, _ truth: Int, _ probabilities: [Float], _ row: Int, in area: Rect,
        on canvas: inout Canvas, _ glyphs: Glyphs
    ) {
        let isRight = predicted == truth
        let verdict = isRight ? glyphs.verdict.right : glyphs.verdict.wrong
        let style = Style(isRight ? .success : .error, .bold)
        var column = canvas.put("\(verdict) ", area.left, area.top, style, in: area)
        column = canvas.put(
            "\(predicted) \(dataset.classes[predicted])  \(Format.percent(Double(probabilities[predicted]), places: 2))",
            column,
            area.top, style, in: area)
        let rest =
            isRight
            ? "right"
            : "wrong: it is \(truth) \(dataset.classes[truth])  \(Format.percent(Double(probabilities[truth]), places: 2))"
        let room = area.right - column - 2
        canvas.put(
            rest.clipped(to: room, ellipsis: glyphs.ellipsis), column + 2, area.top,
            Style(isRight ? .success : .truth),
            in: area)
        guard area.rows >= 2 else { return }
        let source =
            "\(part.rawValue) \(row)" + glyphs.separator + ageText
        canvas.put(
            (source + glyphs.separator + "\(state.order.title), in %").clipped(
                to: area.columns, ellipsis: glyphs.ellipsis),
            area.left,
            area.top + 1, Style(.label), in: area)
    }

    /// How far the network had been trained: `after 3 epochs`, `after 3 epochs and 5 batches`.
    private var ageText: String {
        guard let age else { return "untrained" }
        let epochs = "after \(Format.count(age.epochs, "epoch", "epochs"))"
        return age.batches == 0 ? epochs : "\(epochs) and \(Format.count(age.batches, "batch", "batches"))"
    }

    private func drawBars(
        _ probabilities: [Float], _ predicted: Int, _ truth: Int, in area: Rect, on canvas: inout Canvas,
        _ glyphs: Glyphs
    ) {
        let sorted = Self.sorted(dataset, probabilities, by: state.order, reversed: state.isReversed)
        let found = Set(search?.rows ?? [])
        BarColumns(
            items: sorted.enumerated().map { place, label in
                let isPredicted = label == predicted
                let isTrue = label == truth
                return BarColumns.Item(
                    number: label, name: dataset.classes[label], share: Double(probabilities[label]),
                    value: Format.fixed(Double(probabilities[label]) * 100, 2),
                    role: isTrue ? .truth : isPredicted ? .predicted : .bar,
                    sign: isTrue ? glyphs.verdict.right : isPredicted ? glyphs.pointer : " ",
                    surface: isFocused && place == state.position.cursor
                        ? .selection : found.contains(place) ? .quietSelection : .background,
                    command: .choose(.inspector, place))
            }, top: state.position.top, showsAll: isZoomed
        ).draw(in: area, on: &canvas, glyphs)
    }

    private func drawFoot(
        _ probabilities: [Float], shown: Int, in area: Rect, on canvas: inout Canvas, _ glyphs: Glyphs
    ) {
        guard !area.isEmpty else { return }
        let sum = "sum " + Format.fixed(probabilities.reduce(0.0) { $0 + Double($1) }, 2)
        let all = Format.count(probabilities.count, dataset.nouns.label, dataset.nouns.labels)
        let count = shown < probabilities.count ? "\(shown) of \(all)" : all
        guard let test, let accuracy = test.metrics.accuracy else {
            canvas.put("\(count), \(sum)", area.left, area.top, Style(.label), in: area)
            return
        }
        // The sum and the result always; how many there are, and what a guess achieves, in the words that fit.
        let result = "test: loss \(Format.fixed(test.metrics.loss, 3)), accuracy \(Format.percent(accuracy))"
        let guess = Format.percent(test.random)
        let wordings = [
            ("\(count), \(sum)", "\(result) (random guess \(guess))"),
            (sum, "\(result) (random guess \(guess))"),
            (sum, "\(result) (guess \(guess))"), (sum, result), ("", result),
        ]
        let fitting = wordings.first { $0.0.columns + 2 + $0.1.columns <= area.columns }
        let (left, right) = fitting ?? ("", result)
        canvas.put(left, area.left, area.top, Style(.label), in: area)
        let start = max(area.left, area.right - right.columns)
        canvas.put(
            right.clipped(to: area.right - start, ellipsis: glyphs.ellipsis), start, area.top,
            Style(.text, .bold),
            in: area)
    }
}
