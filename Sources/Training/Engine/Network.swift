/// A model with its weights, as a value that nothing changes any more: a snapshot of a trainer.
public struct Network: Equatable, Sendable {
    /// The weights of one layer, as Keras' `get_weights` gives them: kernel and bias, or mean and variance, or none.
    public struct Weights: Equatable, Sendable {
        /// Matrices in Keras' order; a vector is a matrix of one row.
        public var arrays: [Matrix]

        /// Gathers arrays.
        public init(arrays: [Matrix]) {
            self.arrays = arrays
        }

        /// The weights of a dense layer.
        public init(kernel: Matrix, bias: [Float]) {
            precondition(
                kernel.columns == bias.count,
                "a kernel of \(kernel.columns) units with \(bias.count) biases")
            arrays = [kernel, Matrix(rows: 1, columns: bias.count, values: bias)]
        }

        /// Joins the means and variances that a normalization took from the data.
        public init(mean: [Float], variance: [Float]) {
            precondition(mean.count == variance.count, "\(mean.count) means with \(variance.count) variances")
            arrays = [mean, variance].map { Matrix(rows: 1, columns: $0.count, values: $0) }
        }

        /// The contribution of each input to each unit of a dense layer; `[inputs, units]`.
        public var kernel: Matrix {
            get { arrays.first ?? Matrix(rows: 0, columns: 0) }
            set { arrays[0] = newValue }
        }
        /// The number that each unit of a dense layer begins with; `[units]`.
        public var bias: [Float] {
            get { arrays.count > 1 ? arrays[1].values : [] }
            set { arrays[1].values = newValue }
        }
        /// The mean of each input; `[inputs]`.
        var mean: [Float] { arrays.first?.values ?? [] }
        /// The variance of each input; `[inputs]`.
        var variance: [Float] { bias }
    }

    /// The model that the weights belong to.
    public let model: Model
    /// One entry a layer.
    public let weights: [Weights]

    /// The number of inputs of the first layer.
    public var inputs: Int {
        // Layers without weights give as many numbers as they take.
        guard let place = weights.firstIndex(where: { !$0.arrays.isEmpty }) else { return 0 }
        let first = weights[place].arrays[0]
        return model.layers[place].units == nil ? first.columns : first.rows
    }

    /// Joins a model with weights of its shapes.
    public init(model: Model, weights: [Weights]) {
        precondition(
            model.layers.count == weights.count,
            "\(model.layers.count) layers with the weights of \(weights.count)")
        for (layer, weights) in zip(model.layers, weights) {
            precondition(
                layer.units == nil || layer.units == weights.kernel.columns,
                "a layer of \(layer.units ?? 0) units with a kernel of \(weights.kernel.columns)")
        }
        self.model = model
        self.weights = weights
    }

    /// A network as it is before training.
    ///
    /// - Parameters:
    ///   - model: The layers.
    ///   - inputs: The number of inputs of each sample.
    ///   - seed: Decides what is drawn at random.
    public init(initial model: Model, inputs: Int, seed: UInt64) {
        var random = Random(seed: seed, stream: 0)
        var width = inputs
        let weights = model.layers.map { layer in
            defer { width = layer.outputs(for: width) }
            return layer.function.initialWeights(inputs: width, using: &random)
        }
        self.init(model: model, weights: weights)
    }
}
