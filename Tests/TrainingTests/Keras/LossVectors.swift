import Datasets
import Testing

@testable import Training

@Suite struct `Every loss` {
    @Test(arguments: everyKernels)
    func `gives Keras' values and gradients on plain tensors`(kernels: Kernels) throws {
        let cases = try #require(try Reference.file("losses")["cases"]).list
        var tested = 0
        for item in cases {
            guard let name = item["loss"]?.text, Loss.names.contains(name) else { continue }
            var loss = try Loss.named(name)
            loss.fromLogits = item["params"]?["from_logits"]?.flag ?? false
            let outputs = Rows(try #require(item["y_pred"]).rows)
            let what = "\(loss.text) (\(item["note"]?.text ?? "ordinary"))"
            let result = judge(loss, outputs, try #require(item["y_true"]), kernels)
            expectKeras(result.perSample, try #require(item["per_sample"]).numbers, what)
            expectKeras([result.mean], try #require(item["mean"]).numbers, "the mean of \(what)")
            expectKeras(
                result.gradient, try #require(item["dmean_dpred"]).numbers, "the gradient of \(what)")
            tested += 1
        }
        #expect(tested >= 6)
    }

    private func judge(_ loss: Loss, _ outputs: Rows, _ truth: JSON, _ kernels: Kernels)
        -> (perSample: [Float], mean: Double, gradient: [Float])
    {
        let gradient = Rows(truth.list.map { _ in Array(repeating: 7, count: outputs.columns) })
        var perSample = truth.list.map { _ in Float.zero }
        let isSparse = truth.list.first?.number != nil
        let labels = truth.integers
        let rows = Rows(truth.rows)
        let sum = outputs.withBlock { outputs in
            gradient.withBlock { gradient in
                rows.withBlock { rows in
                    labels.withUnsafeBufferPointer { buffer in
                        perSample.withUnsafeMutableBufferPointer { perSample in
                            let targets = isSparse ? buffer.baseAddress.map(Targets.labels) : .rows(rows)
                            return loss.function.sum(
                                LossBatch(
                                    outputs: outputs,
                                    targets: targets ?? .rows(rows),
                                    perSample: perSample.baseAddress),
                                gradient: gradient, kernels)
                        }
                    }
                }
            }
        }
        return (perSample, sum / Double(perSample.count), gradient.values)
    }

    @Test(arguments: everyKernels)
    func `works from the logits behind softmax and sigmoid, as a compiled model does`(kernels: Kernels) throws
    {
        let cases = try #require(try Reference.file("losses")["behind_activation"]).list
        var tested = 0
        for item in cases {
            guard let name = item["loss"]?.text, Loss.names.contains(name),
                let activation = try? Activation(text: item["activation"]?.text ?? "")
            else { continue }
            let logits = try #require(item["logits"]).rows
            let units = try #require(logits.first).count
            let truth = try #require(item["y_true"])
            let labels = truth.list.map { row in
                row.integer.map(Int32.init) ?? Int32(row.numbers.firstIndex(of: 1) ?? -1)
            }
            var loss = try Loss.named(name)
            // Behind a linear layer Keras is told that these are logits.
            loss.fromLogits = activation == .linear
            let forward = try ForwardPass(
                model: Model(layers: [.dense(units, activation: activation)], loss: loss),
                inputs: .dense(logits.dense), batchSize: logits.count, kernels: kernels)
            var identity = Matrix(rows: units, columns: units)
            for unit in 0..<units { identity[unit, unit] = 1 }
            forward.layers[0].load(.init(kernel: identity, bias: Array(repeating: 0, count: units)))

            var tally = Tally(metrics: 1)
            let gradient = Rows(count: logits.count, columns: units)
            let rows = (0..<Int32(logits.count)).map(\.self)
            let outputs = rows.withUnsafeBufferPointer { rows in
                let outputs = forward.run(rows, of: .dense(logits.dense))
                gradient.withBlock { gradient in
                    _ = forward.measure(rows, labels: labels, gradient: gradient, into: &tally)
                }
                return (0..<rows.count).flatMap { row in
                    (0..<units).map { outputs.values[row * outputs.stride + $0] }
                }
            }
            let what = "\(loss.text) behind \(activation.name)"
            expectKeras(outputs, try #require(item["activated"]).numbers, activation.name)
            expectKeras(
                [tally.means(of: []).loss], try #require(item["loss_in_compiled_model"]).numbers, what)
            expectKeras(
                gradient.values, try #require(item["dloss_dlogits"]).numbers, "the gradient of \(what)")
            tested += 1
        }
        #expect(tested >= 5)
    }

    @Test func `is the same for labels and for one-hot rows, bit for bit`() throws {
        let logits = try #require(try Reference.file("activations")["softmax"]?["x"]).rows
        let labels = JSON.list(logits.indices.map { .number(Double($0 % 10)) })
        let oneHot = JSON.list(
            logits.indices.map { row in .list((0..<10).map { .number($0 == row % 10 ? 1 : 0) }) })
        for kernels in everyKernels {
            let sparse = judge(
                .sparseCategoricalCrossentropy(fromLogits: true), Rows(logits), labels, kernels)
            let dense = judge(.categoricalCrossentropy(fromLogits: true), Rows(logits), labels, kernels)
            let rows = judge(.categoricalCrossentropy(fromLogits: true), Rows(logits), oneHot, kernels)
            #expect(sparse.perSample == dense.perSample)
            #expect(sparse.gradient == dense.gradient)
            expectKeras(rows.perSample, sparse.perSample.map(Double.init), "one-hot rows")
        }
    }
}
