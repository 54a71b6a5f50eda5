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
            let noises = noisesOfSums(
                ofOne: item["noise"]?["max_abs_weight_float32_vs_float64"]?.number ?? 0, run, dataset)
            for (place, (values, keras)) in zip(arrays, sums).enumerated() {
                let sum = values.reduce(0) { $0 + Double($1) }
                let sizes = values.reduce(0) { $0 + Double(abs($1)) }
                let noise = noises[place % 2 == 1 ? .bias : place == 0 ? .firstKernel : .kernel] ?? 0
                comparison.expect(
                    [sum], keras["sum"]?.numbers ?? [], noise: noise, "\(what): sum of weights \(place + 1)")
                comparison.expect(
                    [sizes], keras["abs_sum"]?.numbers ?? [], noise: noise,
                    "\(what): sum of the sizes of weights \(place + 1)")
            }
        }

        private enum Part { case firstKernel, kernel, bias }

        /// The difference that the sum of an array's weights may have between two ways of computing it.
        ///
        /// Sums that are rounded otherwise let a ReLU close to zero switch for one sample of a batch. Then
        /// all weights of that unit move that belong to something the sample has: in the first layer its
        /// words, in others a column. They move the same way, so that the noise of a sum is that of one
        /// weight times how many there are. One weight moves as the file says, or where its two ways met no
        /// such switch, as far as a sample moves it with gradient descent; with the others, which divide a
        /// gradient by its own size, what a switch does is below the limit.
        private func noisesOfSums(
            ofOne noise: Double, _ run: TrainingRun, _ dataset: Dataset
        ) -> [Part: Double] {
            let optimizer = run.engine.optimizer
            // The mean of a batch's gradients, none of which is above 1, with all that momentum adds to it in
            // the end.
            let batch = Double(run.engine.forward.batchSize)
            let share = optimizer.learningRate / batch / max(1e-3, 1 - (optimizer.momentum ?? 0))
            let one = max(noise, optimizer.name == "sgd" ? share : 0)
            guard case .sparse(let rows) = dataset.train.inputs else { return [:] }
            let words = Double(rows.indices.count) / Double(max(1, rows.count))
            let units = Double(run.engine.network().weights[0].bias.count)
            return [.firstKernel: words * one, .kernel: units * one, .bias: one]
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
