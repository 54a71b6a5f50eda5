import Datasets

/// A network in training: its weights, what the optimizer keeps for them, and the room for one batch.
///
/// It knows neither epochs nor listeners; a step from the batch's row numbers to the updated weights allocates nothing
/// on the heap.
final class Engine {
    /// The layers, and the room for what they give.
    let forward: ForwardPass
    /// How the weights follow the gradient; the learning rate may change between two batches.
    var optimizer: Optimizer
    /// How many steps have been made.
    private(set) var steps = 0

    private let inputs: Inputs
    private let labels: [Int32]
    /// The gradient with respect to each layer's sums, `[batch, units]`.
    private let deltas: [Buffer<Float>]
    /// The gradient of one layer's weights at a time, `[inputs + 1, units]`.
    private let gradient: Buffer<Float>
    /// The batch's ones by column, where the first layer is sparse.
    private let columns: Columns?

    private struct Columns {
        let offsets: Buffer<Int32>
        let slots: Buffer<Int32>
        var lent: Kernels.Columns { Kernels.Columns(offsets: offsets.start, slots: slots.start) }
    }

    /// Makes ready to train.
    ///
    /// - Parameters:
    ///   - network: The model and the weights to begin with.
    ///   - split: The samples to train on; they are not copied.
    ///   - batchSize: The most samples that a batch may have.
    ///   - kernels: The vector kernels to use.
    /// - Throws: ``EngineError``.
    init(network: Network, split: Split, batchSize: Int, kernels: Kernels = .standard) throws {
        try split.check(units: network.model.layers.last?.units ?? 0)
        inputs = split.inputs
        labels = split.labels
        optimizer = network.model.optimizer
        let batchSize = min(batchSize, max(1, split.count))
        forward = try ForwardPass(
            model: network.model, inputs: inputs, batchSize: batchSize, slots: optimizer.slots,
            kernels: kernels)
        deltas = try forward.layers.map { try Buffer(zeros: batchSize * $0.stride) }
        let isSparse: Bool
        if case .sparse(let rows) = inputs {
            isSparse = true
            columns = Columns(
                offsets: try Buffer(zeros: rows.columns + 2),
                slots: try Buffer(zeros: rows.largestBatch(of: batchSize)))
        } else {
            isSparse = false
            columns = nil
        }
        let gradients = forward.layers.enumerated().map { index, layer in
            index == 0 && isSparse ? layer.stride : layer.count
        }
        gradient = try Buffer(zeros: gradients.max() ?? 0)
        load(network)
    }

    /// Takes over a network's weights; what the optimizer keeps stays as it is.
    func load(_ network: Network) {
        for (layer, weights) in zip(forward.layers, network.weights) { layer.load(weights) }
    }

    /// A copy of the network as it is now.
    func network() -> Network {
        Network(model: forward.model, weights: forward.layers.map { $0.weights() })
    }

    /// Measures some samples and then moves the weights by one step.
    ///
    /// - Parameters:
    ///   - rows: Which samples, at most as many as a batch has.
    ///   - tally: Is added what was measured before the step.
    /// - Returns: The mean loss of the batch before the step.
    @discardableResult
    func trainBatch(_ rows: UnsafeBufferPointer<Int32>, into tally: inout Tally) -> Double {
        guard !rows.isEmpty else { return .nan }
        steps += 1
        let sum = descend(forward.layers, by: optimizer.update(atStep: steps), rows, into: &tally)
        return sum / Double(rows.count)
    }

    /// The gradient of the mean loss over some samples; the weights stay as they are.
    ///
    /// - Parameter rows: Which samples, at most as many as a batch has.
    /// - Returns: One entry a layer, of its weights' shapes.
    /// - Throws: ``EngineError/outOfMemory(bytes:)``.
    func gradients(_ rows: UnsafeBufferPointer<Int32>) throws -> [Network.Weights] {
        let gradients = try forward.layers.map {
            try Parameters(inputs: $0.inputs, units: $0.units, slots: 0)
        }
        var tally = Tally(metrics: forward.model.metrics.count)
        // A step of -1 from zero along the gradient is the gradient.
        descend(gradients, by: Kernels.Update(.sgd, -1), rows, into: &tally)
        return gradients.map { $0.weights() }
    }

    /// Runs a batch forward and backward, and moves `targets` along the gradient.
    @discardableResult
    private func descend(
        _ targets: [Parameters], by update: Kernels.Update, _ rows: UnsafeBufferPointer<Int32>,
        into tally: inout Tally
    ) -> Double {
        forward.run(rows, of: inputs)
        let last = targets.count - 1
        let sum = forward.measure(
            rows, labels: labels, gradient: delta(last, samples: rows.count), into: &tally)
        for index in stride(from: last, through: 0, by: -1) {
            backpropagate(index, rows: rows, moving: targets[index], by: update)
        }
        return sum
    }

    /// Measures some samples without learning from them.
    ///
    /// - Parameters:
    ///   - rows: Which samples, at most as many as a batch has.
    ///   - tally: Is added what was measured.
    func measure(_ rows: UnsafeBufferPointer<Int32>, into tally: inout Tally) {
        forward.run(rows, of: inputs)
        forward.measure(rows, labels: labels, into: &tally)
    }

    private func delta(_ layer: Int, samples: Int) -> Block {
        var block = forward.outputs(ofLayer: layer, samples: samples)
        block.values = deltas[layer].start
        return block
    }

    /// Turns a layer's gradient into that of the layer before, and moves `target`, which is of the layer's shape.
    private func backpropagate(
        _ index: Int, rows: UnsafeBufferPointer<Int32>, moving target: Parameters,
        by update: Kernels.Update
    ) {
        let kernels = forward.kernels
        let delta = delta(index, samples: rows.count)
        if index < forward.layers.count - 1 || !forward.lossSeesLogits {
            forward.model.layers[index].activation.function.backpropagate(
                delta, inputs: delta, outputs: forward.outputs(ofLayer: index, samples: rows.count), kernels)
        }
        if index > 0 {
            // Before the weights move: the gradient belongs to the weights that made the outputs.
            BLAS.product(
                delta, forward.layers[index].kernel, transposeB: true,
                into: self.delta(index - 1, samples: rows.count))
            move(
                target, inputs: forward.outputs(ofLayer: index - 1, samples: rows.count), delta, update)
        } else if let batch = forward.denseInputs(samples: rows.count) {
            move(target, inputs: batch, delta, update)
        } else {
            moveSparse(target, rows: rows, delta, update)
        }
    }

    private func move(
        _ layer: Parameters, inputs: Block, _ delta: Block, _ update: Kernels.Update
    ) {
        let kernelGradient = Block(
            gradient.start, rows: layer.inputs, columns: layer.stride, stride: layer.stride)
        BLAS.product(inputs, transposeA: true, delta.padded, into: kernelGradient)
        forward.kernels.columnSums(delta, into: gradient.start + layer.inputs * layer.stride)
        forward.kernels.update(layer.pointers(), update, gradient: gradient.start, count: layer.count)
    }

    private func moveSparse(
        _ layer: Parameters, rows: UnsafeBufferPointer<Int32>, _ delta: Block, _ update: Kernels.Update
    ) {
        guard case .sparse(let sparse) = inputs, let columns, let first = rows.baseAddress else { return }
        let kernels = forward.kernels
        sparse.withKernelForm {
            kernels.transpose($0, rows: first, batch: rows.count, columns: sparse.columns, into: columns.lent)
        }
        kernels.update(layer.pointers(), update, columns: columns.lent, range: 0..<layer.inputs, delta: delta)
        kernels.columnSums(delta, into: gradient.start)
        kernels.update(
            layer.pointers(from: layer.inputs * layer.stride), update, gradient: gradient.start,
            count: layer.stride)
    }
}

extension SparseRows {
    /// The most ones that any batch of so many rows can hold.
    fileprivate func largestBatch(of size: Int) -> Int {
        guard size < count else { return indices.count }
        let lengths = (0..<count).map { offsets[$0 + 1] - offsets[$0] }.sorted(by: >)
        return lengths.prefix(size).reduce(0) { $0 + Int($1) }
    }
}
