/// Initial weights drawn evenly from -limit to limit with limit = sqrt(6 / (inputs + units)) (Glorot and Bengio, 2010).
///
/// Keras' default for the kernel of a dense layer.
struct GlorotUniform {
    /// Draws a kernel.
    ///
    /// - Parameters:
    ///   - inputs: Rows of the kernel.
    ///   - units: Columns of the kernel.
    ///   - random: Where the numbers come from.
    /// - Returns: `[inputs, units]`.
    func kernel(inputs: Int, units: Int, using random: inout Random) -> Matrix {
        let limit = Float((6 / Double(inputs + units)).squareRoot())
        let values = [Float](unsafeUninitializedCapacity: inputs * units) { target, count in
            for index in 0..<inputs * units {
                target.initializeElement(at: index, to: random.symmetric() * limit)
            }
            count = inputs * units
        }
        return Matrix(rows: inputs, columns: units, values: values)
    }
}
