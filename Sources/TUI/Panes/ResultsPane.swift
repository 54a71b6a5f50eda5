import Datasets
import Training

/// The results of the network for all samples of a part.
struct ResultsPane: Pane {
    let dataset: Dataset
    let state: ResultsState
    let known: ResultsKnown
    /// The network that is shown, with the time in its training; `nil` where there is none.
    let age: Snapshot?
    /// The epochs of the run that is shown, and whose they are.
    var epochs = 0
    var track: ResultsKnown.Track?
    /// The number of training samples that are set aside.
    let validation: Int
    let isFocused: Bool
    var search: Search?
    /// The keymap, for the names of keys that the pane speaks of.
    var keymap = Keymap()
    var now = 0.0

    /// Divides the pane: the title, the picture or table, the facts about the chosen thing.
    static func parts(of area: Rect) -> (head: Rect, body: Rect, foot: Rect) {
        let (head, rest) = area.splitTop(area.rows >= 5 ? 1 : 0)
        let (body, foot) = rest.splitBottom(rest.rows >= 8 ? 2 : rest.rows >= 4 ? 1 : 0)
        return (head, body, foot)
    }

    /// The text in the frame behind the pane's name.
    var detail: String {
        let title = state.view == .topics ? "by \(dataset.nouns.label)" : state.view.title
        return state.view.needsNetwork ? "\(title) of \(state.part.rawValue)" : title
    }

    /// The evaluation of the part that is shown.
    var evaluation: PartEvaluation? {
        guard let evaluation = known.evaluation, evaluation.request.part == state.part else { return nil }
        return evaluation
    }
    var results: ClassResults? { evaluation?.classes }
    var table: ResultsTable {
        ResultsTable(dataset: dataset, state: state, known: known, validation: validation)
    }
    func key(_ change: ResultsChange) -> String { keymap.name(of: .results(change), in: .results) }

    /// The classes in the order in which they stand in the matrix and through time.
    var order: [Int] { state.classes(of: dataset, sizes: results?.matrix.support) }

    // MARK: Drawing

    func draw(in area: Rect, on canvas: inout Canvas, _ glyphs: Glyphs) {
        if let hint {
            canvas.putHint(hint, in: area)
            return
        }
        if case .looking(let task, _) = known.suspects, state.view == .suspects {
            TaskBar(title: "training \(Self.folds) networks", task: task, now: now)
                .draw(in: area, on: &canvas, glyphs)
            return
        }
        let parts = Self.parts(of: area)
        // The last line begins with the part of the matrix that is seen, where that is larger than the pane.
        let seen =
            state.view == .matrix && table.columns.isEmpty ? grid?.seen(in: parts.body, glyphs) : nil
        let last = (parts.foot.rows > 0 ? foot.prefix(parts.foot.rows).count : 0) - 1
        let head = last < 1 ? ([seen, self.head].compactMap(\.self).joined(separator: "; ")) : self.head
        canvas.put(
            head.clipped(to: parts.head.columns, ellipsis: glyphs.ellipsis), parts.head.left, parts.head.top,
            Style(.label), in: parts.head)
        if !table.columns.isEmpty {
            drawTable(in: parts.body, on: &canvas, glyphs)
        } else {
            switch state.view {
            case .matrix: drawMatrix(in: parts.body, on: &canvas, glyphs)
            case .history: drawHistory(in: parts.body, on: &canvas, glyphs)
            case .topK: drawTopK(in: parts.body, on: &canvas, glyphs)
            case .calibration: drawCalibration(in: parts.body, on: &canvas, glyphs)
            default: break
            }
        }
        for (line, words) in foot.prefix(parts.foot.rows).enumerated() {
            let text =
                line == last && last > 0 ? [seen, words].compactMap(\.self).joined(separator: "; ") : words
            canvas.put(
                text.clipped(to: parts.foot.columns, ellipsis: glyphs.ellipsis), parts.foot.left,
                parts.foot.top + line, Style(line == 0 ? .text : .label), in: parts.foot)
        }
    }

    // MARK: Words

    /// The number of networks that look for label errors.
    static let folds = 5

    /// A sentence on what is missing, with the next step; `nil` where nothing is.
    var hint: [String]? {
        switch state.view {
        case .suspects:
            switch known.suspects {
            case .unknown:
                return [
                    "Which training \(dataset.nouns.samples) have a wrong label?",
                    "\(key(.open)) trains \(Self.folds) networks, each without its part of them, and lists those "
                        + "whose labels they are sure to be wrong. That takes about as long as \(Self.folds - 1) runs; "
                        + "\(keymap.name(of: .cancel)) gives it up.",
                ]
            case .failed(let reason): return ["Label errors can't be looked for.", reason]
            case .looking, .found: return nil
            }
        case .duplicates:
            return known.duplicates == nil ? ["Looking for \(dataset.nouns.samples) that are alike."] : nil
        default: break
        }
        guard age != nil else {
            return [
                "No network yet.",
                "Press \(keymap.name(of: .train)) to train one: then this shows its predictions for all \(dataset.nouns.samples).",
            ]
        }
        guard let evaluation else { return ["The network is being asked about \(state.part.rawValue)."] }
        switch evaluation.outcome {
        case .failed(let reason): return ["The \(dataset.nouns.samples) can't be judged.", reason]
        case .classes(let results) where results.evaluation.count == 0:
            return [
                "No \(dataset.nouns.samples) in \(state.part.rawValue).",
                "\(key(.nextPart)) shows the next part.",
            ]
        case .values(let errors) where errors.count == 0:
            return [
                "No \(dataset.nouns.samples) in \(state.part.rawValue).",
                "\(key(.nextPart)) shows the next part.",
            ]
        case .classes, .values: return nil
        }
    }

    /// The samples in numbers, the network that answers, and the quality of its answers.
    var head: String {
        switch state.view {
        case .suspects:
            guard let errors = known.labelErrors else { return "" }
            return
                "\(Format.grouped(errors.suspects.count)) of \(Format.grouped(errors.samples)) labels likely wrong; "
                + "accuracy out of fold \(Format.percent(errors.accuracy))"
        case .duplicates: return duplicatesHead
        default: break
        }
        guard let evaluation else { return "" }
        let count: Int
        let quality: String
        switch evaluation.outcome {
        case .classes(let results):
            count = results.evaluation.count
            quality =
                "accuracy \(Format.percent(results.report.accuracy)), "
                + "loss \(Format.fixed(results.evaluation.meanLoss, 3))"
        case .values(let errors):
            count = errors.count
            let error =
                dataset.learnt.first?.text(difference: errors.meanAbsoluteError)
                ?? Format.fixed(errors.meanAbsoluteError, 3)
            quality = "mean absolute error \(error), R² \(Format.fixed(errors.determination, 3))"
        case .failed: return ""
        }
        let samples = Format.count(count, dataset.nouns.sample, dataset.nouns.samples)
        let age = ageText(evaluation.request.moment)
        if let chosen = state.chosen {
            return
                "\(title(of: chosen)): \(Format.grouped(known.rows.count)) of \(samples) of \(state.part.rawValue), \(age)"
        }
        return "\(samples) of \(state.part.rawValue), \(age): \(quality)"
    }

    private func ageText(_ moment: Moment) -> String {
        moment.batches == 0
            ? "epoch \(moment.epochs)"
            : "epoch \(moment.epochs) and \(Format.count(moment.batches, "batch", "batches"))"
    }

    /// Names the list of samples that lies over the view.
    func title(of chosen: ResultsState.Chosen) -> String {
        switch chosen {
        case .cell(let truth, let predicted) where truth == predicted: "right \(dataset.name(of: truth))"
        case .cell(let truth, let predicted):
            "true \(dataset.name(of: truth)), predicted \(dataset.name(of: predicted))"
        case .label(let label): "all \(dataset.name(of: label))"
        }
    }

    private var duplicatesHead: String {
        guard let duplicates = known.duplicates else { return "" }
        return
            "\(Format.count(duplicates.groups.count, "group", "groups")) of \(dataset.nouns.samples) that are alike: "
            + (dataset.hasClasses
                ? "\(Format.grouped(duplicates.contradictions.count)) with different labels, " : "")
            + "\(Format.grouped(duplicates.leakedTestSamples)) of test in train, too"
    }

    /// The facts about the chosen thing, the most important line first.
    var foot: [String] {
        if state.chosen != nil { return tableFoot }
        switch state.view {
        case .matrix: return [cellWords, matrixNote]
        case .topics: return topicsFoot
        case .history: return historyFoot
        case .topK: return topKFoot
        case .calibration: return calibrationFoot
        case .mistakes, .doubts, .losses, .suspects, .duplicates, .errors: return tableFoot
        }
    }
}

extension ResultsState {
    /// The classes in the order in which they stand in the matrix and through time.
    ///
    /// - Parameters:
    ///   - dataset: The data set of the classes.
    ///   - sizes: The number of samples in each class, where that is known.
    /// - Returns: Their numbers.
    func classes(of dataset: Dataset, sizes: [Int]?) -> [Int] {
        var order = Array(dataset.classes.indices)
        switch self.order {
        case .number: break
        case .size:
            guard let sizes, sizes.count == order.count else { break }
            order.sort { (sizes[$0], $1) > (sizes[$1], $0) }
        case .name: order.sort { (dataset.classes[$0], $0) < (dataset.classes[$1], $1) }
        }
        return isReversed ? order.reversed() : order
    }
}
