import Datasets
import Training

/// What the network makes of the chosen sample: whether it is right, and the probability of each class.
struct PlainInspector: PlainText {
    let dataset: Dataset
    let part: DataPart
    /// The number of the chosen sample within its split.
    let row: Int?
    let probabilities: [Float]?
    /// How far the network has been trained.
    let age: Snapshot?
    let state: InspectorState
    /// Whether all classes are listed, rather than the first few.
    let showsAll: Bool
    let test: PlainResult?

    /// How many classes are listed where not all are.
    static let few = 10

    var lines: [String] {
        guard let row else { return ["Nothing is chosen: “select \(part.rawValue) 4” chooses a sample."] }
        guard let probabilities, !probabilities.isEmpty else {
            return [
                "No network yet: “train” trains one, and this shows what it makes of \(part.rawValue) \(row)."
            ]
        }
        guard let predicted = Network.likeliest(probabilities) else {
            return [
                "The network's outputs are no numbers: its weights have run away. Try a smaller learning rate."
            ]
        }
        let truth = Int(dataset.split(of: part).labels[row])
        let verdict =
            predicted == truth
            ? "right" : "wrong: it is \(name(truth)), which it gave \(percent(probabilities[truth]))"
        return [
            "Inspector: \(part.rawValue) \(row), \(ageText), \(state.order.title)\(state.isReversed ? ", the last first" : "").",
            "It says \(name(predicted)), \(percent(probabilities[predicted])): \(verdict).",
        ] + bars(probabilities, predicted, truth) + [test?.line].compactMap(\.self)
    }

    private func name(_ label: Int) -> String { "\(label) \(dataset.classes[label])" }

    private func percent(_ share: Float) -> String { Format.percent(Double(share), places: 2) }

    /// A line a class, and what the others come to.
    private func bars(_ probabilities: [Float], _ predicted: Int, _ truth: Int) -> [String] {
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

    private var ageText: String {
        guard let age else { return "untrained" }
        let epochs = "after \(Format.count(age.epochs, "epoch", "epochs"))"
        return age.batches == 0 ? epochs : "\(epochs) and \(Format.count(age.batches, "batch", "batches"))"
    }
}
