import Datasets

extension Network {
    /// The probability of each class for one sample.
    ///
    /// - Parameters:
    ///   - inputs: Samples in the form that the network was trained on.
    ///   - row: Which of them.
    /// - Returns: `[classes]`, which sum to 1; where the model ends in logits, their softmax. Where one output is
    ///   not a number, none is.
    public func probabilities(of inputs: Inputs, row: Int) -> [Float] {
        // A sigmoid's loss is that of a softmax of its sums, and so are its probabilities.
        let activation = model.layers.last?.activation
        var values =
            activation?.function.keepsLogits ?? false
            ? lastSums(of: inputs, row: row) : outputs(of: inputs, row: row)
        let hadNaN = values.contains(where: \.isNaN)
        Activation.softmax.apply(to: &values)
        // The kernels may take a NaN for the smallest number; what is left to divide would look like an answer.
        guard !hadNaN, !values.contains(where: \.isNaN) else {
            return Array(repeating: .nan, count: values.count)
        }
        return values
    }

    /// The class that probabilities speak for.
    ///
    /// - Parameter probabilities: `[classes]`.
    /// - Returns: The first of the largest, as Keras' `argmax` has it; `nil` where one of them is not a number.
    public static func likeliest(_ probabilities: [Float]) -> Int? {
        guard !probabilities.contains(where: \.isNaN) else { return nil }
        return probabilities.indices.max { probabilities[$0] < probabilities[$1] }
    }

    /// What the last layer gives for one sample.
    func outputs(of inputs: Inputs, row: Int) -> [Float] {
        var values = lastSums(of: inputs, row: row)
        model.layers.last?.activation.apply(to: &values)
        return values
    }

    private func lastSums(of inputs: Inputs, row: Int) -> [Float] {
        var values: [Float] = []
        for (index, layer) in model.layers.enumerated() {
            values =
                index == 0 ? weights[index].sums(of: inputs, row: row) : weights[index].sums(of: values)
            if index < model.layers.count - 1 { layer.activation.apply(to: &values) }
        }
        return values
    }

    /// What the network says of every sample of a split.
    ///
    /// - Parameter split: Samples with labels, in the form that the network was trained on.
    /// - Returns: Loss, metrics, and the likeliest class of each sample.
    /// - Throws: ``EngineError``.
    public func predictions(of split: Split) throws -> Predictions {
        try split.check(units: model.layers.last?.units ?? 0)
        let batchSize = 256
        let forward = try ForwardPass(
            model: model, inputs: split.inputs, batchSize: batchSize, kernels: .standard)
        for (layer, weights) in zip(forward.layers, weights) { layer.load(weights) }
        var tally = Tally(metrics: model.metrics.count)
        var classes: [Int32] = []
        classes.reserveCapacity(split.count)
        let rows = (0..<Int32(split.count)).map(\.self)
        rows.withUnsafeBufferPointer { rows in
            for start in stride(from: 0, to: split.count, by: batchSize) {
                let batch = UnsafeBufferPointer(rebasing: rows[start..<min(start + batchSize, split.count)])
                let outputs = forward.run(batch, of: split.inputs)
                forward.measure(batch, labels: split.labels, into: &tally)
                classes += (0..<outputs.rows).map { outputs.firstLargest(row: $0) }
            }
        }
        return Predictions(metrics: tally.means(of: model.metrics), classes: classes)
    }

    /// Loss and metrics over a split, as Keras' `evaluate` gives them.
    ///
    /// - Parameter split: Samples with labels, in the form that the network was trained on.
    /// - Returns: The means over all samples.
    /// - Throws: ``EngineError``.
    public func evaluate(_ split: Split) throws -> Metrics { try predictions(of: split).metrics }
}

extension Network.Weights {
    /// Bias plus kernel, for one sample of a data set.
    fileprivate func sums(of inputs: Inputs, row: Int) -> [Float] {
        switch inputs {
        case .dense(let rows): return sums(of: Array(rows[row]))
        case .sparse(let rows):
            var sums = bias
            for column in rows[row] { add(1, timesRow: Int(column), to: &sums) }
            return sums
        }
    }

    /// Bias plus inputs · kernel.
    fileprivate func sums(of inputs: [Float]) -> [Float] {
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

extension Activation {
    /// Applies the activation to one row of any length.
    fileprivate func apply(to values: inout [Float]) {
        let columns = values.count
        let stride = Block.stride(columns: columns)
        values += Array(repeating: 0, count: stride - columns)
        values.withUnsafeMutableBufferPointer { buffer in
            guard let start = buffer.baseAddress else { return }
            let block = Block(start, rows: 1, columns: columns, stride: stride)
            function.apply(block, into: block, .standard)
        }
        values.removeLast(stride - columns)
    }
}

extension Block {
    /// The first of the largest numbers in a row.
    fileprivate func firstLargest(row: Int) -> Int32 {
        let start = values + row * stride
        var best = 0
        for column in 1..<max(1, columns) where start[column] > start[best] { best = column }
        return Int32(best)
    }
}
