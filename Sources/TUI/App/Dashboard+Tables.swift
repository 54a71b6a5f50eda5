import Datasets
import Training

/// Samples and answers as tables: with what a sample is, and what is to be learnt of it.
extension Dashboard {
    /// The listed samples; their numbers as they were measured, pictures left out.
    func tableOfSamples(in dataset: Dataset) -> ExportTable {
        let split = dataset.split(of: samples.part)
        let (features, learnt) = (dataset.columns, dataset.learnt)
        let columns =
            ["number"] + (dataset.hasClasses ? ["label", "name"] : []) + (split.texts == nil ? [] : ["words"])
            + (learnt + features).map(Self.head)
        let rows = samples.rows.map { number -> [String] in
            var row = ["\(number)"]
            if dataset.hasClasses {
                let label = dataset.label(of: number, in: split)
                row += [label.map { "\($0)" } ?? "", label.map { dataset.classes[$0] } ?? ""]
            }
            if let texts = split.texts { row.append("\(texts[number].count)") }
            row += zip(learnt, dataset.values(of: number, in: split)).map(Self.number)
            row += zip(features, dataset.numbers(of: number, in: split)).map(Self.number)
            return row
        }
        return ExportTable(columns: columns, rows: rows)
    }

    /// Tabulates the network's outputs for the chosen sample, or for all that are on the screen.
    func tableOfAnswers(in dataset: Dataset) -> ExportTable? {
        let split = dataset.split(of: samples.part)
        if dataset.hasClasses, inspector.view.isExplanation { return explainedPane?.explanationTable }
        if !dataset.hasClasses || inspector.view == .pairs {
            guard let predictions, predictions.request.part == samples.part, predictions.outputs.count > 0
            else { return nil }
            let rows = predictions.request.rows
            guard dataset.hasClasses else { return tableOfValues(predictions, in: dataset) }
            return ExportTable(
                columns: ["number", "predicted", "true"],
                rows: rows.indices.map { place in
                    let said = Network.likeliest(Array(predictions[place]))
                    let truth = dataset.label(of: rows[place], in: split)
                    return ["\(rows[place])", said.map { "\($0)" } ?? "", truth.map { "\($0)" } ?? ""]
                })
        }
        guard let probabilities, probabilities.count == dataset.classes.count else { return nil }
        let rows = inspectedClasses.map {
            ["\($0)", dataset.classes[$0], probabilities[$0].spelt]
        }
        return ExportTable(columns: ["number", "name", "probability"], rows: rows)
    }

    private func tableOfValues(_ predictions: PartPredictions, in dataset: Dataset) -> ExportTable? {
        guard let feature = dataset.learnt.first else { return nil }
        let split = dataset.split(of: samples.part)
        let rows = predictions.request.rows.enumerated().compactMap { place, row -> [String]? in
            guard let predicted = predictions[place].first,
                let truth = dataset.values(of: row, in: split).first
            else { return nil }
            let residual = feature.measured(difference: Double(predicted) - Double(truth))
            return [
                "\(row)", Self.number(feature, truth), Self.number(feature, predicted),
                Format.significant(residual, 7),
            ]
        }
        let name = Self.head(feature)
        return ExportTable(
            columns: ["number", "true \(name)", "predicted \(name)", "residual"], rows: rows)
    }

    private static func head(_ feature: Feature) -> String {
        feature.unit.isEmpty ? feature.name : "\(feature.name) (\(feature.unit))"
    }

    private static func number(_ feature: Feature, _ value: Float) -> String {
        Format.significant(feature.exact(value), 7)
    }
}
