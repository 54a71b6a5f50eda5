import CKernels

extension Kernels {
    /// The changes of a gradient before a step of the optimizer, in this order.
    ///
    /// `g += l1·sign(w) + 2·l2·w`, `g *= scale`, g is clipped to `-clip...clip`, and then `w -= w·decay`.
    struct Shaping: Equatable, Sendable {
        /// The penalty on the size of weights, as Keras' `l1`.
        var l1: Float = 0
        /// The penalty on the square of weights, as Keras' `l2`.
        var l2: Float = 0
        /// The factor of the gradient, such as to give it a norm.
        var scale: Float = 1
        /// The most that a gradient may be to either side, as Keras' `clipvalue`.
        var clip = Float.infinity
        /// The share of itself that a weight loses: Keras' `weight_decay`, times the learning rate.
        var decay: Float = 0

        /// Nothing happens.
        static let none = Shaping()

        var c: kernels_shaping { kernels_shaping(l1: l1, l2: l2, scale: scale, clip: clip, decay: decay) }
    }

    /// One optimizer step for parameters whose gradient is at hand.
    ///
    /// - Parameters:
    ///   - parameters: The parameters to move.
    ///   - update: The rule and the numbers of this step.
    ///   - shaping: The changes of the gradient before the step.
    ///   - gradient: One number for each parameter.
    ///   - count: The number of parameters with their padding, a multiple of ``lanes``.
    func update(
        _ parameters: Values, _ update: Update, _ shaping: Shaping = .none, gradient: UnsafePointer<Float>,
        count: Int
    ) {
        kernels_update(machine, update.c, shaping.c, parameters.c, gradient, count)
    }
}
