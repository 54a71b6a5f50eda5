import Datasets
import Training

/// The network's prediction for the sample after each epoch: classes upwards, epochs to the right.
extension InspectorPane {
    func drawEpochs(_ probabilities: [Float], in area: Rect, on canvas: inout Canvas, _ glyphs: Glyphs) {
        guard let asked = asked(probabilities) else { return }
        let (head, body, foot) = Self.parts(of: area)
        let history = why.history?.value ?? SoftmaxThroughTime()
        drawExplainedHead(
            probabilities, history.epochs.count > 1 ? [mindText(history)] : [], in: head, on: &canvas, glyphs)
        guard history.epochs.count > 0, history.classes > 0 else {
            canvas.putHint(["The epochs before this one are being asked."], in: body)
            return
        }
        let picture = epochPicture(history, asked, rows: body.rows, columns: body.columns)
        picture.map.draw(in: body, on: &canvas, glyphs)
        let shown = age.flatMap { $0.batches == 0 ? $0.epochs : nil }
        let own = shown.flatMap { history.epochs.firstIndex(of: $0) }
        let value =
            "\(dataset.name(of: asked.label))"
            + (own.map { place in
                let share = history.probabilities(of: asked.label)[place]
                return " \(Format.percent(Double(share), places: 2)) after epoch \(history.epochs[place])"
            } ?? "")
        let few = picture.labels.count < history.classes
        let labels =
            few
            ? "the \(picture.labels.count) of \(history.classes) that once had most" : ""
        let step = picture.step > 1 ? "every \(picture.step) epochs" : ""
        let left = [labels, step].filter { !$0.isEmpty }.joined(separator: glyphs.separator)
        drawFoot([(left, value), ("", value)], in: foot, on: &canvas, glyphs)
    }

    /// The epochs in which the network changed its mind, in words.
    func mindText(_ history: SoftmaxThroughTime) -> String {
        let changes = history.changes
        guard let last = changes.last else {
            return "never changed its mind in \(Format.count(history.epochs.count, "epoch", "epochs"))"
        }
        let turn = "\(dataset.name(of: last.from)) to \(dataset.name(of: last.to))"
        let epochs = changes.map { "\($0.epoch)" }
        return changes.count == 1
            ? "changed its mind at epoch \(last.epoch): \(turn)"
            : changes.count <= 6
                ? "changed its mind at epochs \(epochs.joined(separator: ", "))"
                : "changed its mind \(changes.count) times, last at epoch \(last.epoch)"
    }

    /// The heat map of the classes that fit, and of every so many epochs.
    private func epochPicture(
        _ history: SoftmaxThroughTime, _ asked: Asked, rows: Int, columns: Int
    ) -> (map: HeatMap, labels: [Int], step: Int) {
        // A line for the scale, and one for the epochs.
        let room = max(1, rows - (rows >= 4 ? 1 : 0) - (rows >= 5 ? 1 : 0))
        var labels = Array(history.prominent.prefix(room))
        for label in [asked.label, truth].compactMap(\.self) where !labels.contains(label) && room > 1 {
            labels[labels.count - 1] = label
        }
        labels.sort()
        let widest = labels.map { dataset.name(of: $0).columns }.max() ?? 0
        let names = columns >= 24 ? min(widest + 1, columns / 3) : 0
        // A value has two columns at least, so that it is as high as a line.
        let most = max(1, (columns - names) / 2)
        let step = max(1, (history.epochs.count + most - 1) / most)
        // The newest and the shown epoch are seen, whichever are left out.
        let shown = age.flatMap { history.epochs.firstIndex(of: $0.epochs) } ?? history.epochs.count - 1
        let places = Array(stride(from: shown % step, to: history.epochs.count, by: step))
        let values = labels.flatMap { label in
            let row = history.probabilities(of: label)
            return places.map { Double(row[$0]) }
        }
        let own = places.firstIndex(of: shown)
        let map = HeatMap(
            values: values, columns: places.count,
            rowLabels: labels.map { label in
                (label == truth ? "* " : "") + dataset.name(of: label)
            },
            columnLabels: places.map { "\(history.epochs[$0])" }, range: 0...1,
            format: { Format.percent($0, places: 0) },
            chosen: own.flatMap { column in labels.firstIndex(of: asked.label).map { ($0, column) } })
        return (map, labels, step)
    }
}
