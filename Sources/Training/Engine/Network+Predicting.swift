import Datasets

extension Network {
    /// The probability of each class for one sample.
    ///
    /// - Parameters:
    ///   - inputs: Samples in the form that the network was trained on.
    ///   - row: The row of the sample.
    /// - Returns: `[classes]`, which sum to 1; where the model ends in logits, their softmax, and where it ends in
    ///   one unit, the probabilities of no and yes. Where one output is not a number, none is.
    public func probabilities(of inputs: Inputs, row: Int) -> [Float] {
        answer(toSums: lastSums(of: inputs, row: row)).probabilities
    }

    /// The class that probabilities speak for.
    ///
    /// - Parameter probabilities: `[classes]`.
    /// - Returns: The first of the largest, as Keras' `argmax` has it: 0 where none is a number, `nil` where there is
    ///   none.
    public static func likeliest(_ probabilities: [Float]) -> Int? {
        probabilities.withUnsafeBufferPointer { row in
            row.isEmpty ? nil : row.baseAddress.map { Kernels.firstLargest($0, columns: row.count) }
        }
    }

    /// Predicts every sample of a split and measures the predictions.
    ///
    /// - Parameter split: Samples with labels, in the form that the network was trained on.
    /// - Returns: Loss, metrics, and the likeliest class of each sample.
    /// - Throws: ``EngineError``.
    public func predictions(of split: Split) throws -> Predictions {
        let batchSize = 256
        let forward = try ForwardPass(
            model: model, split: split, batchSize: batchSize, kernels: .standard)
        forward.load(self)
        let penalty = forward.penalty()
        var tally = Tally(model.metrics)
        var classes: [Int32] = []
        classes.reserveCapacity(split.count)
        let rows = (0..<Int32(split.count)).map(\.self)
        rows.withUnsafeBufferPointer { rows in
            for start in stride(from: 0, to: split.count, by: batchSize) {
                let batch = UnsafeBufferPointer(rebasing: rows[start..<min(start + batchSize, split.count)])
                let outputs = forward.run(Batch(rows: batch, inputs: split.inputs, isTraining: false))
                forward.measure(batch, targets: split.targets, penalty: penalty, into: &tally)
                classes += (0..<outputs.rows).map {
                    outputs.predictedClass(row: $0, isLogit: model.loss.fromLogits)
                }
            }
        }
        return Predictions(metrics: tally.means, classes: classes)
    }

    /// Loss and metrics over a split, as Keras' `evaluate` gives them.
    ///
    /// - Parameter split: Samples with labels, in the form that the network was trained on.
    /// - Returns: The means over all samples.
    /// - Throws: ``EngineError``.
    public func evaluate(_ split: Split) throws -> Metrics { try predictions(of: split).metrics }
}

extension Network.Weights {
    /// Bias plus the kernel's rows at the ones of a sample.
    func sums(of ones: ArraySlice<Int32>) -> [Float] {
        var sums = bias
        for column in ones { add(1, timesRow: Int(column), to: &sums) }
        return sums
    }

    /// Bias plus inputs · kernel.
    func sums(of inputs: [Float]) -> [Float] {
        var sums = bias
        for (row, input) in inputs.enumerated() where input != 0 { add(input, timesRow: row, to: &sums) }
        return sums
    }

    private func add(_ factor: Float, timesRow row: Int, to sums: inout [Float]) {
        kernel.values.withUnsafeBufferPointer { kernel in
            for unit in sums.indices { sums[unit] += factor * kernel[row * sums.count + unit] }
        }
    }
}

extension Inputs {
    /// One sample as a row of numbers.
    func values(of row: Int) -> [Float] {
        switch self {
        case .dense(let rows): return Array(rows[row])
        case .sparse(let rows):
            var values = [Float](repeating: 0, count: rows.columns)
            for column in rows[row] { values[Int(column)] = 1 }
            return values
        }
    }
}

extension Activation {
    /// Applies the activation to one row of any length.
    func apply(to values: inout [Float]) {
        let columns = values.count
        let stride = Block.stride(columns: columns)
        values += Array(repeating: 0, count: stride - columns)
        values.withUnsafeMutableBufferPointer { buffer in
            guard let start = buffer.baseAddress else { return }
            let row = Block(start, rows: 1, columns: columns, stride: stride)
            // A derivative may need what goes in, but nobody asks for one here.
            function.apply(row, into: row, .standard)
        }
        values.removeLast(stride - columns)
    }
}
