import Datasets
import References
import Testing

@testable import Training

extension ReferenceVectors {
    @Suite(.reference("training")) struct `A small network` {
        @Test(arguments: everyKernels, [false, true])
        func `trains as Keras trains it`(kernels: Kernels, sparse: Bool) throws {
            let file = try Reference.file("training")
            file.forEachCase(of: "cases", level: "\(kernels.level)") { item, comparison in
                let work = try TrainingCase(item, data: try #require(file["data"]), sparse: sparse)
                let what = "\(work.name), \(sparse ? "sparse" : "dense")"
                let noise = item["float64"]?["max_abs_loss_difference"]?.number ?? 0
                let weightNoise = item["float64"]?["max_abs_weight_difference"]?.number ?? 0

                let (run, losses) = try work.run(kernels)
                comparison.expect(
                    losses, try #require(item["per_batch_loss"]).numbers, noise: noise,
                    "\(what): batch losses")
                for (key, values) in try #require(item["per_epoch"]).members {
                    let ours = try #require(run.history[key], "no \(key) in the history of \(what)")
                    comparison.expect(ours, values.numbers, noise: noise, "\(what): \(key)")
                }
                let network = run.engine.network()
                comparison.expect(
                    network.weights, try Network(model: work.model, keras: item["final_weights"]),
                    noise: weightNoise, "\(what): final")
                let predictions = (0..<work.validation).flatMap {
                    network.outputs(of: work.dataset.train.inputs, row: $0)
                }
                comparison.expect(
                    predictions, try #require(item["final_predictions"]).numbers, noise: weightNoise,
                    "\(what): predictions")
            }
        }

        @Test(arguments: everyKernels, [false, true])
        func `has Keras' gradients on its first batch`(kernels: Kernels, sparse: Bool) throws {
            let file = try Reference.file("training")
            file.forEachCase(of: "cases", level: "\(kernels.level)") { item, comparison in
                let work = try TrainingCase(item, data: try #require(file["data"]), sparse: sparse)
                let split = work.dataset.train
                let count = min(work.batchSize, split.count - work.validation)
                let engine = try Engine(
                    network: try Network(model: work.model, keras: item["initial_weights"]), split: split,
                    batchSize: count, kernels: kernels)
                let rows = (0..<count).map { Int32(work.validation + $0) }
                let gradients = try rows.withUnsafeBufferPointer { try engine.gradients($0) }
                comparison.expect(
                    gradients, try Network(model: work.model, keras: item["first_batch_gradients"]), noise: 0,
                    "\(work.name), \(sparse ? "sparse" : "dense"): gradient")
            }
        }
    }
}

/// A case of training.json: a model, and the data that it is trained on, the validation samples first.
private struct TrainingCase {
    let item: JSON
    let model: Model
    let dataset: Dataset
    let validation: Int

    var name: String { item["name"]?.text ?? "?" }
    var batchSize: Int { item["batch"]?.integer ?? 0 }

    init(_ item: JSON, data: JSON, sparse: Bool) throws {
        self.item = item
        model = try Model(keras: item)
        let validationRows = try #require(data["validation_x"]).rows
        let rows = validationRows + (try #require(data["x"]).rows)
        validation = validationRows.count
        let key = try #require(item["targets"]?.text)
        let source = key == "one_hot" ? "labels" : key
        let truth = JSON.list(
            try #require(data["validation_\(source)"]).list + (try #require(data[source])).list)
        let classes = data["classes"]?.integer ?? 0
        let targets: Targets =
            switch key {
            case "labels": .labels(truth.integers)
            case "one_hot": .values(truth.integers.oneHot(classes: classes).dense)
            default: .values(truth.matrix.dense)
            }
        let split = Split(inputs: sparse ? .sparse(rows.sparse) : .dense(rows.dense), targets: targets)
        dataset = Dataset(
            reference: Term("reference"), title: "reference", classes: (0..<classes).map { "\($0)" },
            train: split, test: split)
    }

    func run(_ kernels: Kernels) throws -> (run: TrainingRun, batchLosses: [Double]) {
        let settings = TrainingSettings(
            batchSize: try #require(item["batch"]?.integer), epochs: try #require(item["epochs"]?.integer),
            validation: validation)
        let run = try TrainingRun(
            Experiment(dataset: dataset.reference, model: model, settings: settings), dataset: dataset,
            network: try Network(model: model, keras: item["initial_weights"]), shuffles: false,
            kernels: kernels)
        var losses: [Double] = []
        while let outcome = run.advance() {
            if case .batch = outcome { losses.append(run.progress.batchLoss) }
        }
        return (run, losses)
    }
}

extension [Int32] {
    /// A row for each class number, with a one in its place.
    fileprivate func oneHot(classes: Int) -> [[Float]] {
        map { label in (0..<classes).map { $0 == Int(label) ? 1 : 0 } }
    }
}
