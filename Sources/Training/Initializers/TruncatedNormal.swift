/// Normal without what is more than two deviations from the mean, whatever the layer's size.
///
/// `stddev` is that of the whole bell; without its tails the numbers deviate by 0.88 of it.
struct TruncatedNormal: InitializerRule {
    static let name = "truncated_normal"
    static let settings: [Setting<TruncatedNormal>] = [
        .init("mean", \.mean), .init("stddev", \.stddev, in: .notNegative),
    ]

    var mean = 0.0
    var stddev = 0.05

    func values(count: Int, inputs: Int, units: Int, using random: inout Random) -> [Float] {
        .truncatedNormal(count, mean: mean, deviation: stddev, using: &random)
    }
}
