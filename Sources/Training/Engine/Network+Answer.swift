extension Network {
    /// Tells whether probabilities come from the last sums themselves, last activation included.
    ///
    /// With other activations at the end, their outputs are taken for logits.
    var seesLastSums: Bool {
        guard let activation = model.layers.last?.activation else { return true }
        return answersByOne || activation.function.keepsLogits
    }

    /// Tells whether each output says yes or no by itself.
    private var answersByOne: Bool {
        model.loss.function is BinaryCrossentropy || model.outputs(for: inputs) == 1
    }

    /// Turns the last layer's sums into the classes' logits and probabilities.
    ///
    /// - Parameter sums: `[outputs]`, before the last activation.
    /// - Returns: The logits, `[classes]`, and the probabilities, which sum to 1; where there is one output `s`, the
    ///   logits of no and yes are `-s` and `s`. Where one sum is not a number, no probability is.
    func answer(toSums sums: [Float]) -> (logits: [Float], probabilities: [Float]) {
        let activation = model.layers.last?.activation
        var values = sums
        var logits = sums
        let isNaN = values.contains(where: \.isNaN)
        if values.count == 1 || model.loss.function is BinaryCrossentropy {
            // Each output says yes or no by itself.
            let isLogit = activation == .sigmoid || model.loss.fromLogits
            (isLogit ? .sigmoid : activation ?? .linear).apply(to: &values)
            if values.count == 1 {
                values.insert(1 - values[0], at: 0)
                logits.insert(-logits[0], at: 0)
            }
            let sum = values.reduce(0, +)
            for index in values.indices { values[index] /= sum }
        } else {
            // With any other loss behind it, a sigmoid's sums are taken for those of a softmax, as in Keras.
            if !(activation?.function.keepsLogits ?? false) { activation?.apply(to: &values) }
            logits = values
            Activation.softmax.apply(to: &values)
        }
        // The kernels may take a NaN for the smallest number; what is left to divide would look like an answer.
        guard !isNaN, !values.contains(where: \.isNaN) else {
            return (logits, Array(repeating: .nan, count: values.count))
        }
        return (logits, values)
    }
}
