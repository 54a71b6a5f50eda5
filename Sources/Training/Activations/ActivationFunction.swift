/// The mathematics of an activation, on whole batches.
protocol ActivationFunction: Configurable {
    /// Tells whether a cross-entropy right behind it is worked out from its inputs.
    ///
    /// With the TensorFlow backend Keras does so for softmax and sigmoid: it is the same function, without the
    /// rounding of probabilities near 0 and 1.
    var keepsLogits: Bool { get }

    /// Tells whether its derivative is worked out from its inputs, which must be kept, not from its outputs.
    var needsInputs: Bool { get }

    /// Tells whether a unit may give 0 for every sample and then never learn again.
    var canDie: Bool { get }

    /// Turns weighted sums into outputs.
    ///
    /// - Parameters:
    ///   - inputs: `[samples, units]`, the sums.
    ///   - outputs: `[samples, units]`; may be the memory of `inputs` unless ``needsInputs``.
    ///   - kernels: The vector kernels to use.
    func apply(_ inputs: Block, into outputs: Block, _ kernels: Kernels)

    /// Turns the gradient with respect to the outputs into the gradient with respect to the sums.
    ///
    /// - Parameters:
    ///   - gradient: `[samples, units]`, changed in place.
    ///   - inputs: The sums; read only where ``needsInputs``.
    ///   - outputs: The outputs of ``apply(_:into:_:)`` for them.
    ///   - kernels: The vector kernels to use.
    func backpropagate(_ gradient: Block, inputs: Block, outputs: Block, _ kernels: Kernels)
}

extension ActivationFunction {
    var keepsLogits: Bool { false }
    var needsInputs: Bool { false }
    var canDie: Bool { false }
}
