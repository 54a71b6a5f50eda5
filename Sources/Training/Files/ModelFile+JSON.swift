import Datasets

/// The description that is written next to the weights.
extension ModelFile {
    /// The first entry of a description, so that nobody takes another file for one.
    static let format = "nnboard model"
    /// The version of the description's form; a newer one may say what this program doesn't understand.
    static let version = 1

    /// The description as JSON, a line for each of its parts.
    ///
    /// The experiment appears twice: as the text that nnboard reads, and part by part for other programs.
    ///
    /// - Parameters:
    ///   - weights: The name of the file with the weights.
    ///   - checksum: Its SHA-256.
    /// - Returns: An object, with a line feed at its end.
    func json(weights: String, checksum: String) -> String {
        let (model, settings) = (experiment.model, experiment.settings)
        func texts(_ texts: [String]) -> JSONValue { .list(texts.map(JSONValue.text)) }
        return JSONValue.object([
            ("format", .text(Self.format)), ("version", .integer(Self.version)),
            ("weights", .text(weights)), ("weights_sha256", .text(checksum)),
            ("experiment", .text(experiment.text)),
            ("dataset", .text(experiment.dataset.description)),
            ("preprocessing", experiment.preprocessing.map { texts($0.map(\.text)) } ?? .null),
            ("inputs", .integer(network.inputs)),
            ("layers", .list(layers)),
            ("optimizer", .text(model.optimizer.text)), ("loss", .text(model.loss.text)),
            ("metrics", texts(model.metrics.map(\.text))),
            ("batch_size", .integer(settings.batchSize)), ("epochs", .integer(settings.epochs)),
            ("validation", .integer(settings.validation)), ("seed", .integer(Int(clamping: settings.seed))),
            ("callbacks", texts(experiment.callbacks.map(\.text))),
            ("trained_epochs", .integer(epochs)),
            ("results", .object(results.map { ($0.name, .number($0.value)) })),
            ("classes", texts(classes)),
            ("features", .list(features.map(Self.json))), ("values", .list(values.map(Self.json))),
        ]).lines(depth: 2) + "\n"
    }

    /// Each layer, and which arrays of the weights are its own.
    private var layers: [JSONValue] {
        zip(experiment.model.layers, experiment.model.summary(inputs: network.inputs)).map { layer, row in
            .object([
                ("name", .text(row.name)), ("class", .text(row.kind)), ("layer", .text(layer.text)),
                ("units", .integer(row.units)),
                ("weights", .list(layer.parts.map { .text("\(row.name)/\($0.name)") })),
            ])
        }
    }

    /// A feature: `(network's number) × scale + offset` is what was measured.
    private static func json(of feature: Feature) -> JSONValue {
        .object([
            ("name", .text(feature.name)), ("unit", .text(feature.unit)), ("scale", .number(feature.scale)),
            ("offset", .number(feature.offset)),
        ])
    }
}
