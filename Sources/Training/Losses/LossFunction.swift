import Datasets

/// The mathematics of a loss, on whole batches.
protocol LossFunction: Choice {
    /// Whether the outputs are logits rather than probabilities.
    var fromLogits: Bool { get set }

    /// Sums the losses of a batch and, where asked, gives their gradient.
    ///
    /// - Parameters:
    ///   - batch: Outputs and targets, in the form that ``fromLogits`` says.
    ///   - gradient: `[samples, units]`, for the derivative of the mean loss with respect to the outputs; may be the
    ///     very memory of the outputs.
    ///   - kernels: The vector kernels to use.
    /// - Returns: The sum over the samples, in nats.
    func sum(_ batch: LossBatch, gradient: Block?, _ kernels: Kernels) -> Double
}

/// What a loss is worked out from.
struct LossBatch {
    /// `[samples, units]`.
    var outputs: Block
    /// What each sample should have given.
    var targets: Targets
    /// Room for each sample's loss, `[samples]`, where someone wants them.
    var perSample: UnsafeMutablePointer<Float>?
}

/// What the outputs of a batch are compared with.
enum Targets {
    /// The class of each sample, `[samples]`.
    case labels(UnsafePointer<Int32>)
    /// A row of shares for each sample, `[samples, units]`.
    case rows(Block)
}
