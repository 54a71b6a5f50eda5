import Datasets
import Training

/// The network's prediction for the chosen sample, with a verdict.
///
/// The picture follows from the samples and from what is to be learnt: a bar for each class, one gauge where
/// a single unit says yes or no, predicted against true numbers.
struct InspectorPane: Pane {
    let dataset: Dataset
    let part: DataPart
    /// The number of the chosen sample within its split.
    let row: Int?
    /// The probability of each class, or `nil` as long as there is no network.
    let probabilities: [Float]?
    /// The network's output, where numbers are to be learnt.
    var outputs: [Float]?
    /// The network's outputs for many samples of the part.
    var predictions: PartPredictions?
    /// The network, with the time in its training.
    let age: Snapshot?
    let state: InspectorState
    let search: Search?
    let isFocused: Bool
    /// The keymap, for the names of keys that the pane speaks of.
    var keymap = Keymap()
    /// Tells whether the pane has the whole screen, and shows all classes at once.
    let isZoomed: Bool
    /// The result on the test samples, and what guessing would give.
    let test: (metrics: Metrics, random: Double)?
    /// The distribution of the samples' numbers.
    var statistics = DatasetStatistics()
    /// The explanation of the prediction.
    var why = Explanation()

    /// Divides the pane: the verdict, the bars, the result.
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
        let answer = dataset.hasClasses ? probabilities : outputs
        guard let answer, !answer.isEmpty else {
            canvas.putHint(
                [
                    "No network yet.",
                    "Press \(keymap.name(of: .train)) to train one: then this shows its prediction for \(part.rawValue) \(row).",
                ], in: area)
            return
        }
        guard !answer.contains(where: \.isNaN) else {
            canvas.putHint(
                [
                    "The network's outputs are no numbers.",
                    "Its weights have run away: try a smaller learning rate.",
                ],
                in: area)
            return
        }
        switch dataset.form {
        case _ where !dataset.hasClasses: drawValues(answer, row, in: area, on: &canvas, glyphs)
        case _ where state.view.isExplanation: drawExplanation(answer, in: area, on: &canvas, glyphs)
        case _ where state.view == .pairs: drawPairs(in: area, on: &canvas, glyphs)
        case _ where isAnsweredByOne: drawGauge(answer, row, in: area, on: &canvas, glyphs)
        case .picture, .text, .point, .row: drawClasses(in: area, on: &canvas, glyphs)
        }
    }

    private func drawExplanation(
        _ probabilities: [Float], in area: Rect, on canvas: inout Canvas, _ glyphs: Glyphs
    ) {
        switch state.view {
        case .words: drawWords(probabilities, in: area, on: &canvas, glyphs)
        case .whatIf: drawWhatIf(probabilities, in: area, on: &canvas, glyphs)
        case .epochs: drawEpochs(probabilities, in: area, on: &canvas, glyphs)
        case .nearest: drawNearest(probabilities, in: area, on: &canvas, glyphs)
        case .units: drawUnits(probabilities, in: area, on: &canvas, glyphs)
        case .sample, .residuals, .pairs: break
        }
    }

    /// Tells whether a single unit says which of two classes it is.
    var isAnsweredByOne: Bool {
        guard dataset.isYesOrNo, let network = age?.network else { return false }
        return network.model.outputs(for: network.inputs) == 1
    }

    /// The split that the chosen sample belongs to.
    var split: Split { dataset.split(of: part) }

    /// The time in the network's training: `after 3 epochs`, `after 3 epochs and 5 batches`.
    var ageText: String {
        guard let age else { return "untrained" }
        let epochs = "after \(Format.count(age.epochs, "epoch", "epochs"))"
        return age.batches == 0 ? epochs : "\(epochs) and \(Format.count(age.batches, "batch", "batches"))"
    }

    // MARK: Parts of all views

    /// The verdict in one line, and below it which sample it is about, and further facts.
    ///
    /// A prediction that can only be more or less wrong is neither right nor not.
    func drawVerdict(
        _ predicted: String, _ rest: String, isRight: Bool?, facts: [String], in area: Rect,
        on canvas: inout Canvas, _ glyphs: Glyphs
    ) {
        let sign = isRight.map { ($0 ? glyphs.verdict.right : glyphs.verdict.wrong) + " " } ?? ""
        let style = Style(isRight.map { $0 ? .success : .error } ?? .predicted, .bold)
        var column = canvas.put(sign, area.left, area.top, style, in: area)
        column = canvas.put(predicted, column, area.top, style, in: area)
        let room = area.right - column - 2
        canvas.put(
            rest.clipped(to: room, ellipsis: glyphs.ellipsis), column + 2, area.top,
            Style(isRight == true ? .success : .truth), in: area)
        guard area.rows >= 2 else { return }
        let source = ([sampleText, ageText] + facts).joined(separator: glyphs.separator)
        canvas.put(
            source.clipped(to: area.columns, ellipsis: glyphs.ellipsis), area.left, area.top + 1,
            Style(.label), in: area)
    }

    /// The last line: what there is to be said at the left, and the result on the test samples, in the words that fit.
    func drawFoot(
        _ wordings: [(left: String, right: String)], in area: Rect, on canvas: inout Canvas, _ glyphs: Glyphs
    ) {
        guard !area.isEmpty, let last = wordings.last else { return }
        let fitting = wordings.first { $0.left.columns + 2 + $0.right.columns <= area.columns }
        let (left, right) = fitting ?? ("", last.right)
        canvas.put(left, area.left, area.top, Style(.label), in: area)
        let start = max(area.left, area.right - right.columns)
        canvas.put(
            right.clipped(to: area.right - start, ellipsis: glyphs.ellipsis), start, area.top,
            Style(.text, .bold), in: area)
    }

    /// The result on the test samples, in many words and in few; nothing as long as there is none.
    var results: [String] {
        guard let test else { return [] }
        let loss = "test: loss \(Format.fixed(test.metrics.loss, 3))"
        if let accuracy = test.metrics.accuracy {
            let result = "\(loss), accuracy \(Format.percent(accuracy))"
            guard test.random.isFinite else { return [result] }
            let guess = Format.percent(test.random)
            return ["\(result) (random guess \(guess))", "\(result) (guess \(guess))", result]
        }
        if let error = dataset.error(of: test.metrics) {
            return ["test: MAE \(error), loss \(Format.fixed(test.metrics.loss, 3))", "test: MAE \(error)"]
        }
        return [loss]
    }
}
