import Training

extension Network {
    /// A network of dense layers with made-up weights, the same each time.
    ///
    /// - Parameters:
    ///   - model: The model.
    ///   - inputs: The number of inputs of its first layer.
    public init(madeUp model: Model, inputs: Int) {
        var width = inputs
        let weights = model.layers.map { layer -> Weights in
            let units = layer.outputs(for: width)
            defer { width = units }
            let values = (0..<width * units).map { Float(($0 * 7919) % 1013) / 1013 - 0.45 }
            return Weights(
                kernel: Matrix(rows: width, columns: units, values: values),
                bias: Array(repeating: 0, count: units))
        }
        self.init(model: model, weights: weights)
    }
}
