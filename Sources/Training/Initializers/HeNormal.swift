/// Normal with a variance of 2 / inputs, cut off at two deviations (He et al., 2015).
///
/// Twice the variance of LeCun's rule, since relu lets only half of its inputs through.
struct HeNormal: InitializerRule {
    static let name = "he_normal"

    func values(count: Int, inputs: Int, units: Int, using random: inout Random) -> [Float] {
        .truncatedNormal(
            count, deviation: (2 / Double(max(1, inputs))).squareRoot() / [Float].truncatedDeviation,
            using: &random)
    }
}
