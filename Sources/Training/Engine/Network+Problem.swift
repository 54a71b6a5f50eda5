extension Network {
    /// The first thing that keeps weights from being those of a model.
    ///
    /// - Parameters:
    ///   - weights: Weights from elsewhere, such as a file.
    ///   - model: The layers that they are said to belong to.
    /// - Returns: Half a sentence with both shapes, or `nil` where all fit.
    static func problem(of weights: [Weights], for model: Model) -> String? {
        guard weights.count == model.layers.count else {
            return "it has the weights of \(weights.count) layers, but the model has \(model.layers.count)"
        }
        var width: Int?
        for (layer, weights) in zip(model.layers, weights) {
            let shapes = weights.arrays.map { [$0.rows, $0.columns] }
            let wanted: [[Int]]
            if let units = layer.units {
                wanted = [[width ?? weights.arrays.first?.rows ?? 0, units], [1, units]]
            } else if layer.parts.isEmpty {
                wanted = []
            } else {
                let columns = width ?? weights.arrays.first?.columns ?? 0
                wanted = [[1, columns], [1, columns]]
            }
            // A layer without a bias may have none, or one of zeros.
            guard shapes == wanted || (layer.units != nil && shapes == Array(wanted.prefix(1))) else {
                return "\(layer.text) has arrays of the shapes \(shapes), but takes \(wanted)"
            }
            width = layer.units ?? width ?? weights.arrays.first?.columns
        }
        return nil
    }
}
