/// Spread evenly from -limit to limit with limit = sqrt(6 / (inputs + units)) (Glorot and Bengio, 2010).
///
/// Keras' default for the kernel of a dense layer: sums and gradients keep their size from layer to layer.
struct GlorotUniform: InitializerRule {
    static let name = "glorot_uniform"

    func values(count: Int, inputs: Int, units: Int, using random: inout Random) -> [Float] {
        .even(count, limit: (6 / Double(max(2, inputs + units))).squareRoot(), using: &random)
    }
}
