import Datasets

/// What a network says of every sample of a split.
public struct Predictions: Equatable, Sendable {
    /// Loss and metrics over the split.
    public var metrics: Metrics
    /// The likeliest class of each sample, `[samples]`.
    public var classes: [Int32]
}
