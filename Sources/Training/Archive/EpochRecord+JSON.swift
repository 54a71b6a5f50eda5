/// A line of JSON for each epoch, which reads back to the same numbers.
extension EpochRecord {
    var json: JSONValue {
        .object([
            ("epoch", .integer(index)), ("training", Self.json(training)),
            ("validation", validation.map(Self.json) ?? .null), ("seconds", .exact(seconds)),
            ("learning_rate", .exact(learningRate)),
            (
                "layers",
                .list(
                    layers.map { layer in
                        .object([
                            ("name", .text(layer.name)), ("gradient_norm", .exact(layer.gradientNorm)),
                            ("weight_norm", .exact(layer.weightNorm)),
                            ("dead_units", layer.deadUnits.map(JSONValue.exact) ?? .null),
                        ])
                    })
            ),
            ("batch_losses", .list(batchLosses.map { .exact(Double($0)) })),
        ])
    }

    private static func json(_ metrics: Metrics) -> JSONValue {
        .list(([metrics.loss] + metrics.values.map(\.value)).map(JSONValue.exact))
    }

    /// Reads a record; `nil` where it is none.
    ///
    /// - Parameters:
    ///   - json: The record as ``json`` gave it.
    ///   - metrics: The metrics that the model measures.
    init?(_ json: JSONValue, measuring metrics: [Metric]) {
        func read(_ value: JSONValue?) -> Metrics? {
            let numbers = value?.items?.compactMap(\.exactNumber) ?? []
            guard let loss = numbers.first, numbers.count == metrics.count + 1 else { return nil }
            return Metrics(
                loss: loss, values: zip(metrics, numbers.dropFirst()).map { Metrics.Entry($0, $1) })
        }
        guard let index = json["epoch"]?.exactNumber.flatMap({ Int(exactly: $0) }),
            let training = read(json["training"]),
            let seconds = json["seconds"]?.exactNumber, let rate = json["learning_rate"]?.exactNumber
        else { return nil }
        self.init(
            index: index, training: training, validation: read(json["validation"]), seconds: seconds,
            learningRate: rate,
            layers: (json["layers"]?.items ?? []).compactMap { layer in
                guard case .text(let name)? = layer["name"],
                    let gradient = layer["gradient_norm"]?.exactNumber,
                    let weight = layer["weight_norm"]?.exactNumber
                else { return nil }
                return LayerHealth(
                    name: name, gradientNorm: gradient, weightNorm: weight,
                    deadUnits: layer["dead_units"]?.exactNumber)
            },
            batchLosses: (json["batch_losses"]?.items ?? []).compactMap { $0.exactNumber.map(Float.init) })
    }
}

extension JSONValue {
    /// A number of any kind: JSON itself has no word for those that are not finite.
    fileprivate static func exact(_ number: Double) -> JSONValue {
        number.isFinite ? .number(number) : .text(number.spelt)
    }

    fileprivate var exactNumber: Double? {
        switch self {
        case .number(let number): number
        case .integer(let number): Double(number)
        case .text(let text): Double(text)
        default: nil
        }
    }
}
