import Datasets

/// A hidden unit's interests: the inputs with the largest weights, and the samples that excite it most.
public struct UnitReport: Equatable, Sendable {
    /// An input with its weight.
    public struct Input: Equatable, Sendable {
        /// Its column: of a text, its word.
        public let column: Int
        /// The factor of the input in the unit's sum; behind the first layer, as if without activations.
        public let weight: Float
    }

    /// A sample with what the unit gives for it.
    public struct Sample: Equatable, Sendable {
        /// The number of the sample.
        public let row: Int
        /// The output of the unit.
        public let activation: Float
    }

    /// The index of the hidden layer, counted from 0.
    public let layer: Int
    /// The index of the unit in its layer.
    public let unit: Int
    /// The inputs that excite it, the largest weight first.
    public let positive: [Input]
    /// The inputs that quiet it, the most negative weight first.
    public let negative: [Input]
    /// The samples that excite it most, the most excited first.
    public let samples: [Sample]

    /// Tells whether the weights are the unit's own, rather than products of kernels on the way to it.
    public var isDirect: Bool { layer == 0 }

    /// Looks at a unit.
    ///
    /// - Parameters:
    ///   - unit: The index of the unit in its layer.
    ///   - layer: The index in ``Model/hiddenLayers``.
    ///   - network: Its network.
    ///   - activations: The outputs of the layer for many samples, `[samples, units]`.
    ///   - count: The number of inputs of either sign, and the number of samples.
    public init(
        unit: Int, layer: Int, of network: Network, activations: DenseRows, count: Int
    ) {
        let weights = network.inputWeights(ofUnit: unit, layer: layer)
        func inputs(_ sign: Float) -> [Input] {
            weights.indices.largest(count) { sign * weights[$0] }
                .filter { sign * weights[$0] > 0 }.map { Input(column: $0, weight: weights[$0]) }
        }
        (self.layer, self.unit) = (layer, unit)
        positive = inputs(1)
        negative = inputs(-1)
        guard 0..<activations.columns ~= unit else {
            samples = []
            return
        }
        func activation(_ row: Int) -> Float { activations.values[row * activations.columns + unit] }
        samples = (0..<activations.count).largest(count, by: activation)
            .map { Sample(row: $0, activation: activation($0)) }
    }
}
