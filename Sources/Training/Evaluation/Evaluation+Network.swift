import Datasets

extension Evaluation {
    /// Asks a network about samples of a split, many at a time.
    ///
    /// - Parameters:
    ///   - network: The network.
    ///   - split: Samples with classes, in the form that the network was trained on.
    ///   - rows: The rows of the samples; those that the split doesn't have are left out.
    /// - Throws: ``EvaluationError`` or ``EngineError``.
    public init(of network: Network, on split: Split, rows: Range<Int>) throws {
        guard case .labels(let labels) = split.targets else { throw EvaluationError.noClasses }
        guard network.inputs == split.inputs.columns else {
            throw EvaluationError.wrongInputs(network: network.inputs, samples: split.inputs.columns)
        }
        let rows = rows.clamped(to: 0..<split.count)
        let pass = try EvaluationPass(network, on: split)
        if let row = rows.first(where: { !(0..<pass.classes ~= Int(labels[$0])) }) {
            throw EngineError.labelOutOfRange(
                label: Int(labels[row]), units: network.model.outputs(for: split.inputs.columns), row: row)
        }
        try pass.run(rows)
        self.init(
            rows: rows, labels: Array(labels[rows]),
            scores: DenseRows(columns: pass.classes, values: pass.scores),
            probabilities: DenseRows(columns: pass.classes, values: pass.probabilities),
            predicted: pass.predicted, losses: pass.losses)
    }

    /// Asks a network about a part of a data set.
    ///
    /// - Parameters:
    ///   - network: The network.
    ///   - dataset: Samples with classes, in the form that the network was trained on.
    ///   - part: The part that the samples are from.
    ///   - validation: The number of training samples that are set aside.
    /// - Throws: ``EvaluationError`` or ``EngineError``.
    public init(of network: Network, on dataset: Dataset, _ part: DataPart, validation: Int) throws {
        try self.init(
            of: network, on: dataset.split(of: part), rows: dataset.rows(of: part, validation: validation))
    }
}

/// Lets samples through a network, and keeps what comes out.
private final class EvaluationPass {
    /// The number of classes; two where a single output says yes or no.
    let classes: Int
    private(set) var scores: [Float] = []
    private(set) var probabilities: [Float] = []
    private(set) var predicted: [Int32] = []
    private(set) var losses: [Float] = []

    private let split: Split
    private let batchSize = 256
    private let forward: ForwardPass
    private let activation: Activation
    /// Tells whether each output says yes or no by itself; `isLogit`, whether it does so as a logit.
    private let isYesNo: Bool
    private let isLogit: Bool
    /// Tells whether the loss takes the outputs for logits.
    private let takesLogits: Bool
    /// Tells whether a softmax takes the sums themselves for logits.
    private let keepsSums: Bool
    private let loss: any LossFunction
    private let lossSeesLogits: Bool
    /// Room for a batch: after the activation, as probabilities, and as it should have been.
    private let activated: BatchRoom
    private let shares: BatchRoom
    private let truths: BatchRoom
    private let wantsTruths: Bool

    init(_ network: Network, on split: Split) throws {
        let model = network.model
        let outputs = model.outputs(for: split.inputs.columns)
        let last = model.layers.last?.activation ?? .linear
        self.split = split
        classes = max(2, outputs)
        activation = last
        isYesNo = outputs == 1 || model.loss.function is BinaryCrossentropy
        isLogit = last == .sigmoid || model.loss.fromLogits
        takesLogits = model.loss.fromLogits
        keepsSums = last.function.keepsLogits
        lossSeesLogits = model.lossSeesLogits
        var loss = model.loss
        if lossSeesLogits { loss.fromLogits = true }
        self.loss = loss.function
        wantsTruths = outputs == 1 || loss.function.form == .rows
        // The sums before the last activation are wanted: probabilities and losses both follow from them.
        var bare = model
        if !bare.layers.isEmpty { bare.layers[bare.layers.count - 1].activation = .linear }
        forward = try ForwardPass(model: bare, split: split, batchSize: batchSize, kernels: .standard)
        forward.load(network)
        activated = try BatchRoom(rows: batchSize, columns: outputs)
        shares = try BatchRoom(rows: batchSize, columns: classes)
        truths = try BatchRoom(rows: wantsTruths ? batchSize : 0, columns: outputs)
    }

    func run(_ rows: Range<Int>) throws {
        let numbers = rows.map { Int32($0) }
        let labels = split.labels
        scores.reserveCapacity(rows.count * classes)
        probabilities.reserveCapacity(rows.count * classes)
        predicted.reserveCapacity(rows.count)
        losses = Array(repeating: .nan, count: rows.count)
        numbers.withUnsafeBufferPointer { numbers in
            labels.withUnsafeBufferPointer { labels in
                for start in stride(from: 0, to: numbers.count, by: batchSize) {
                    let end = min(start + batchSize, numbers.count)
                    let batch = UnsafeBufferPointer(rebasing: numbers[start..<end])
                    let sums = forward.run(Batch(rows: batch, inputs: split.inputs, isTraining: false))
                    let first = rows.lowerBound
                    take(
                        sums, UnsafeBufferPointer(rebasing: labels[first + start..<first + end]), at: start)
                }
            }
        }
    }

    /// Keeps what a batch gave.
    private func take(_ sums: Block, _ labels: UnsafeBufferPointer<Int32>, at start: Int) {
        let outputs = activated.block(sums.rows)
        outputs.values.update(from: sums.values, count: sums.rows * sums.stride)
        activation.function.apply(outputs, into: outputs, .standard)
        // From the outputs themselves, as the metrics count them; normalized probabilities may tie where outputs don't.
        predicted += (0..<outputs.rows).map { outputs.predictedClass(row: $0, isLogit: takesLogits) }
        measure(lossSeesLogits ? sums : outputs, labels, at: start)
        if isYesNo { takeYesNo(sums, outputs) } else { takeLogits(keepsSums ? sums : outputs) }
    }

    private func measure(_ outputs: Block, _ labels: UnsafeBufferPointer<Int32>, at start: Int) {
        let truth = truths.block(wantsTruths ? outputs.rows : 0)
        if wantsTruths {
            truth.values.update(repeating: 0, count: truth.rows * truth.stride)
            for (row, label) in labels.enumerated() {
                // One output is compared with the class' number, several with a one in the class' place.
                let values = truth.values + row * truth.stride
                if outputs.columns == 1 { values[0] = Float(label) } else { values[Int(label)] = 1 }
            }
        }
        losses.withUnsafeMutableBufferPointer { losses in
            guard let room = losses.baseAddress, let labels = labels.baseAddress else { return }
            _ = loss.sum(
                LossBatch(
                    outputs: outputs, targets: wantsTruths ? .rows(truth) : .labels(labels),
                    perSample: room + start), gradient: nil, .standard)
        }
    }

    /// Takes the softmax of what a batch gave.
    private func takeLogits(_ logits: Block) {
        let shares = shares.block(logits.rows)
        shares.values.update(from: logits.values, count: logits.rows * logits.stride)
        Activation.softmax.function.apply(shares, into: shares, .standard)
        for row in 0..<logits.rows {
            let logits = UnsafeBufferPointer(start: logits.values + row * logits.stride, count: classes)
            let values = UnsafeBufferPointer(start: shares.values + row * shares.stride, count: classes)
            // The kernels may take a NaN for the smallest number; what is left would look like an answer.
            let isNumber = !logits.contains(where: \.isNaN) && !values.contains(where: \.isNaN)
            scores += logits
            if isNumber { probabilities += values } else { takeNothing() }
        }
    }

    /// Takes outputs that each say yes or no by themselves.
    private func takeYesNo(_ sums: Block, _ outputs: Block) {
        if isLogit {
            outputs.values.update(from: sums.values, count: sums.rows * sums.stride)
            Activation.sigmoid.function.apply(outputs, into: outputs, .standard)
        }
        for row in 0..<sums.rows {
            let values = UnsafeBufferPointer(
                start: outputs.values + row * outputs.stride, count: outputs.columns)
            var shares = values.count == 1 ? [1 - values[0], values[0]] : Array(values)
            let sum = shares.reduce(0, +)
            for label in shares.indices { shares[label] /= sum }
            let given = UnsafeBufferPointer(start: sums.values + row * sums.stride, count: sums.columns)
            let isNumber = !given.contains(where: \.isNaN) && !shares.contains(where: \.isNaN)
            if values.count == 1 && isLogit {
                scores += [0, given[0]]
            } else {
                scores += shares.map(\.logarithmOfShare)
            }
            if isNumber { probabilities += shares } else { takeNothing() }
        }
    }

    private func takeNothing() { probabilities += repeatElement(.nan, count: classes) }
}
