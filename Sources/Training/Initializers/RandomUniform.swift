/// Spread evenly from `minval` to just under `maxval`, whatever the layer's size.
struct RandomUniform: InitializerRule {
    static let name = "random_uniform"
    static let aliases = ["uniform"]
    static let settings: [Setting<RandomUniform>] = [
        .init("minval", \.minval), .init("maxval", \.maxval),
    ]

    var minval = -0.05
    var maxval = 0.05

    var problems: [String] {
        minval <= maxval
            ? [] : ["random_uniform goes from \(minval) to \(maxval). Make minval the smaller of the two."]
    }

    func values(count: Int, inputs: Int, units: Int, using random: inout Random) -> [Float] {
        .drawn(count) { Float(minval + (maxval - minval) * random.uniform()) }
    }
}
