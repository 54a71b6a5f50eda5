import Datasets
import Training

/// The training samples that the network can least tell from this one.
extension InspectorPane {
    func drawNearest(_ probabilities: [Float], in area: Rect, on canvas: inout Canvas, _ glyphs: Glyphs) {
        let (head, body, foot) = Self.parts(of: area)
        drawExplainedHead(
            probabilities, ["nearest by the last hidden layer"], in: head, on: &canvas, glyphs)
        if let network = age?.network, network.model.hiddenLayers.isEmpty {
            canvas.putHint(
                [
                    "This model has no hidden layer.",
                    "Give it one in the Model pane to compare samples by it.",
                ],
                in: body)
            return
        }
        guard let nearest = why.nearest?.value, !nearest.neighbours.isEmpty else {
            canvas.putHint(["The \(dataset.nouns.samples) are being compared."], in: body)
            return
        }
        let rows = neighbourRows(nearest, glyphs)
        let verdicts = nearest.neighbours.map { dataset.label(of: $0.row, in: dataset.train) }
        let predicted = Network.likeliest(probabilities)
        var columns: [Table.Column] = [
            .init(title: "cosine"), .init(title: "train"),
            .init(title: dataset.nouns.label, alignment: .left),
        ]
        if dataset.vocabulary != nil { columns.append(.init(title: "text", alignment: .left)) }
        Table(
            columns: columns, rows: rows.count, position: state.list, isFocused: isFocused,
            entry: { row, column in rows[row][column] },
            command: { .choose(.inspector, $0) }
        ).draw(in: body, on: &canvas, glyphs)
        let same = verdicts.count { $0 == predicted }
        let text = "\(same) of \(rows.count) are \(predicted.map { dataset.name(of: $0) } ?? "")"
        let go = "\(keymap.name(of: .why(.go), in: .inspector)) goes there"
        drawFoot([(go, text), ("", text)], in: foot, on: &canvas, glyphs)
    }

    /// Cosine, number, class and text of each; those of the true or the predicted class have a sign.
    func neighbourRows(_ nearest: NearestSamples, _ glyphs: Glyphs) -> [[String]] {
        nearest.neighbours.map { neighbour in
            let label = dataset.label(of: neighbour.row, in: dataset.train)
            let sign = label != nil && label == truth ? glyphs.verdict.right + " " : ""
            let row = [
                Format.fixed(Double(neighbour.cosine), 3), "\(neighbour.row)",
                sign + dataset.truth(of: neighbour.row, in: dataset.train),
            ]
            guard dataset.vocabulary != nil else { return row }
            return row + [start(ofText: neighbour.row)]
        }
    }

    /// The first words of a training sample: more than a line holds.
    func start(ofText row: Int) -> String {
        guard let texts = dataset.train.texts, let vocabulary = dataset.vocabulary, 0..<texts.count ~= row
        else { return "" }
        return vocabulary.decode(texts[row].prefix(30))
    }
}
