import Datasets

extension Network {
    /// A network as it is before training, with what its normalizations take from the samples to be trained on.
    ///
    /// - Parameters:
    ///   - model: The layers.
    ///   - split: All samples.
    ///   - rows: The numbers of those that are trained with; the others are not looked at.
    ///   - seed: Decides what is drawn at random.
    /// - Throws: ``EngineError``.
    init(initial model: Model, on split: Split, rows: [Int32], seed: UInt64) throws {
        var network = Network(initial: model, inputs: split.inputs.columns, seed: seed)
        let places = model.layers.indices.filter { model.layers[$0].function is Normalization }
        // Each may depend on the outputs of the one before it.
        for place in places {
            var weights = network.weights
            weights[place] = try network.statistics(ofLayer: place, split, rows)
            network = Network(model: model, weights: weights)
        }
        self = network
    }

    /// Mean and variance of what a layer is given.
    private func statistics(ofLayer place: Int, _ split: Split, _ rows: [Int32]) throws -> Weights {
        let batchSize = 256
        let forward = try ForwardPass(model: model, split: split, batchSize: batchSize, kernels: .standard)
        forward.load(self)
        let stage = forward.stages.firstIndex { $0.layer == place && $0.stage is NormalizationStage } ?? 0
        let columns = forward.model.layers[..<place].reduce(split.inputs.columns) { $1.outputs(for: $0) }
        var sums = [Double](repeating: 0, count: columns)
        var squares = sums
        /// Adds what is left of each number without its mean, which rounds less than sums of squares.
        func visit(_ body: (_ column: Int, _ value: Double) -> Void) {
            for start in stride(from: 0, to: rows.count, by: batchSize) {
                rows[start..<min(start + batchSize, rows.count)].withUnsafeBufferPointer { rows in
                    let given = forward.run(
                        Batch(rows: rows, inputs: split.inputs, isTraining: false), stages: stage)
                    for row in 0..<given.rows {
                        for column in 0..<columns {
                            body(column, Double(given.values[row * given.stride + column]))
                        }
                    }
                }
            }
        }
        let count = Double(max(1, rows.count))
        visit { sums[$0] += $1 }
        let means = sums.map { $0 / count }
        visit { squares[$0] += ($1 - means[$0]) * ($1 - means[$0]) }
        return Weights(mean: means.map(Float.init), variance: squares.map { Float($0 / count) })
    }
}
