/// Spread evenly from -limit to limit with limit = sqrt(6 / inputs) (He et al., 2015).
///
/// Twice the variance of LeCun's rule, since relu lets only half of its inputs through.
struct HeUniform: InitializerRule {
    static let name = "he_uniform"

    func values(count: Int, inputs: Int, units: Int, using random: inout Random) -> [Float] {
        .even(count, limit: (6 / Double(max(1, inputs))).squareRoot(), using: &random)
    }
}
