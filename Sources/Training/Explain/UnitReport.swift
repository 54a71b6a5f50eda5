import Datasets

/// What a hidden unit listens to: the inputs with the largest weights, and the samples that excite it most.
public struct UnitReport: Equatable, Sendable {
    /// An input with its weight.
    public struct Input: Equatable, Sendable {
        /// Its column: of a text, its word.
        public let column: Int
        /// What it adds to the unit's sum; further on than the first layer, what it would add without activations.
        public let weight: Float
    }

    /// A sample with what the unit gives for it.
    public struct Sample: Equatable, Sendable {
        /// The number of the sample.
        public let row: Int
        /// What the unit gives.
        public let activation: Float
    }

    /// Which hidden layer, counted from 0.
    public let layer: Int
    /// Which of its units.
    public let unit: Int
    /// The inputs that excite it, the largest weight first.
    public let positive: [Input]
    /// The inputs that quiet it, the most negative weight first.
    public let negative: [Input]
    /// The samples that excite it most, the most excited first.
    public let samples: [Sample]

    /// Whether the weights are the unit's own, rather than products of kernels on the way to it.
    public var isDirect: Bool { layer == 0 }

    /// Looks at a unit.
    ///
    /// - Parameters:
    ///   - unit: Which unit.
    ///   - layer: Which of ``Model/hiddenLayers``.
    ///   - network: Its network.
    ///   - activations: What the layer gives for many samples, `[samples, units]`.
    ///   - count: How many inputs of either sign, and how many samples.
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
