import Datasets

/// Runs batches through a network's stages and measures what comes out.
///
/// It owns the weights and the room for one batch.
final class ForwardPass {
    /// The model that the weights belong to.
    let model: Model
    /// The vector kernels in use.
    let kernels: Kernels
    /// The most samples that a batch may have.
    let batchSize: Int
    /// The stages in order, and the layer that each belongs to.
    let stages: [(stage: any Stage, layer: Int)]
    /// The output of each stage for the batch that was run last.
    private(set) var outputs: [Block]

    private let judge: Judge
    private let clock: PhaseClock?
    /// The empty input of the first stage, which takes the samples themselves.
    private let nothing: BatchRoom
    /// Tells whether the loss works from the input of the last activation.
    private let lossSeesLogits: Bool

    /// Makes room for a network and a batch.
    ///
    /// - Parameters:
    ///   - model: The layers.
    ///   - split: The samples and their targets; they decide how the first layer works.
    ///   - batchSize: The most samples that a batch may have.
    ///   - slotStarts: The first values of the numbers that an optimizer keeps for each weight.
    ///   - kernels: The vector kernels to use.
    ///   - clock: The clock that measures the phases, if there is one.
    ///   - seed: Decides what dropout leaves out.
    /// - Throws: ``EngineError``.
    init(
        model: Model, split: Split, batchSize: Int, slotStarts: [Float] = [], kernels: Kernels,
        clock: PhaseClock? = nil, seed: UInt64 = 0
    ) throws {
        try split.check(outputs: model.outputs(for: split.inputs.columns))
        self.model = model
        self.kernels = kernels
        self.batchSize = batchSize
        self.clock = clock
        lossSeesLogits = model.lossSeesLogits
        var plan = StagePlan(
            inputs: split.inputs, batchSize: batchSize, slotStarts: slotStarts, kernels: kernels,
            clock: clock, seed: seed, lossSeesLogits: lossSeesLogits)
        try plan.add(model)
        stages = plan.stages
        if lossSeesLogits { (stages.last?.stage as? ActivationStage)?.isSeenThrough = true }
        judge = try Judge(
            model: model, targets: split.targets, outputs: plan.width, batchSize: batchSize,
            kernels: kernels)
        let nothing = try BatchRoom(rows: 0, columns: 1)
        self.nothing = nothing
        outputs = stages.map { _ in nothing.block(0) }
    }

    // MARK: - Weights

    /// Takes over a network's weights; what an optimizer keeps stays as it is.
    func load(_ network: Network) {
        for (stage, layer) in stages { (stage as? any WeightedStage)?.load(network.weights[layer]) }
    }

    /// A copy of the network as it is now.
    func network() -> Network {
        var weights = model.layers.map { _ in Network.Weights(arrays: []) }
        for (stage, layer) in stages {
            if let stage = stage as? any WeightedStage { weights[layer] = stage.weights() }
        }
        return Network(model: model, weights: weights)
    }

    /// Works out the penalty of the weights by the layers' regularizers, added to each sample's loss.
    func penalty() -> Double {
        var total = 0.0
        for (stage, _) in stages {
            guard let stage = stage as? any TrainableStage else { continue }
            let (dense, parameters) = (stage.dense, stage.parameters)
            total += cost(of: parameters.kernel.values, parameters.kernelCount, dense.kernelRegularizer)
            total += cost(of: parameters.bias, parameters.stride, dense.biasRegularizer)
        }
        return total
    }

    private func cost(
        of values: UnsafePointer<Float>, _ count: Int, _ regularizer: Regularizer?
    ) -> Double {
        guard let regularizer else { return 0 }
        let sums = kernels.sums(of: values, count: count)
        return regularizer.l1 * sums.sizes + regularizer.l2 * sums.squares
    }

    // MARK: - Running

    /// Runs samples through every stage.
    ///
    /// - Parameter batch: At most ``batchSize`` samples.
    /// - Returns: The last layer's outputs, `[samples, outputs]`, valid until the next run.
    @discardableResult
    func run(_ batch: Batch) -> Block { run(batch, stages: stages.count) }

    /// Runs samples through the first stages.
    ///
    /// - Parameters:
    ///   - batch: At most ``batchSize`` samples.
    ///   - count: The number of stages to run.
    /// - Returns: The outputs of the last of them, valid until the next run.
    func run(_ batch: Batch, stages count: Int) -> Block {
        precondition(batch.count <= batchSize, "\(batch.count) samples in a batch of \(batchSize)")
        for index in 0..<count {
            outputs[index] = stages[index].stage.forward(batch, input(of: index))
        }
        return outputs[max(0, count - 1)]
    }

    /// Finds the input of a stage for the batch that was run last; empty for the first, on samples.
    func input(of stage: Int) -> Block { stage == 0 ? nothing.block(0) : outputs[stage - 1] }

    /// The numbers that the loss of the batch works from: the last layer's outputs, or its sums.
    private var judged: Block {
        let last = stages.count - 1
        return lossSeesLogits ? input(of: last) : outputs[last]
    }

    // MARK: - Measuring

    /// Measures the batch that was run last.
    ///
    /// - Parameters:
    ///   - rows: The samples that were run.
    ///   - targets: The targets of all samples, not only of those.
    ///   - penalty: The penalty of the weights, added to each sample's loss.
    ///   - gradient: Room for the mean loss' derivative with respect to what it works from, penalty left out.
    ///   - tally: Is added to.
    /// - Returns: The mean of the samples' losses with the penalty.
    @discardableResult
    func measure(
        _ rows: UnsafeBufferPointer<Int32>, targets: Targets, penalty: Double, gradient: Block? = nil,
        into tally: inout Tally
    ) -> Double {
        clock.measure(.loss) {
            judge.take(rows, of: targets)
            let outputs = outputs[stages.count - 1]
            judge.addMetrics(outputs, to: &tally)
            let mean = judge.loss(of: judged, gradient: gradient) / Double(rows.count) + penalty
            tally.add(samples: rows.count, loss: mean * Double(rows.count))
            return mean
        }
    }
}
