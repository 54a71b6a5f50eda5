import Datasets

/// The layers between the inputs and the outputs.
extension Network {
    /// Works out the outputs of each hidden layer for one sample.
    ///
    /// - Parameters:
    ///   - inputs: Samples in the form that the network was trained on.
    ///   - row: The row of the sample.
    /// - Returns: One list a hidden layer, `[units]`, in the order of ``Model/hiddenLayers``.
    public func hiddenActivations(of inputs: Inputs, row: Int) -> [[Float]] {
        var found: [[Float]] = []
        let ends = model.hiddenLayers.map(\.end)
        visitLayers(of: inputs, row: row) { place, values in
            if ends.contains(place + 1) { found.append(values) }
        }
        return found
    }

    /// Works out the outputs of one hidden layer for many samples, as they reach the next layer of units.
    ///
    /// - Parameters:
    ///   - inputs: Samples in the form that the network was trained on.
    ///   - rows: The rows of the samples; those that the inputs don't have are left out.
    ///   - layer: The index in ``Model/hiddenLayers``.
    /// - Returns: `[rows, units]`, in the order of the rows; nothing where there is no such layer.
    /// - Throws: ``EngineError`` where there is not enough memory.
    public func hiddenActivations(of inputs: Inputs, rows: [Int], layer: Int) throws -> DenseRows {
        let layers = model.hiddenLayers
        guard layers.indices.contains(layer) else { return DenseRows(columns: 1, values: []) }
        let rows = rows.filter { 0..<inputs.count ~= $0 }
        var part = model
        part.layers = Array(model.layers[..<layers[layer].end])
        let batchSize = max(1, min(256, rows.count))
        var plan = StagePlan(
            inputs: inputs, batchSize: batchSize, slotStarts: [], kernels: .standard, clock: nil, seed: 0,
            lossSeesLogits: false)
        try plan.add(part)
        for (stage, layer) in plan.stages { (stage as? any WeightedStage)?.load(weights[layer]) }
        let nothing = try plan.room(columns: 1)
        let values = withExtendedLifetime((plan, nothing)) {
            Self.run(inputs, rows, batchSize, through: plan.stages.map(\.stage), after: nothing.block(0))
        }
        return DenseRows(columns: max(1, layers[layer].units), values: values)
    }

    /// Works out the weight of each input for a unit.
    ///
    /// In the first layer that is the unit's column of the kernel; further on the kernels on the way are multiplied, as
    /// if there were no activations in between.
    ///
    /// - Parameters:
    ///   - unit: The unit of the layer, counted from 0.
    ///   - layer: The index in ``Model/hiddenLayers``.
    /// - Returns: `[inputs]`; empty where there is no such unit.
    public func inputWeights(ofUnit unit: Int, layer: Int) -> [Float] {
        let dense = model.layers.indices.filter { model.layers[$0].dense != nil }
        guard model.hiddenLayers.indices.contains(layer), 0..<weights[dense[layer]].kernel.columns ~= unit
        else {
            return []
        }
        let last = weights[dense[layer]].kernel
        var values = (0..<last.rows).map { last[$0, unit] }
        for place in dense[..<layer].reversed() {
            let kernel = weights[place].kernel
            values = kernel.values.withUnsafeBufferPointer { kernel in
                let width = values.count
                return (0..<(width == 0 ? 0 : kernel.count / width)).map { row in
                    var sum: Float = 0
                    for unit in 0..<width { sum += kernel[row * width + unit] * values[unit] }
                    return sum
                }
            }
        }
        return values
    }
}
