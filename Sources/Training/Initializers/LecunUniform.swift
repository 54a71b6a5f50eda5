/// Spread evenly from -limit to limit with limit = sqrt(3 / inputs) (LeCun et al., 1998).
///
/// Sums then vary as much as the inputs do; selu counts on it.
struct LecunUniform: InitializerRule {
    static let name = "lecun_uniform"

    func values(count: Int, inputs: Int, units: Int, using random: inout Random) -> [Float] {
        .even(count, limit: (3 / Double(max(1, inputs))).squareRoot(), using: &random)
    }
}
