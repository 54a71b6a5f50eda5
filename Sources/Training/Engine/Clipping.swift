extension Optimizer {
    /// Works out the shaping that all gradients share before a step: clipping by value, weight decay and
    /// clipping by the global norm.
    ///
    /// - Parameters:
    ///   - number: Counts steps, from 1.
    ///   - squareSums: The sums of squares of all gradients, where norms are clipped.
    /// - Returns: The part that all gradients have in common; a layer's penalties, and the clipping of norms
    ///   one by one, come later.
    func shaping(
        atStep number: Int, squareSums: [(kernel: Double, bias: Double)]
    ) -> Kernels.Shaping {
        var shaping = Kernels.Shaping.none
        if let clipvalue { shaping.clip = Float(clipvalue) }
        if let weightDecay { shaping.decay = Float(weightDecay * learningRate(atStep: number)) }
        if let globalClipnorm {
            let sum = squareSums.reduce(0) { $0 + $1.kernel + $1.bias }
            shaping.scale = Float(globalClipnorm / max(sum.squareRoot(), globalClipnorm))
        }
        return shaping
    }
}

extension Kernels.Shaping {
    /// Joins the optimizer's part to a layer's penalties.
    ///
    /// - Parameters:
    ///   - shaping: The shaping that all gradients have in common.
    ///   - squareSum: The sum of squares of this gradient, where norms are clipped.
    ///   - optimizer: Says how long a gradient may be.
    mutating func add(_ shaping: Self, clippingTo squareSum: Double, _ optimizer: Optimizer) {
        scale = shaping.scale
        clip = shaping.clip
        decay = shaping.decay
        if let clipnorm = optimizer.clipnorm {
            scale = Float(clipnorm / max(squareSum.squareRoot(), clipnorm))
        }
    }
}
