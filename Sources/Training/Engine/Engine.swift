import Datasets

/// A network in training: its weights, what the optimizer keeps for them, and the room for one batch.
///
/// It knows neither epochs nor listeners; a step from the batch's row numbers to the updated weights allocates nothing
/// on the heap.
final class Engine {
    /// The stages, and the room for what they give.
    let forward: ForwardPass
    /// The rule by which the weights follow the gradient; its learning rate may change between two batches.
    var optimizer: Optimizer
    /// The number of steps made so far.
    private(set) var steps: Int
    /// Tells whether the next steps measure the sizes of the gradients.
    var watchesGradients = false
    /// The sizes of the newest gradients that were watched, one entry a layer with weights that follow them.
    private(set) var gradientNorms: [Double]
    /// The units of each layer that have given something other than 0 since ``forgetUnits()``.
    private(set) var liveUnits: [LiveUnits]

    private let split: Split
    private let clock: PhaseClock?
    private let lossGradient: BatchRoom
    /// The stages with weights that follow the gradient, and which they are among all stages.
    private let trainable: [(stage: any TrainableStage, place: Int, layer: Int)]
    /// The gradient with respect to what each of them gave; lent for the time of one step.
    private var deltas: [Block]
    /// The sums of squares of each one's gradients.
    private var squareSums: [(kernel: Double, bias: Double)]
    private let hasPenalty: Bool
    private var penalty: Double?

    /// Makes ready to train.
    ///
    /// - Parameters:
    ///   - network: The model and the weights to begin with.
    ///   - split: The samples to train on; they are not copied.
    ///   - batchSize: The most samples that a batch may have.
    ///   - kernels: The vector kernels to use.
    ///   - seed: Decides what dropout leaves out.
    ///   - clock: The clock that measures the phases, if there is one.
    /// - Throws: ``EngineError``.
    init(
        network: Network, split: Split, batchSize: Int, kernels: Kernels = .standard, seed: UInt64 = 0,
        clock: PhaseClock? = nil
    ) throws {
        self.split = split
        self.clock = clock
        steps = 0
        optimizer = network.model.optimizer
        let batchSize = min(batchSize, max(1, split.count))
        forward = try ForwardPass(
            model: network.model, split: split, batchSize: batchSize, slotStarts: optimizer.slotStarts,
            kernels: kernels, clock: clock, seed: seed)
        lossGradient = try BatchRoom(
            rows: batchSize, columns: network.model.outputs(for: split.inputs.columns))
        trainable = forward.stages.enumerated().compactMap { place, entry in
            (entry.stage as? any TrainableStage).map { ($0, place, entry.layer) }
        }
        let nothing = try BatchRoom(rows: 0, columns: 1).block(0)
        deltas = trainable.map { _ in nothing }
        squareSums = trainable.map { _ in (0, 0) }
        gradientNorms = trainable.map { _ in .nan }
        hasPenalty = trainable.contains { $0.stage.dense.hasPenalty }
        liveUnits = forward.stages.enumerated().compactMap { place, entry in
            LiveUnits(entry.stage, place: place, layer: entry.layer, network.model)
        }
        load(network)
    }

    /// Takes over a network's weights; what the optimizer keeps stays as it is.
    func load(_ network: Network) {
        forward.load(network)
        penalty = nil
    }

    /// A copy of the network as it is now.
    func network() -> Network { clock.measure(.snapshot) { forward.network() } }

    // MARK: - Continuing elsewhere

    /// The values that decide the steps to come, apart from the weights.
    struct State: Sendable {
        /// The number of steps made so far.
        var steps: Int
        /// The rule by which the weights follow the gradient, with its present settings.
        var optimizer: Optimizer
        /// The numbers that the optimizer keeps: for each layer that is trained, for each slot, as
        /// ``Parameters/slotValues()``.
        var slots: [[[Float]]]
        /// The present place in each dropout layer's stream of random numbers.
        var generators: [Random]
    }

    /// A copy of what decides the steps to come.
    var state: State {
        State(
            steps: steps, optimizer: optimizer, slots: trainable.map { $0.stage.parameters.slotValues() },
            generators: forward.stages.compactMap { ($0.stage as? DropoutStage)?.random })
    }

    /// Continues where another engine was; what doesn't fit this one's layers is passed over.
    func load(_ state: State) {
        steps = state.steps
        optimizer = state.optimizer
        for (entry, slots) in zip(trainable, state.slots) { entry.stage.parameters.load(slots: slots) }
        let dropouts = forward.stages.compactMap { $0.stage as? DropoutStage }
        for (stage, random) in zip(dropouts, state.generators) { stage.random = random }
    }

    /// Takes over which units have been alive so far in the epoch, of an engine with the same layers.
    func adoptUnits(of other: Engine) {
        for index in liveUnits.indices where other.liveUnits.indices.contains(index) {
            liveUnits[index].adopt(other.liveUnits[index])
        }
    }

    /// The penalty of the weights as they are now.
    private func currentPenalty() -> Double {
        guard hasPenalty else { return 0 }
        if let penalty { return penalty }
        let now = forward.penalty()
        penalty = now
        return now
    }

    // MARK: - Training

    /// Measures some samples and then moves the weights by one step.
    ///
    /// - Parameters:
    ///   - rows: The rows of the samples, at most as many as a batch has.
    ///   - tally: Is added what was measured before the step.
    /// - Returns: The mean loss of the batch before the step, penalties included.
    @discardableResult
    func trainBatch(_ rows: UnsafeBufferPointer<Int32>, into tally: inout Tally) -> Double {
        guard !rows.isEmpty else { return .nan }
        let batch = Batch(rows: rows, inputs: split.inputs, isTraining: true)
        let loss = findGradients(batch, into: &tally)
        for index in liveUnits.indices { liveUnits[index].look(at: forward.outputs) }
        steps += 1
        penalty = nil
        step(batch)
        return loss
    }

    /// Runs a batch forward and backward.
    private func findGradients(_ batch: Batch, into tally: inout Tally) -> Double {
        forward.run(batch)
        var gradient = lossGradient.block(batch.count)
        let loss = forward.measure(
            batch.rows, targets: split.targets, penalty: currentPenalty(), gradient: gradient, into: &tally)
        var left = trainable.count
        for place in forward.stages.indices.reversed() {
            guard left > 0 else { break }
            let input = forward.input(of: place)
            if trainable[left - 1].place == place {
                left -= 1
                trainable[left].stage.findGradient(batch, gradient, input: input)
                deltas[left] = gradient
            }
            gradient = forward.stages[place].stage.backward(
                batch, gradient, input: input, output: forward.outputs[place], isWanted: left > 0)
        }
        return loss
    }

    private func step(_ batch: Batch) {
        let clipsNorms = optimizer.clipnorm != nil || optimizer.globalClipnorm != nil
        if watchesGradients || clipsNorms {
            for (index, entry) in trainable.enumerated() {
                squareSums[index] = entry.stage.squareSums(batch)
                gradientNorms[index] = (squareSums[index].kernel + squareSums[index].bias).squareRoot()
            }
        }
        let update = optimizer.update(atStep: steps)
        let shaping = optimizer.shaping(atStep: steps, squareSums: squareSums)
        for (index, entry) in trainable.enumerated() {
            var (kernel, bias) = entry.stage.dense.shaping
            kernel.add(shaping, clippingTo: squareSums[index].kernel, optimizer)
            bias.add(shaping, clippingTo: squareSums[index].bias, optimizer)
            entry.stage.move(entry.stage.parameters, batch, by: update, kernel: kernel, bias: bias)
        }
    }

    /// Begins again to look for units that give nothing.
    func forgetUnits() {
        for index in liveUnits.indices { liveUnits[index].forget() }
    }

    /// The gradient of the mean loss over some samples, penalties included; the weights stay as they are.
    ///
    /// - Parameter rows: The rows of the samples, at most as many as a batch has.
    /// - Returns: One entry a layer, of its weights' shapes; none for layers whose weights don't follow it.
    /// - Throws: ``EngineError/outOfMemory(bytes:limit:)``.
    func gradients(_ rows: UnsafeBufferPointer<Int32>) throws -> [Network.Weights] {
        var tally = Tally(forward.model.metrics)
        let batch = Batch(rows: rows, inputs: split.inputs, isTraining: true)
        _ = findGradients(batch, into: &tally)
        var gradients = forward.model.layers.map { _ in Network.Weights(arrays: []) }
        for (stage, _, layer) in trainable {
            let target = try Parameters(
                inputs: stage.parameters.inputs, units: stage.parameters.units, slotStarts: [])
            // A step of -1 from zero along the gradient is the gradient.
            stage.move(target, batch, by: Kernels.Update(.sgd, -1), kernel: .none, bias: .none)
            var found = target.weights()
            let weights = stage.parameters.weights()
            found.kernel.values.addPenalty(stage.dense.kernelRegularizer, of: weights.kernel.values)
            found.bias.addPenalty(stage.dense.biasRegularizer, of: weights.bias)
            gradients[layer] = found
        }
        return gradients
    }

    // MARK: - Measuring

    /// Measures some samples without learning from them.
    ///
    /// - Parameters:
    ///   - rows: The rows of the samples, at most as many as a batch has.
    ///   - tally: Is added what was measured.
    func measure(_ rows: UnsafeBufferPointer<Int32>, into tally: inout Tally) {
        clock.measure(.validation) {
            forward.run(Batch(rows: rows, inputs: split.inputs, isTraining: false))
            forward.measure(rows, targets: split.targets, penalty: currentPenalty(), into: &tally)
        }
    }

    /// Reports the state of each layer with weights, after a step whose gradients were watched.
    func health() -> [LayerHealth] {
        let names = forward.model.layerNames
        return trainable.enumerated().map { index, entry in
            let parameters = entry.stage.parameters
            let kernel = forward.kernels.sums(of: parameters.kernel.values, count: parameters.kernelCount)
            let bias = forward.kernels.sums(of: parameters.bias, count: parameters.stride)
            return LayerHealth(
                name: names[entry.layer], gradientNorm: gradientNorms[index],
                weightNorm: (kernel.squares + bias.squares).squareRoot(),
                deadUnits: liveUnits.first { $0.layer == entry.layer }?.deadShare)
        }
    }
}

extension Dense {
    /// Tells whether its weights have a penalty.
    fileprivate var hasPenalty: Bool { kernelRegularizer != nil || biasRegularizer != nil }
}

extension [Float] {
    /// Adds the derivative of a penalty.
    fileprivate mutating func addPenalty(_ regularizer: Regularizer?, of weights: [Float]) {
        guard let regularizer else { return }
        for (index, weight) in weights.enumerated() {
            let sign: Float = weight > 0 ? 1 : weight < 0 ? -1 : 0
            self[index] += Float(regularizer.l1) * sign + 2 * Float(regularizer.l2) * weight
        }
    }
}
