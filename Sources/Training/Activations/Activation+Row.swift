extension Activation {
    /// Applies the activation to the weighted sums of one sample.
    ///
    /// - Parameter sums: `[units]`.
    /// - Returns: `[units]`, from the kernels that training uses.
    public func outputs(for sums: [Float]) -> [Float] {
        var row = PaddedRow(sums)
        // A derivative may need what goes in, but nobody asks for one here.
        row.withBlock { function.apply($0, into: $0, .standard) }
        return row.values
    }

    /// Works out the slope of the activation at each of some sums.
    ///
    /// - Parameter sums: `[units]`, each looked at by itself: for activations such as relu, not for softmax.
    /// - Returns: `[units]`, the derivatives.
    public func slopes(at sums: [Float]) -> [Float] {
        var inputs = PaddedRow(sums)
        var outputs = PaddedRow(sums)
        var slopes = PaddedRow(Array(repeating: 1, count: sums.count))
        inputs.withBlock { inputs in
            outputs.withBlock { outputs in
                function.apply(inputs, into: outputs, .standard)
                slopes.withBlock {
                    function.backpropagate($0, inputs: inputs, outputs: outputs, .standard)
                }
            }
        }
        return slopes.values
    }
}
