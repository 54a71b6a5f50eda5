import Datasets

extension Network {
    /// Tells whether every weight is a finite number.
    public var isFinite: Bool {
        weights.allSatisfy { $0.arrays.allSatisfy { $0.values.allSatisfy(\.isFinite) } }
    }

    /// Works out the outputs of some layers for many samples at once, as after training: nothing is dropped.
    ///
    /// - Parameters:
    ///   - rows: The inputs of the first of the layers, `[samples, inputs]`.
    ///   - layers: The layers to run, one after another; an empty range gives the rows back.
    /// - Returns: The outputs of the last of them, `[samples, outputs]`.
    /// - Throws: ``EngineError`` where there is not enough memory.
    public func outputs(of rows: DenseRows, layers: Range<Int>) throws -> DenseRows {
        let layers = layers.clamped(to: model.layers.indices)
        guard !layers.isEmpty else { return rows }
        var part = model
        part.layers = Array(model.layers[layers])
        let batchSize = max(1, min(512, rows.count))
        var plan = StagePlan(
            inputs: .dense(rows), batchSize: batchSize, slotStarts: [], kernels: .standard, clock: nil,
            seed: 0, lossSeesLogits: false)
        try plan.add(part)
        for (stage, layer) in plan.stages {
            (stage as? any WeightedStage)?.load(weights[layers.lowerBound + layer])
        }
        // The first stage lays the samples out, and is given nothing.
        let nothing = try plan.room(columns: 1)
        let values = withExtendedLifetime((plan, nothing)) {
            Self.run(
                .dense(rows), Array(0..<rows.count), batchSize, through: plan.stages.map(\.stage),
                after: nothing.block(0))
        }
        return DenseRows(columns: plan.width, values: values)
    }

    /// Lets samples through stages, batch by batch.
    ///
    /// - Parameters:
    ///   - inputs: Samples in the form that the stages were made for.
    ///   - rows: The rows of the samples to run.
    ///   - batchSize: The number of samples to run at a time.
    ///   - stages: One after another.
    ///   - nothing: The empty input of the first stage.
    /// - Returns: The outputs of the last stage, row after row.
    static func run(
        _ inputs: Inputs, _ rows: [Int], _ batchSize: Int, through stages: [any Stage], after nothing: Block
    ) -> [Float] {
        var values: [Float] = []
        rows.map { Int32($0) }.withUnsafeBufferPointer { numbers in
            for start in stride(from: 0, to: numbers.count, by: batchSize) {
                let batch = Batch(
                    rows: .init(rebasing: numbers[start..<min(start + batchSize, numbers.count)]),
                    inputs: inputs, isTraining: false)
                let given = stages.reduce(nothing) { $1.forward(batch, $0) }
                for row in 0..<given.rows {
                    values += UnsafeBufferPointer(
                        start: given.values + row * given.stride, count: given.columns)
                }
            }
        }
        return values
    }

    /// The class that the network decides for, for many samples at once.
    ///
    /// - Parameter rows: `[samples, inputs]`.
    /// - Returns: For each sample the first of the largest outputs; where there is one output, 1 for yes and 0 for no.
    /// - Throws: ``EngineError`` where there is not enough memory.
    public func classes(of rows: DenseRows) throws -> [Int] {
        let outputs = try outputs(of: rows, layers: model.layers.indices)
        let threshold: Float = model.loss.fromLogits ? 0 : 0.5
        let columns = outputs.columns
        return outputs.values.withUnsafeBufferPointer { values in
            (0..<outputs.count).map { row in
                guard columns > 1 else { return values[row] > threshold ? 1 : 0 }
                var best = 0
                for column in 1..<columns where values[row * columns + column] > values[row * columns + best]
                {
                    best = column
                }
                return best
            }
        }
    }
}
