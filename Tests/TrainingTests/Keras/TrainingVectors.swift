import Datasets
import Testing

@testable import Training

/// A case of training.json that nnboard can run.
struct TrainingCase: CustomTestStringConvertible {
    let item: JSON
    let model: Model
    let classes: Int
    let dataset: @Sendable (Bool) -> Dataset

    var testDescription: String { item["name"]?.text ?? "?" }

    static let all: [TrainingCase] = {
        guard let file = try? Reference.file("training"), let data = file["data"],
            let cases = file["cases"]?.list
        else { return [] }
        return cases.compactMap { TrainingCase($0, data: data) }
    }()

    init?(_ item: JSON, data: JSON) {
        guard item["l2"]?.number == 0, var loss = try? Loss.named(item["loss"]?.text ?? ""),
            let optimizer = try? Optimizer(keras: item["optimizer"] ?? .null),
            let metrics = try? item["metrics"]?.list.map({ try Metric(text: $0.text ?? "") }),
            let layers = try? item["layers"]?.list.map({ layer in
                Layer.dense(
                    layer.list[0].integer ?? 0, activation: try Activation(text: layer.list[1].text ?? ""))
            }),
            let x = data["x"]?.rows, let validation = data["validation_x"]?.rows,
            let labels = data["labels"]?.integers, let validationLabels = data["validation_labels"]?.integers,
            let classes = data["classes"]?.integer
        else { return nil }
        loss.fromLogits = item["from_logits"]?.flag ?? false
        self.item = item
        self.classes = classes
        model = Model(layers: layers, loss: loss, optimizer: optimizer, metrics: metrics)
        dataset = { isSparse in
            let rows = validation + x
            let split = Split(
                inputs: isSparse ? .sparse(rows.sparse) : .dense(rows.dense),
                labels: validationLabels + labels)
            return Dataset(
                reference: Term("reference"), title: "reference", classes: (0..<classes).map { "\($0)" },
                train: split, test: split)
        }
    }

    /// The weights that Keras began with, or ended with.
    func weights(_ key: String) throws -> [Network.Weights] {
        let arrays = try #require(item[key]).list
        return stride(from: 0, to: arrays.count, by: 2).map { index in
            let kernel = arrays[index].rows
            return Network.Weights(
                kernel: Matrix(
                    rows: kernel.count, columns: kernel[0].count, values: kernel.flatMap(\.self)),
                bias: arrays[index + 1].floats)
        }
    }

    func run(sparse: Bool, kernels: Kernels) throws -> (run: TrainingRun, batchLosses: [Double]) {
        let dataset = dataset(sparse)
        let settings = TrainingSettings(
            batchSize: try #require(item["batch"]?.integer), epochs: try #require(item["epochs"]?.integer),
            validation: dataset.train.count - 64)
        let run = try TrainingRun(
            Experiment(dataset: dataset.reference, model: model, settings: settings), dataset: dataset,
            network: Network(model: model, weights: weights("initial_weights")), shuffles: false,
            kernels: kernels)
        var losses: [Double] = []
        while let outcome = run.advance() {
            if case .batch = outcome { losses.append(run.progress.batchLoss) }
        }
        return (run, losses)
    }
}

@Suite struct `A small network` {
    @Test(arguments: TrainingCase.all, everyKernels)
    func `trains as Keras trains it`(item: TrainingCase, kernels: Kernels) throws {
        let reference = item.item
        let noise = reference["float64"]?["max_abs_loss_difference"]?.number ?? 0
        let weightNoise = reference["float64"]?["max_abs_weight_difference"]?.number ?? 0
        for isSparse in [false, true] {
            let (run, batchLosses) = try item.run(sparse: isSparse, kernels: kernels)
            let what = "\(item.testDescription), \(isSparse ? "sparse" : "dense")"
            expectKeras(
                batchLosses, try #require(reference["per_batch_loss"]).numbers, noise: noise,
                "\(what): batch losses")
            for (key, values) in try #require(reference["per_epoch"]).members {
                expectKeras(
                    try #require(run.history[key]), values.numbers, noise: noise, "\(what): \(key)")
            }
            let expected = try item.weights("final_weights")
            for (layer, (ours, keras)) in zip(run.engine.network().weights, expected).enumerated() {
                expectKeras(
                    ours.kernel.values, keras.kernel.values.map(Double.init), noise: weightNoise,
                    "\(what): kernel \(layer)")
                expectKeras(
                    ours.bias, keras.bias.map(Double.init), noise: weightNoise, "\(what): bias \(layer)")
            }
            let network = run.engine.network()
            let predictions = (0..<24).flatMap {
                network.outputs(of: item.dataset(isSparse).train.inputs, row: $0)
            }
            expectKeras(
                predictions, try #require(reference["final_predictions"]).numbers, noise: weightNoise,
                "\(what): predictions")
        }
    }

    @Test(arguments: TrainingCase.all, everyKernels)
    func `has Keras' gradients on its first batch`(item: TrainingCase, kernels: Kernels) throws {
        let count = try #require(item.item["batch"]?.integer)
        for isSparse in [false, true] {
            let split = item.dataset(isSparse).train
            let engine = try Engine(
                network: Network(model: item.model, weights: item.weights("initial_weights")), split: split,
                batchSize: count, kernels: kernels)
            let rows = (0..<Int32(count)).map { Int32(split.count - 64) + $0 }
            let gradients = try rows.withUnsafeBufferPointer { try engine.gradients($0) }
            for (layer, (ours, keras)) in zip(gradients, try item.weights("first_batch_gradients"))
                .enumerated()
            {
                let what = "\(item.testDescription), \(isSparse ? "sparse" : "dense")"
                expectKeras(
                    ours.kernel.values, keras.kernel.values.map(Double.init),
                    "\(what): gradient of kernel \(layer)")
                expectKeras(
                    ours.bias, keras.bias.map(Double.init), "\(what): gradient of bias \(layer)")
            }
        }
    }

    @Test func `has vectors to be tested with`() {
        #expect(TrainingCase.all.count >= 8)
    }
}
