/// The mathematics of an activation, on whole batches and in place.
protocol ActivationFunction: Sendable {
    /// Keras' name.
    var name: String { get }

    /// Whether a cross-entropy right behind it is worked out from what went in.
    ///
    /// With the TensorFlow backend Keras does so for softmax and sigmoid: it is the same function, without the
    /// rounding of probabilities near 0 and 1.
    var keepsLogits: Bool { get }

    /// Turns weighted sums into outputs.
    ///
    /// - Parameters:
    ///   - block: `[samples, units]`, sums before, outputs after.
    ///   - kernels: The vector kernels to use.
    func apply(to block: Block, _ kernels: Kernels)

    /// Turns the gradient with respect to the outputs into the gradient with respect to the sums.
    ///
    /// - Parameters:
    ///   - gradient: `[samples, units]`, changed in place.
    ///   - outputs: What ``apply(to:_:)`` made.
    ///   - kernels: The vector kernels to use.
    func backpropagate(_ gradient: Block, outputs: Block, _ kernels: Kernels)
}

extension ActivationFunction {
    var keepsLogits: Bool { false }
}
