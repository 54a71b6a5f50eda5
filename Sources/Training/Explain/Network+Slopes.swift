import Datasets

extension Network {
    /// Works out the slope of each output by each input, at one sample: the Jacobian, by back-propagation.
    ///
    /// The sample is let through once for each output, and the gradient of that output goes back.
    ///
    /// - Parameter sample: `[inputs]`.
    /// - Returns: `[outputs, inputs]`.
    /// - Throws: ``EngineError`` where there is not enough memory.
    func slopes(at sample: [Float]) throws -> Matrix {
        guard !sample.isEmpty else { return Matrix(rows: 0, columns: 0) }
        let count = max(1, model.outputs(for: sample.count))
        let rows = Inputs.dense(
            DenseRows(columns: sample.count, values: (0..<count).flatMap { _ in sample }))
        var plan = StagePlan(
            inputs: rows, batchSize: count, slotStarts: [], kernels: .standard, clock: nil, seed: 0,
            lossSeesLogits: false)
        try plan.add(model)
        for (stage, layer) in plan.stages { (stage as? any WeightedStage)?.load(weights[layer]) }
        let nothing = try plan.room(columns: 1)
        let room = try plan.room(columns: plan.width)
        let stages = plan.stages.map(\.stage)
        return withExtendedLifetime((stages, nothing, room)) {
            (0..<Int32(count)).map(\.self).withUnsafeBufferPointer { numbers in
                let batch = Batch(rows: numbers, inputs: rows, isTraining: false)
                var given = [nothing.block(0)]
                for stage in stages { given.append(stage.forward(batch, given[given.count - 1])) }
                var gradient = room.block(count)
                for output in 0..<min(count, plan.width) {
                    gradient.values[output * gradient.stride + output] = 1
                }
                // Dropout has no mask but in training, when nothing of this is asked.
                for place in stages.indices.reversed() where !(stages[place] is DropoutStage) {
                    gradient = stages[place].backward(
                        batch, gradient, input: given[place], output: given[place + 1], isWanted: true)
                }
                var slopes = Matrix(rows: count, columns: sample.count)
                for output in 0..<count {
                    for column in sample.indices {
                        slopes[output, column] = gradient.values[output * gradient.stride + column]
                    }
                }
                return slopes
            }
        }
    }
}
