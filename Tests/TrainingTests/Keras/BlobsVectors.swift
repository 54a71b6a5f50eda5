import Datasets
import Testing

@testable import Training

@Suite struct `A tiny network on points in the plane` {
    @Test(arguments: everyKernels)
    func `trains as Keras trains it, for two hundred epochs`(kernels: Kernels) throws {
        let file = try Reference.file("blobs")
        let training = try #require(file["training"])
        let labels = try #require(file["y"]).integers
        let classes = Int(labels.max() ?? 0) + 1
        let split = Split(inputs: .dense(try #require(file["x_float64"]).rows.dense), labels: labels)
        let dataset = Dataset(
            reference: Term("blobs"), title: "blobs", classes: (0..<classes).map { "\($0)" }, train: split,
            test: split)
        let layers = try #require(training["layers"]).list.map { layer in
            Layer.dense(
                try #require(layer.list[0].integer),
                activation: try Activation(text: try #require(layer.list[1].text)))
        }
        var loss = try Loss.named(try #require(training["loss"]?.text))
        loss.fromLogits = training["from_logits"]?.flag ?? false
        let model = Model(
            layers: layers, loss: loss, optimizer: try Optimizer(keras: try #require(training["optimizer"])))
        func weights(_ key: String) throws -> [Network.Weights] {
            let arrays = try #require(training[key]).list
            return stride(from: 0, to: arrays.count, by: 2).map { index in
                let kernel = arrays[index].rows
                return .init(
                    kernel: Matrix(
                        rows: kernel.count, columns: kernel[0].count, values: kernel.flatMap(\.self)),
                    bias: arrays[index + 1].floats)
            }
        }
        let run = try TrainingRun(
            Experiment(
                dataset: dataset.reference, model: model,
                settings: TrainingSettings(
                    batchSize: try #require(training["batch"]?.integer),
                    epochs: try #require(training["epochs"]?.integer), validation: 0)), dataset: dataset,
            network: Network(model: model, weights: weights("initial_weights")), shuffles: false,
            kernels: kernels)
        while run.advance() != nil {}
        let noise = training["max_abs_loss_xla_vs_plain"]?.number ?? 0
        for (key, values) in try #require(training["per_epoch"]).members {
            expectKeras(try #require(run.history[key]), values.numbers, noise: noise, "blobs: \(key)")
        }
        for (ours, keras) in zip(run.engine.network().weights, try weights("final_weights")) {
            // Adam divides small gradients by their own size: the README grants weights 1e-5.
            expectKeras(
                ours.kernel.values + ours.bias, (keras.kernel.values + keras.bias).map(Double.init),
                noise: 1e-5 / 4, "blobs: final weights")
        }
    }
}
