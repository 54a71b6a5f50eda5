import Datasets
import References
import Testing

@testable import Training

extension Term.Argument {
    /// Arguments as the files write them: an object of numbers, flags and words.
    static func list(keras params: JSON?) -> [Term.Argument] {
        (params ?? .null).members.sorted { $0.key < $1.key }.map { key, value in
            switch value {
            case .flag(let flag): .init(key, .flag(flag))
            case .text(let text): .init(key, .term(Term(text)))
            case .null: .init(key, .none)
            default: .init(key, .number(value.number ?? .nan))
            }
        }
    }
}

extension Model {
    /// A model as the files describe it: layers as pairs of units and activation, one penalty for all kernels.
    init(keras item: JSON) throws {
        let penalty = item["l2"]?.number ?? 0
        let layers = try #require(item["layers"]).list.map { layer in
            let parts = layer.list
            try #require(parts.count == 2, "a layer of \(parts.count) parts")
            var dense = Dense(
                units: try #require(parts[0].integer),
                activation: try Activation(text: try #require(parts[1].text)))
            if penalty != 0 { dense.kernelRegularizer = .l2(penalty) }
            return Layer(dense)
        }
        var loss = try Loss(keras: try #require(item["loss"]?.text), item["loss_params"])
        if item["from_logits"]?.flag ?? false { loss.fromLogits = true }
        let metrics = try (item["metrics"] ?? .list([])).list.map {
            try Metric(text: try #require($0.text))
        }
        self.init(
            layers: layers, loss: loss, optimizer: try Optimizer(keras: try #require(item["optimizer"])),
            metrics: metrics)
    }
}

extension Network {
    /// A network with weights as the files list them: kernel, bias, kernel, bias.
    init(model: Model, keras arrays: JSON?) throws {
        let arrays = try #require(arrays).list
        try #require(arrays.count == 2 * model.layers.count, "\(arrays.count) arrays of weights")
        self.init(
            model: model,
            weights: stride(from: 0, to: arrays.count, by: 2).map { index in
                let kernel = arrays[index].rows
                return .init(
                    kernel: Matrix(
                        rows: kernel.count, columns: kernel.first?.count ?? 0,
                        values: kernel.flatMap(\.self)),
                    bias: arrays[index + 1].floats)
            })
    }
}

extension Comparison {
    /// Expects weights to be the file's.
    func expect(_ actual: [Network.Weights], _ expected: Network, noise: Double, _ what: String) {
        for (layer, (ours, keras)) in zip(actual, expected.weights).enumerated() {
            expect(
                ours.kernel.values, keras.kernel.values.map(Double.init), noise: noise,
                "\(what), kernel \(layer + 1)")
            expect(ours.bias, keras.bias.map(Double.init), noise: noise, "\(what), bias \(layer + 1)")
        }
    }
}
