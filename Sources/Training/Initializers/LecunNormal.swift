/// Normal with a variance of 1 / inputs, cut off at two deviations (LeCun et al., 1998).
///
/// Sums then vary as much as the inputs do; selu counts on it.
struct LecunNormal: InitializerRule {
    static let name = "lecun_normal"

    func values(count: Int, inputs: Int, units: Int, using random: inout Random) -> [Float] {
        .truncatedNormal(
            count, deviation: (1 / Double(max(1, inputs))).squareRoot() / [Float].truncatedDeviation,
            using: &random)
    }
}
