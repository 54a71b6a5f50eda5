import References
import Testing

@testable import Datasets
@testable import Training

extension ReferenceVectors {
    @Suite(.reference("reuters_training"), .enabled(if: RealData.isThere, "\(RealData.missing)"))
    struct `The book's network on newswires, step by step` {
        @Test(arguments: everyKernels)
        func `loses batch by batch what it loses in Keras`(kernels: Kernels) throws {
            let file = try Reference.file("reuters_training")
            let dataset = try RealData.load()
            let weights = try initialWeights(file)
            file.forEachCase(of: "runs", level: "\(kernels.level)") { item, comparison in
                var model = Model(
                    layers: weights.enumerated().map { index, layer in
                        .dense(
                            layer.kernel.columns,
                            activation: index == weights.count - 1 ? .softmax : .relu)
                    })
                model.optimizer = try Optimizer(
                    term: Term(
                        try #require(item["optimizer"]?.text), Term.Argument.list(keras: item["config"])))
                model.metrics = [.accuracy, .topK(3)]
                let settings = TrainingSettings(
                    batchSize: try #require(file["batch"]?.integer),
                    epochs: try #require(file["epochs"]?.integer))
                let run = try TrainingRun(
                    Experiment(dataset: dataset.reference, model: model, settings: settings),
                    dataset: dataset, network: Network(model: model, weights: weights), shuffles: false,
                    kernels: kernels)
                var losses: [Double] = []
                while let outcome = run.advance() {
                    if case .batch = outcome { losses.append(run.progress.batchLoss) }
                }
                try compare(run, losses, dataset, item, comparison)
            }
        }

        private func compare(
            _ run: TrainingRun, _ losses: [Double], _ dataset: Dataset, _ item: JSON,
            _ comparison: Comparison
        ) throws {
            let what = item["optimizer"]?.text ?? "?"
            let expected = try #require(item["per_batch_loss"]).numbers
            comparison.expect(losses, expected, "\(what): batch losses")
            let keys = ["top3": "top_3_accuracy", "val_top3": "val_top_3_accuracy"]
            for (key, values) in try #require(item["per_epoch"]).members {
                comparison.expect(
                    try #require(run.history[keys[key] ?? key]), values.numbers, "\(what): \(key)")
            }
            let test = try run.engine.network().evaluate(dataset.test)
            let reference = try #require(item["test_after_3_epochs"])
            comparison.expect([test.loss], reference["loss"]?.numbers ?? [], "\(what): test loss")
            comparison.expect(
                [test[.accuracy] ?? .nan], reference["accuracy"]?.numbers ?? [], "\(what): test accuracy")
            comparison.expect(
                [test[.topK(3)] ?? .nan], reference["top3"]?.numbers ?? [], "\(what): test top 3")
            let arrays = run.engine.network().weights.flatMap { [$0.kernel.values, $0.bias] }
            let sums = try #require(item["final_weight_sums"]).list
            try #require(sums.count == arrays.count)
            for (place, (values, keras)) in zip(arrays, sums).enumerated() {
                let sum = values.reduce(0) { $0 + Double($1) }
                let sizes = values.reduce(0) { $0 + Double(abs($1)) }
                // What the file says of one weight is the least that a sum of them may be off.
                let noise = item["noise"]?["max_abs_weight_float32_vs_float64"]?.number ?? 0
                comparison.expect(
                    [sum], keras["sum"]?.numbers ?? [], noise: noise, "\(what): sum of weights \(place + 1)")
                comparison.expect(
                    [sizes], keras["abs_sum"]?.numbers ?? [], noise: noise,
                    "\(what): sum of the sizes of weights \(place + 1)")
            }
        }

        /// The weights that the file describes: numpy's generator, one kernel after another.
        private func initialWeights(_ file: ReferenceFile) throws -> [Network.Weights] {
            let description: JSON = try #require(file["initial_weights"])
            let comparison = file.compare("initial weights")
            var random = RandomState(seed: try #require(description["seed"]?.uint32))
            return try #require(description["kernels"]).list.map { kernel in
                let shape = try #require(kernel["shape"]).integers.map(Int.init)
                let limit = (6 / Double(shape[0] + shape[1])).squareRoot()
                let values = (0..<shape[0] * shape[1]).map { _ in
                    Float((2 * random.randomSample() - 1) * limit)
                }
                comparison.expectSame(
                    values.prefix(5).map(Double.init), kernel["first5"]?.numbers ?? [], "the first")
                comparison.expectSame(
                    values.suffix(5).map(Double.init), kernel["last5"]?.numbers ?? [], "the last")
                comparison.expect([limit], kernel["limit"]?.numbers ?? [], "the limit")
                comparison.expect(
                    [values.reduce(0) { $0 + Double($1) }], kernel["sum_float64"]?.numbers ?? [], "the sum")
                var checksum = SHA256()
                values.withUnsafeBytes { checksum.update($0) }
                comparison.expectSame(
                    checksum.hexadecimal(), kernel["sha256_float32_le"]?.text, "SHA-256 of the kernel")
                return Network.Weights(
                    kernel: Matrix(rows: shape[0], columns: shape[1], values: values),
                    bias: Array(repeating: 0, count: shape[1]))
            }
        }
    }
}

@Suite(.enabled(if: RealData.isThere, "\(RealData.missing)"))
struct `The book's network on newswires` {
    @Test(arguments: ["adam", "rmsprop"])
    func `lands between 77 and 82 % on test after nine epochs`(optimizer: String) throws {
        try expectBooksAccuracy(seed: 1, optimizer: optimizer)
    }

    @Test func `is compared with a guess of 18.737 %, or 36.198 % for always saying the largest topic`()
        throws
    {
        let baselines = Baselines(try RealData.load())
        #expect(abs(baselines.shuffled - 0.187_374_963_227_393_8) < 1e-12)
        #expect(abs(baselines.majority - 0.361_976_847_729_296_5) < 1e-12)
    }
}
