import Datasets
import Training

/// The explanations of one prediction as tables to take along.
extension InspectorPane {
    /// The content of the view; `nil` where there is nothing yet.
    var explanationTable: ExportTable? {
        guard let probabilities, let asked = asked(probabilities) else { return nil }
        switch state.view {
        case .words:
            guard let contributions = why.contributions else { return nil }
            let measures = Contributions.Measure.allCases.map {
                contributions.values($0, for: asked.label, against: asked.against)
            }
            let rows = listedWords.compactMap { word -> [String]? in
                guard let place = word.column.flatMap(contributions.place(of:)) else { return nil }
                return ["\(contributions.columns[place])", word.text] + measures.map { $0[place].spelt }
            }
            return ExportTable(columns: ["column", "word", "logit", "probability", "gradient"], rows: rows)
        case .whatIf:
            let original = draft == nil ? probabilities : why.original ?? []
            let rows = Ranking(probabilities).order.map { label in
                [
                    "\(label)", dataset.classes[label], probabilities[label].spelt,
                    original.indices.contains(label) ? original[label].spelt : "",
                ]
            }
            return ExportTable(columns: ["number", "name", "probability", "before"], rows: rows)
        case .epochs:
            guard let history = why.history?.value, !history.epochs.isEmpty else { return nil }
            let rows = zip(history.epochs, history.probabilities).map { epoch, probabilities in
                ["\(epoch)"] + probabilities.map(\.spelt)
            }
            return ExportTable(columns: ["epoch"] + dataset.classes, rows: rows)
        case .nearest:
            guard let nearest = why.nearest?.value else { return nil }
            let rows = nearest.neighbours.map { neighbour in
                let label = dataset.label(of: neighbour.row, in: dataset.train)
                return [
                    neighbour.cosine.spelt, "\(neighbour.row)", label.map { "\($0)" } ?? "",
                    label.map { dataset.classes[$0] } ?? "",
                ]
            }
            return ExportTable(columns: ["cosine", "number", "label", "name"], rows: rows)
        case .units:
            guard let layers = age?.network.model.hiddenLayers else { return nil }
            let rows = zip(layers, why.activations).flatMap { hidden, values in
                values.enumerated().map { [hidden.name, "\($0.offset)", $0.element.spelt] }
            }
            return ExportTable(columns: ["layer", "unit", "activation"], rows: rows)
        case .sample, .residuals, .pairs: return nil
        }
    }
}
