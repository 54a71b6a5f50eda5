import Datasets
import Training

/// The network's prediction for the chosen sample: a verdict, and the probability of each class, or the error
/// of a number.
struct PlainInspector: PlainText {
    /// The dashboard's pane with the same content.
    let pane: InspectorPane
    /// Tells whether all classes are listed, rather than the first few.
    let showsAll: Bool
    let test: PlainResult?

    /// The number of classes, or samples, to list where not all are.
    static let few = 10

    var dataset: Dataset { pane.dataset }
    var state: InspectorState { pane.state }
    var place: String { pane.sampleText }

    var lines: [String] {
        guard let row = pane.row else {
            return ["Nothing is chosen: “select \(pane.part.rawValue) 4” chooses a sample."]
        }
        guard let answer = dataset.hasClasses ? pane.probabilities : pane.outputs, !answer.isEmpty else {
            return ["No network yet: “train” trains one, and this shows its prediction for \(place)."]
        }
        guard !answer.contains(where: \.isNaN) else {
            return [
                "The network's outputs are no numbers: its weights have run away. Try a smaller learning rate."
            ]
        }
        let lines =
            if !dataset.hasClasses {
                values(answer, row)
            } else if state.view.isExplanation {
                explanation(answer)
            } else if state.view == .pairs {
                pairs
            } else if pane.isAnsweredByOne {
                gauge(answer, row)
            } else {
                classes(answer, row)
            }
        return lines + [test?.line].compactMap(\.self)
    }

    func percent(_ share: Float) -> String { Format.percent(Double(share), places: 2) }

    // MARK: Classes

    private func classes(_ probabilities: [Float], _ row: Int) -> [String] {
        guard let predicted = Network.likeliest(probabilities), probabilities.count == dataset.classes.count
        else { return [] }
        let truth = pane.truth
        let verdict = truth.map {
            predicted == $0
                ? "right"
                : "wrong: it is \(dataset.name(of: $0)), which it gave \(percent(probabilities[$0]))"
        }
        return [
            "Inspector: \(place), \(pane.ageText), \(state.order.title)\(state.isReversed ? ", the last first" : "").",
            "It says \(dataset.name(of: predicted)), \(percent(probabilities[predicted])): \(verdict ?? "who knows").",
            ranking(probabilities),
        ] + bars(probabilities, predicted, truth)
    }

    /// A line a class, and what the others come to.
    private func bars(_ probabilities: [Float], _ predicted: Int, _ truth: Int?) -> [String] {
        let sorted = InspectorPane.sorted(dataset, probabilities, by: state.order, reversed: state.isReversed)
        let shown = showsAll ? sorted[...] : sorted.dropFirst(state.position.top).prefix(Self.few)
        let table = PlainTable(
            head: ["#", dataset.nouns.label, "%", ""],
            rows: shown.map { label in
                let signs = [label == predicted ? "predicted" : "", label == truth ? "true" : ""]
                return [
                    "\(label)", dataset.classes[label], Format.fixed(Double(probabilities[label]) * 100, 2),
                    signs.filter { !$0.isEmpty }.joined(separator: ", "),
                ]
            }, leftColumns: [1, 3])
        func sum(_ labels: some Sequence<Int>) -> Double {
            labels.reduce(0) { $0 + Double(probabilities[$1]) }
        }
        let rest = sorted.filter { !shown.contains($0) }
        let others =
            rest.isEmpty
            ? [] : ["\(Format.count(rest.count, "other", "others")): \(Format.percent(sum(rest), places: 2))"]
        return table.lines + others + ["sum: \(Format.fixed(sum(sorted), 2))"]
    }

    // MARK: Yes or no

    private func gauge(_ probabilities: [Float], _ row: Int) -> [String] {
        guard probabilities.count == 2 else { return [] }
        let predicted = InspectorPane.answer(Double(probabilities[1]))
        let truth = pane.truth
        let verdict = truth.map { predicted == $0 ? "right" : "wrong: it is \(dataset.name(of: $0))" }
        let loss = (pane.draft == nil ? pane.age : nil).map {
            [
                "Loss of this \(dataset.nouns.sample): \(Format.fixed($0.network.loss(of: pane.split, row: row), 4))."
            ]
        }
        return [
            "Inspector: \(place), \(pane.ageText).",
            "It says \(dataset.name(of: predicted)): \(verdict ?? "who knows").",
            "Probability of \(dataset.name(of: 1)): \(percent(probabilities[1])), where more than 50 % is a yes.",
        ] + (loss ?? [])
    }

    // MARK: Numbers

    private func values(_ outputs: [Float], _ row: Int) -> [String] {
        let truths = dataset.values(of: row, in: pane.split)
        guard let feature = dataset.learnt.first, let predicted = outputs.first, let truth = truths.first
        else {
            return []
        }
        var lines = [
            "Inspector: \(place), \(pane.ageText).",
            "It says \(zip(dataset.learnt, outputs).map { $0.text($1) }.joined(separator: ", ")), "
                + "and true is \(dataset.truth(of: row, in: pane.split)): \(InspectorPane.error(predicted, truth, feature)).",
        ]
        if let age = pane.age {
            let loss = Format.fixed(age.network.loss(of: pane.split, row: row), 4)
            lines.append("Loss of this \(dataset.nouns.sample): \(loss).")
        }
        let points = pane.points
        guard let error = pane.partError(feature) else { return lines }
        let samples = Format.count(points.count, dataset.nouns.sample, dataset.nouns.samples)
        lines.append("Mean absolute error over \(samples) of \(pane.part.rawValue): \(error).")
        let worst = points.sorted { abs($0.predicted - $0.truth) > abs($1.predicted - $1.truth) }
        let table = PlainTable(
            head: ["no", "predicted", "true", "too high by"],
            rows: worst.prefix(Self.few).map {
                [
                    "\($0.row)", feature.text($0.predicted), feature.text($0.truth),
                    feature.text(difference: Double($0.predicted) - Double($0.truth)),
                ]
            })
        return lines + ["The furthest off:"] + table.lines
    }

    // MARK: Pictures

    private var pairs: [String] {
        guard let predictions = pane.predictions, predictions.request.part == pane.part else {
            return ["The network is being asked about these \(dataset.nouns.samples)."]
        }
        let rows = predictions.request.rows
        let table = PlainTable(
            head: ["no", "predicted", "true", ""],
            rows: rows.indices.map { place in
                let said = Network.likeliest(Array(predictions[place]))
                let truth = dataset.label(of: rows[place], in: pane.split)
                return [
                    "\(rows[place])", said.map { dataset.name(of: $0) } ?? "",
                    truth.map { dataset.name(of: $0) } ?? "", said == truth ? "right" : "wrong",
                ]
            }, leftColumns: [1, 2, 3])
        return [
            "Inspector: \(Format.count(rows.count, dataset.nouns.sample, dataset.nouns.samples)), \(pane.ageText)."
        ]
            + table.lines
    }
}
