/// The health of a layer with weights at the end of an epoch.
public struct LayerHealth: Equatable, Sendable {
    /// The layer's name, or the one that Keras would give it.
    public var name: String
    /// The size (root of the sum of squares) of the gradient of its kernel and bias, in the epoch's last batch.
    public var gradientNorm: Double
    /// The size of its kernel and bias after the epoch.
    public var weightNorm: Double
    /// The share of its units that gave 0 for every sample that was trained on in the epoch; only where units can.
    public var deadUnits: Double?

    /// Puts it together.
    public init(name: String, gradientNorm: Double, weightNorm: Double, deadUnits: Double? = nil) {
        self.name = name
        self.gradientNorm = gradientNorm
        self.weightNorm = weightNorm
        self.deadUnits = deadUnits
    }
}
