import Datasets
import Training

/// The explanations of one prediction, in words and tables.
extension PlainInspector {
    /// Rank, margin and entropy in a sentence.
    func ranking(_ probabilities: [Float]) -> String {
        let ranking = Ranking(probabilities)
        let entropy = "entropy \(Format.fixed(ranking.entropy, 3)) nats"
        guard let truth = pane.truth, let rank = ranking.rank(of: truth),
            let margin = ranking.margin(of: truth)
        else { return "No class is known to be true; \(entropy)." }
        return "The true \(dataset.nouns.label) has rank \(rank) and a margin of "
            + "\(Format.signed(Double(margin) * 100, 2)) %; \(entropy)."
    }

    /// Writes the content of the inspector's view.
    func explanation(_ probabilities: [Float]) -> [String] {
        guard let predicted = Network.likeliest(probabilities), let asked = pane.asked(probabilities) else {
            return []
        }
        let verdict = pane.truth.map { $0 == predicted ? "right" : "wrong: it is \(dataset.name(of: $0))" }
        let head = [
            "Inspector, \(state.view.rawValue): \(place), \(pane.ageText).",
            "It says \(dataset.name(of: predicted)), \(percent(probabilities[predicted])): \(verdict ?? "who knows").",
        ]
        switch state.view {
        case .words: return head + words(asked)
        case .whatIf: return head + whatIf(probabilities, asked)
        case .epochs: return head + epochs(asked)
        case .nearest: return head + nearest
        case .units: return head + units
        case .sample, .residuals, .pairs: return head
        }
    }

    private func limited<Row>(_ rows: [Row]) -> [Row] { showsAll ? rows : Array(rows.prefix(Self.few)) }

    private func words(_ asked: InspectorPane.Asked) -> [String] {
        guard let contributions = pane.why.contributions else { return ["The words are being left out."] }
        let rows = pane.reasons(contributions, asked, limited(pane.listedWords))
        let table = PlainTable(
            head: ["word", "logit", "% points", "gradient"], rows: rows, leftColumns: [0])
        return ["\(pane.question(asked).capitalizedFirst)? What each word adds while all others stay:"]
            + table.lines
    }

    private func whatIf(_ probabilities: [Float], _ asked: InspectorPane.Asked) -> [String] {
        let unknown = pane.draft?.unknown(pane.why.encoder) ?? []
        let order = limited(Ranking(probabilities).order)
        let original = pane.draft == nil ? nil : pane.why.original
        let table = PlainTable(
            head: ["#", dataset.nouns.label, "%"] + (original == nil ? [] : ["change"]),
            rows: order.map { label in
                let share = Double(probabilities[label])
                let row = ["\(label)", dataset.classes[label], Format.fixed(share * 100, 2)]
                guard let original, original.indices.contains(label) else { return row }
                return row + [Format.signed((share - Double(original[label])) * 100, 2)]
            }, leftColumns: [1])
        let text = pane.markedText(asked).words.map(MarkedText.written).joined(separator: " ")
        return [text] + table.lines
            + (unknown.isEmpty ? [] : ["The network is not shown: \(unknown.joined(separator: ", "))."])
    }

    private func epochs(_ asked: InspectorPane.Asked) -> [String] {
        guard let history = pane.why.history?.value, !history.epochs.isEmpty else {
            return ["The epochs before this one are being asked."]
        }
        let own = history.probabilities(of: asked.label)
        let answers = history.answers
        let rows = history.epochs.indices.map { place in
            [
                "\(history.epochs[place])", answers[place].map { dataset.name(of: $0) } ?? "no numbers",
                answers[place].map { percent(history.probabilities[place][$0]) } ?? "",
                percent(own[place]),
            ]
        }
        let table = PlainTable(
            head: ["epoch", "it said", "with", dataset.name(of: asked.label)], rows: rows, leftColumns: [1])
        return ["It \(pane.mindText(history))."] + table.lines
    }

    private var nearest: [String] {
        guard let nearest = pane.why.nearest?.value, !nearest.neighbours.isEmpty else {
            return ["There is nothing to compare it with yet."]
        }
        let rows = nearest.neighbours.map { neighbour in
            [
                Format.fixed(Double(neighbour.cosine), 3), "train \(neighbour.row)",
                dataset.truth(of: neighbour.row, in: dataset.train),
                pane.start(ofText: neighbour.row).clipped(to: 60),
            ]
        }
        let table = PlainTable(
            head: ["cosine", "sample", dataset.nouns.label, "text"], rows: limited(rows),
            leftColumns: [1, 2, 3])
        return ["Nearest training \(dataset.nouns.samples) by the last hidden layer:"] + table.lines
    }

    private var units: [String] {
        guard let network = pane.age?.network, let (layer, unit) = state.unit(of: network.model) else {
            return ["This model has no hidden layer."]
        }
        let layers = network.model.hiddenLayers
        let activations = pane.why.activations
        var lines = zip(layers, activations).map { hidden, values in
            let silent = values.count { $0 == 0 }
            let most = values.indices.max { values[$0] < values[$1] } ?? 0
            return "\(hidden.name): \(Format.count(values.count, "unit", "units")), \(silent) silent; "
                + "unit \(most) gives most, \(values.isEmpty ? "0" : Format.fixed(Double(values[most]), 3))."
        }
        guard activations.indices.contains(layer), activations[layer].indices.contains(unit) else {
            return lines
        }
        lines.append(
            "\(layers[layer].name) unit \(unit) gives \(Format.fixed(Double(activations[layer][unit]), 3)).")
        guard let report = pane.why.unit?.value, report.unit == unit, report.layer == layer else {
            return lines
        }
        func words(_ inputs: [UnitReport.Input]) -> String {
            limited(inputs).map {
                "\(dataset.word(of: Int32($0.column))) \(Format.signed(Double($0.weight), 3))"
            }.joined(separator: ", ")
        }
        lines.append("It listens to \(words(report.positive)).")
        lines.append("It is quieted by \(words(report.negative)).")
        if !report.isDirect {
            lines.append("These weights go by way of the layers before, activations left out.")
        }
        let table = PlainTable(
            head: ["gives", "train", dataset.nouns.label, "text"],
            rows: limited(pane.excitedRows(report)).map { $0.dropLast() + [($0.last ?? "").clipped(to: 60)] },
            leftColumns: [2, 3])
        return lines + ["What excites it most:"] + table.lines
    }
}

extension String {
    /// The text with a capital at its start.
    fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
