import Datasets
import References
import Testing

@testable import Training

extension ReferenceVectors {
    @Suite(.reference("losses")) struct `Every loss` {
        @Test(arguments: everyKernels)
        func `gives Keras' values and gradients on plain tensors`(kernels: Kernels) throws {
            try Reference.file("losses").forEachCase(of: "cases", level: "\(kernels.level)") {
                item, comparison in
                let loss = try Loss(keras: try #require(item["loss"]?.text), item["params"])
                let truth = try #require(item["y_true"])
                let judged = judge(
                    loss, Rows(try #require(item["y_pred"]).matrix), truth, kernels)
                let what = "\(loss.text) (\(item["note"]?.text ?? "ordinary"))"
                comparison.expect(judged.perSample, try #require(item["per_sample"]).numbers, what)
                comparison.expect([judged.mean], try #require(item["mean"]).numbers, "mean of \(what)")
                comparison.expect(
                    judged.gradient, try #require(item["dmean_dpred"]).numbers, "gradient of \(what)")
            }
        }

        @Test(arguments: everyKernels)
        func `works from the logits behind softmax and sigmoid, as a compiled model does`(
            kernels: Kernels
        ) throws {
            try Reference.file("losses").forEachCase(
                of: "behind_activation", level: "\(kernels.level)"
            ) { item, comparison in
                let activation = try Activation(text: try #require(item["activation"]?.text))
                var loss = try Loss(keras: try #require(item["loss"]?.text), item["params"])
                // Behind a linear layer Keras is told that these are logits.
                if activation == .linear { loss.fromLogits = true }
                let what = "\(loss.text) behind \(activation.name)"
                let logits = try #require(item["logits"]).matrix
                let result = try compiled(loss, activation, logits, try #require(item["y_true"]), kernels)
                comparison.expect(result.outputs, try #require(item["activated"]).numbers, activation.name)
                comparison.expect(
                    [result.loss], try #require(item["loss_in_compiled_model"]).numbers, what)
                comparison.expect(
                    result.gradient, try #require(item["dloss_dlogits"]).numbers, "gradient of \(what)")
                if let eager = item["loss_eager"] {
                    comparison.expect([result.loss], eager.numbers, "\(what), eagerly")
                }
                // The same numbers as plain probabilities, which Keras clips.
                if let clipped = item["loss_on_plain_probabilities"], activation != .linear {
                    let plain = Rows(try #require(item["activated"]).matrix)
                    comparison.expect(
                        [judge(loss, plain, try #require(item["y_true"]), kernels).mean], clipped.numbers,
                        "clipped \(what)")
                }
            }
        }

        @Test(arguments: everyKernels)
        func `takes what a linear layer gives for probabilities, as a compiled model does`(
            kernels: Kernels
        ) throws {
            try Reference.file("losses").forEachCase(of: "cases", level: "\(kernels.level)") {
                item, comparison in
                let loss = try Loss(keras: try #require(item["loss"]?.text), item["params"])
                guard loss.isCrossentropy, !loss.fromLogits else { return }
                let outputs = try #require(item["y_pred"]).matrix
                let result = try compiled(
                    loss, .linear, outputs, try #require(item["y_true"]), kernels)
                let what = "\(loss.text) behind linear (\(item["note"]?.text ?? "ordinary"))"
                comparison.expect([result.loss], try #require(item["mean"]).numbers, "mean of \(what)")
                comparison.expect(
                    result.gradient, try #require(item["dmean_dpred"]).numbers, "gradient of \(what)")
            }
        }

        @Test func `is the same for labels and for one-hot rows, bit for bit`() throws {
            let logits = (0..<8).map { row in (0..<10).map { Float(row * $0 % 7) - Float($0) / 3 } }
            let labels = JSON.list(logits.indices.map { .number(Double($0 % 10)) })
            let oneHot = JSON.list(
                logits.indices.map { row in .list((0..<10).map { .number($0 == row % 10 ? 1 : 0) }) })
            for kernels in everyKernels {
                let sparse = judge(
                    .sparseCategoricalCrossentropy(fromLogits: true), Rows(logits), labels, kernels)
                let dense = judge(
                    .categoricalCrossentropy(fromLogits: true), Rows(logits), labels, kernels)
                let rows = judge(
                    .categoricalCrossentropy(fromLogits: true), Rows(logits), oneHot, kernels)
                #expect(sparse.perSample == dense.perSample)
                #expect(sparse.gradient == dense.gradient)
                #expect(sparse.perSample == rows.perSample)
                #expect(sparse.gradient == rows.gradient)
            }
        }

        private func judge(_ loss: Loss, _ outputs: Rows, _ truth: JSON, _ kernels: Kernels)
            -> (perSample: [Float], mean: Double, gradient: [Float])
        {
            // Earlier numbers must not matter.
            let gradient = Rows(truth.list.map { _ in Array(repeating: 7, count: outputs.columns) })
            var perSample = truth.list.map { _ in Float.zero }
            let labels = truth.integers
            let rows = Rows(truth.matrix)
            let sum = outputs.withBlock { outputs in
                gradient.withBlock { gradient in
                    rows.withBlock { rows in
                        labels.withUnsafeBufferPointer { buffer in
                            perSample.withUnsafeMutableBufferPointer { perSample in
                                let isSparse = truth.list.first?.number != nil && loss.function.form != .rows
                                let targets = isSparse ? buffer.baseAddress.map(BatchTargets.labels) : nil
                                return loss.function.sum(
                                    LossBatch(
                                        outputs: outputs, targets: targets ?? .rows(rows),
                                        perSample: perSample.baseAddress),
                                    gradient: gradient, kernels)
                            }
                        }
                    }
                }
            }
            return (perSample, sum / Double(perSample.count), gradient.values)
        }

        /// Sends logits through a layer that passes them to the activation as they are.
        private func compiled(
            _ loss: Loss, _ activation: Activation, _ logits: [[Float]], _ truth: JSON, _ kernels: Kernels
        ) throws -> (outputs: [Float], loss: Double, gradient: [Float]) {
            let units = try #require(logits.first).count
            let isSparse = truth.list.first?.number != nil && loss.function.form != .rows
            let split = Split(
                inputs: .dense(logits.dense),
                targets: isSparse ? .labels(truth.integers) : .values(truth.matrix.dense))
            var identity = Matrix(rows: units, columns: units)
            for unit in 0..<units { identity[unit, unit] = 1 }
            let network = Network(
                model: Model(layers: [.dense(units, activation: activation)], loss: loss, metrics: []),
                weights: [.init(kernel: identity, bias: Array(repeating: 0, count: units))])
            let engine = try Engine(
                network: network, split: split, batchSize: logits.count, kernels: kernels)
            let rows = logits.indices.map { Int32($0) }
            var tally = Tally([])
            rows.withUnsafeBufferPointer { engine.measure($0, into: &tally) }
            // A bias' gradient of one sample alone is that of the sample's logits.
            let gradient = try rows.flatMap { row in
                let alone = try [row].withUnsafeBufferPointer { try engine.gradients($0) }
                return alone[0].bias.map { $0 / Float(rows.count) }
            }
            let outputs = rows.flatMap { network.outputs(of: split.inputs, row: Int($0)) }
            return (outputs, tally.means.loss, gradient)
        }
    }
}

@Suite struct `A loss` {
    @Test(arguments: [
        "mean_squared_error", "huber(delta=0.5)", "binary_crossentropy(from_logits=true)",
        "categorical_crossentropy", "log_cosh",
    ])
    func `is read back from its text`(text: String) throws {
        #expect(try Loss(text: text).text == text)
    }

    @Test(arguments: [("mse", "mean_squared_error"), ("MeanAbsoluteError", "mean_absolute_error")])
    func `is known by all of Keras' names`(name: String, canonical: String) throws {
        #expect(try Loss(text: name).text == canonical)
    }
}

extension Loss {
    /// A loss as the files describe it.
    init(keras name: String, _ params: JSON?) throws {
        try self.init(term: Term(name, Term.Argument.list(keras: params)))
    }
}
