import Datasets

/// A model with its weights, as a value that nothing changes any more: a snapshot of a trainer.
public struct Network: Equatable, Sendable {
    /// The weights of a dense layer.
    public struct Weights: Equatable, Sendable {
        /// What each input contributes to each unit; `[inputs, units]`.
        public var kernel: Matrix
        /// What each unit begins with; `[units]`.
        public var bias: [Float]

        /// Pairs a kernel with its bias.
        public init(kernel: Matrix, bias: [Float]) {
            precondition(
                kernel.columns == bias.count,
                "a kernel of \(kernel.columns) units with \(bias.count) biases")
            self.kernel = kernel
            self.bias = bias
        }
    }

    /// What the weights belong to.
    public let model: Model
    /// One entry a layer.
    public let weights: [Weights]

    /// How many numbers the first layer takes.
    public var inputs: Int { weights.first?.kernel.rows ?? 0 }

    /// Joins a model with weights of its shapes.
    public init(model: Model, weights: [Weights]) {
        precondition(
            model.layers.map(\.units) == weights.map(\.kernel.columns),
            "layers of \(model.layers.map(\.units)) units with kernels of \(weights.map(\.kernel.columns))")
        self.model = model
        self.weights = weights
    }

    /// A network as it is before training: kernels by Glorot's uniform rule, biases zero.
    ///
    /// - Parameters:
    ///   - model: The layers.
    ///   - inputs: How many numbers each sample brings.
    ///   - seed: Decides the kernels.
    public init(initial model: Model, inputs: Int, seed: UInt64) {
        var random = Random(seed: seed, stream: 0)
        var width = inputs
        let weights = model.layers.map { layer in
            defer { width = layer.units }
            return Weights(
                kernel: GlorotUniform().kernel(inputs: width, units: layer.units, using: &random),
                bias: Array(repeating: 0, count: layer.units))
        }
        self.init(model: model, weights: weights)
    }
}
