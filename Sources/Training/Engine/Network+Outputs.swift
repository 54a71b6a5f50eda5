import Datasets

extension Network {
    /// Works out the last layer's outputs for one sample: numbers to be learnt, probabilities, or logits
    /// where the model ends in them.
    ///
    /// - Parameters:
    ///   - inputs: Samples in the form that the network was trained on.
    ///   - row: The row of the sample.
    /// - Returns: `[outputs]`.
    public func outputs(of inputs: Inputs, row: Int) -> [Float] {
        var values = lastSums(of: inputs, row: row)
        model.layers.last?.activation?.apply(to: &values)
        return values
    }

    /// Works out the last layer's outputs for some samples of a split, many at a time.
    ///
    /// - Parameters:
    ///   - split: Samples in the form that the network was trained on.
    ///   - rows: The rows of the samples; those that the split doesn't have are left out.
    /// - Returns: `[rows, outputs]`, in the order of the rows.
    /// - Throws: ``EngineError``.
    public func outputs(of split: Split, rows: [Int]) throws -> DenseRows {
        let wanted = rows.filter { 0..<split.count ~= $0 }.map { Int32($0) }
        let columns = max(1, model.outputs(for: split.inputs.columns))
        let batchSize = min(256, max(1, wanted.count))
        let forward = try ForwardPass(model: model, split: split, batchSize: batchSize, kernels: .standard)
        forward.load(self)
        var values: [Float] = []
        values.reserveCapacity(wanted.count * columns)
        wanted.withUnsafeBufferPointer { wanted in
            for start in stride(from: 0, to: wanted.count, by: batchSize) {
                let batch = UnsafeBufferPointer(
                    rebasing: wanted[start..<min(start + batchSize, wanted.count)])
                let outputs = forward.run(Batch(rows: batch, inputs: split.inputs, isTraining: false))
                for row in 0..<outputs.rows {
                    values += UnsafeBufferPointer(
                        start: outputs.values + row * outputs.stride, count: columns)
                }
            }
        }
        return DenseRows(columns: columns, values: values)
    }

    /// Works out the loss of one sample, without the penalty of the weights.
    ///
    /// - Parameters:
    ///   - split: Samples with targets, in the form that the network was trained on.
    ///   - row: The row of the sample.
    /// - Returns: The sample's share of the mean that training makes small; not a number where its target is none that
    ///   the network has an output for.
    public func loss(of split: Split, row: Int) -> Double {
        // As in training: right behind softmax or sigmoid the loss is worked out from what went into it.
        let seesLogits = model.lossSeesLogits
        var outputs = seesLogits ? lastSums(of: split.inputs, row: row) : outputs(of: split.inputs, row: row)
        var loss = model.loss
        if seesLogits { loss.fromLogits = true }
        let columns = outputs.count
        let stride = Block.stride(columns: columns)
        outputs += Array(repeating: 0, count: stride - columns)
        var truth = [Float](repeating: 0, count: stride)
        var label: Int32 = 0
        switch split.targets {
        case .labels(let labels):
            label = labels[row]
            guard columns == 1 || 0..<Int32(clamping: columns) ~= label else { return .nan }
            if columns == 1 { truth[0] = Float(label) } else { truth[Int(label)] = 1 }
        case .values(let values):
            guard values.columns == columns else { return .nan }
            for (place, value) in values[row].enumerated() { truth[place] = value }
        }
        let wantsRows = columns == 1 || loss.function.form == .rows || split.labels.isEmpty
        return outputs.withUnsafeMutableBufferPointer { outputs in
            truth.withUnsafeMutableBufferPointer { truth in
                withUnsafePointer(to: label) { label in
                    guard let outputs = outputs.baseAddress, let truth = truth.baseAddress else {
                        return .nan
                    }
                    func block(_ values: UnsafeMutablePointer<Float>) -> Block {
                        Block(values, rows: 1, columns: columns, stride: stride)
                    }
                    let targets = wantsRows ? BatchTargets.rows(block(truth)) : .labels(label)
                    return loss.function.sum(
                        LossBatch(outputs: block(outputs), targets: targets), gradient: nil, .standard)
                }
            }
        }
    }

    /// Works out the last layer's sums for a sample, before its activation.
    func lastSums(of inputs: Inputs, row: Int) -> [Float] {
        visitLayers(of: inputs, row: row) { _, _ in }
    }

    /// Lets a sample through, layer by layer.
    ///
    /// - Parameters:
    ///   - inputs: Samples in the form that the network was trained on.
    ///   - row: The row of the sample.
    ///   - visit: Is told what each layer but the last gives, and which layer it is.
    /// - Returns: The last layer's sums, before its activation.
    @discardableResult
    func visitLayers(
        of inputs: Inputs, row: Int, _ visit: (_ layer: Int, _ values: [Float]) -> Void
    ) -> [Float] {
        var values: [Float] = []
        for (index, layer) in model.layers.enumerated() {
            if index > 0 {
                values = layer.function.sums(of: values, weights[index])
            } else if case .sparse(let rows) = inputs, layer.units != nil {
                values = weights[0].sums(of: rows[row])
            } else {
                values = layer.function.sums(of: inputs.values(of: row), weights[0])
            }
            guard index < model.layers.count - 1 else { break }
            layer.activation?.apply(to: &values)
            visit(index, values)
        }
        return values
    }
}
