/// Normal with a variance of 2 / (inputs + units), cut off at two deviations (Glorot and Bengio, 2010).
///
/// The bell-shaped twin of ``GlorotUniform``.
struct GlorotNormal: InitializerRule {
    static let name = "glorot_normal"

    func values(count: Int, inputs: Int, units: Int, using random: inout Random) -> [Float] {
        .truncatedNormal(
            count, deviation: (2 / Double(max(2, inputs + units))).squareRoot() / [Float].truncatedDeviation,
            using: &random)
    }
}
