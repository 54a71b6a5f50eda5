import Datasets

/// Runs batches through a network's layers and measures what comes out.
///
/// It owns the weights and the room for one batch.
final class ForwardPass {
    /// What the weights belong to.
    let model: Model
    /// The weights, one entry a layer.
    let layers: [Parameters]
    /// The vector kernels in use.
    let kernels: Kernels
    /// The most samples that a batch may have.
    let batchSize: Int

    /// What each layer gives, `[batch, units]`.
    private let outputs: [Buffer<Float>]
    /// The batch's rows where inputs are dense, `[batch, inputs]`.
    private let denseInputs: Buffer<Float>?
    /// The last layer's sums, where a loss works from them though an activation follows.
    private let logits: Buffer<Float>?
    /// The class of each sample in the batch.
    private let labels: Buffer<Int32>
    /// The loss, told to work from logits where Keras does.
    private let loss: any LossFunction

    /// Makes room for a network and a batch.
    ///
    /// - Parameters:
    ///   - model: The layers.
    ///   - inputs: What the network is shown; decides how the first layer works.
    ///   - batchSize: The most samples that a batch may have.
    ///   - slots: How many numbers an optimizer keeps for each weight.
    ///   - kernels: The vector kernels to use.
    /// - Throws: ``EngineError/outOfMemory(bytes:)``.
    init(model: Model, inputs: Inputs, batchSize: Int, slots: Int = 0, kernels: Kernels) throws {
        self.model = model
        self.kernels = kernels
        self.batchSize = batchSize
        var width = inputs.columns
        layers = try model.layers.map { layer in
            defer { width = layer.units }
            return try Parameters(inputs: width, units: layer.units, slots: slots)
        }
        outputs = try layers.map { try Buffer(zeros: batchSize * $0.stride) }
        if case .dense = inputs {
            denseInputs = try Buffer(zeros: batchSize * Block.stride(columns: inputs.columns))
        } else {
            denseInputs = nil
        }
        var loss = model.loss.function
        if let last = model.layers.last, last.activation.function.keepsLogits {
            loss.fromLogits = true
            logits = try Buffer(zeros: batchSize * Block.stride(columns: last.units))
        } else {
            logits = nil
        }
        self.loss = loss
        labels = try Buffer(zeros: batchSize)
    }

    /// What a layer gave for the batch, `[samples, units]`.
    func outputs(ofLayer layer: Int, samples: Int) -> Block {
        Block(
            outputs[layer].start, rows: samples, columns: layers[layer].units, stride: layers[layer].stride)
    }

    /// What the first layer saw of the batch where inputs are dense, `[samples, inputs]`.
    func denseInputs(samples: Int) -> Block? {
        denseInputs.map { buffer in
            let columns = layers.first?.inputs ?? 0
            return Block(
                buffer.start, rows: samples, columns: columns, stride: Block.stride(columns: columns))
        }
    }

    /// What the last layer gave.
    private func final(_ samples: Int) -> Block { outputs(ofLayer: layers.count - 1, samples: samples) }

    // MARK: - Running

    /// Runs samples through every layer.
    ///
    /// - Parameters:
    ///   - rows: Which samples of `inputs`, at most ``batchSize``.
    ///   - inputs: What the network is shown.
    /// - Returns: The last layer's outputs, `[samples, units]`, valid until the next run.
    @discardableResult
    func run(_ rows: UnsafeBufferPointer<Int32>, of inputs: Inputs) -> Block {
        precondition(rows.count <= batchSize, "\(rows.count) samples in a batch of \(batchSize)")
        for index in layers.indices {
            let out = outputs(ofLayer: index, samples: rows.count)
            if index == 0 {
                runFirst(rows, of: inputs, into: out)
            } else {
                multiply(outputs(ofLayer: index - 1, samples: rows.count), by: layers[index], into: out)
            }
            if index == layers.count - 1, let logits {
                logits.start.update(from: out.values, count: out.rows * out.stride)
            }
            model.layers[index].activation.function.apply(out, into: out, kernels)
        }
        return final(rows.count)
    }

    private func runFirst(_ rows: UnsafeBufferPointer<Int32>, of inputs: Inputs, into out: Block) {
        guard let layer = layers.first, let first = rows.baseAddress else { return }
        switch inputs {
        case .sparse(let sparse):
            sparse.withKernelForm {
                kernels.gather($0, rows: first, kernel: layer.kernel.values, bias: layer.bias, into: out)
            }
        case .dense(let dense):
            guard let batch = denseInputs(samples: rows.count) else { return }
            dense.values.withUnsafeBufferPointer { values in
                guard let start = values.baseAddress else { return }
                for (place, row) in rows.enumerated() {
                    (batch.values + place * batch.stride)
                        .update(from: start + Int(row) * dense.columns, count: dense.columns)
                }
            }
            multiply(batch, by: layer, into: out)
        }
    }

    private func multiply(_ inputs: Block, by layer: Parameters, into out: Block) {
        kernels.fillRows(out, with: layer.bias)
        BLAS.product(inputs, layer.kernel.padded, into: out.padded, keeping: true)
    }

    // MARK: - Measuring

    /// Measures the batch that was run last.
    ///
    /// - Parameters:
    ///   - rows: The samples that were run.
    ///   - all: The class of every sample, not only of those.
    ///   - gradient: Room for the mean loss' derivative with respect to the last layer's outputs, or to its sums
    ///     where ``lossSeesLogits``.
    ///   - tally: Is added to.
    /// - Returns: The sum of the samples' losses.
    @discardableResult
    func measure(
        _ rows: UnsafeBufferPointer<Int32>, labels all: [Int32], gradient: Block? = nil,
        into tally: inout Tally
    ) -> Double {
        for (place, row) in rows.enumerated() { labels[place] = all[Int(row)] }
        let outputs = final(rows.count)
        for (index, metric) in model.metrics.enumerated() {
            tally.add(metric.function.sum(outputs: outputs, labels: labels.start, kernels), to: index)
        }
        var judged = outputs
        if let logits { judged.values = logits.start }
        let sum = loss.sum(
            LossBatch(outputs: judged, targets: .labels(labels.start)), gradient: gradient, kernels)
        tally.add(samples: rows.count, loss: sum)
        return sum
    }

    /// Whether the loss works from the last layer's sums, so that its gradient has passed the activation already.
    var lossSeesLogits: Bool { logits != nil }
}

extension SparseRows {
    /// Lends the rows to a kernel.
    func withKernelForm(_ body: (Kernels.Ones) -> Void) {
        offsets.withUnsafeBufferPointer { offsets in
            indices.withUnsafeBufferPointer { indices in
                // No row has a one where there are no indices at all, and then none is read.
                body(Kernels.Ones(offsets: offsets.baseAddress, indices: indices.baseAddress))
            }
        }
    }
}
