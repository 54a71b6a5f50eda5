/// The mathematics of a loss, on whole batches.
protocol LossFunction: Choice {
    /// The form of targets that it compares outputs with.
    var form: TargetForm { get }

    /// Sums the losses of a batch and, where asked, gives their gradient.
    ///
    /// - Parameters:
    ///   - batch: Outputs and targets.
    ///   - gradient: `[samples, outputs]`, for the derivative of the mean loss with respect to the outputs; may be the
    ///     very memory of the outputs.
    ///   - kernels: The vector kernels to use.
    /// - Returns: The sum over the samples, in nats where it is a cross-entropy.
    func sum(_ batch: LossBatch, gradient: Block?, _ kernels: Kernels) -> Double
}

/// A loss of probabilities that can also be worked out from logits, which rounds less.
protocol CrossentropyFunction: LossFunction, Configurable {
    /// Tells whether the outputs are logits rather than probabilities.
    var fromLogits: Bool { get set }
}

/// The outputs and targets that a loss is worked out from.
struct LossBatch {
    /// `[samples, outputs]`.
    var outputs: Block
    /// The target of each sample.
    var targets: BatchTargets
    /// Room for each sample's loss, `[samples]`, where someone wants them.
    var perSample: UnsafeMutablePointer<Float>?
}

/// The form of targets that a loss or metric compares outputs with.
enum TargetForm {
    /// The class of each sample.
    case labels
    /// A number for each output.
    case rows
    /// Classes where there are any, else rows; both give the same.
    case either
}

/// The targets that the outputs of a batch are compared with.
enum BatchTargets {
    /// The class of each sample, `[samples]`.
    case labels(UnsafePointer<Int32>)
    /// A row of numbers for each sample, `[samples, outputs]`.
    case rows(Block)
}
