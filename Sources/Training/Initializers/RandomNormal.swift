/// Normal with a deviation of its own, whatever the layer's size.
struct RandomNormal: InitializerRule {
    static let name = "random_normal"
    static let aliases = ["normal"]
    static let settings: [Setting<RandomNormal>] = [
        .init("mean", \.mean), .init("stddev", \.stddev, in: .notNegative),
    ]

    var mean = 0.0
    var stddev = 0.05

    func values(count: Int, inputs: Int, units: Int, using random: inout Random) -> [Float] {
        .drawn(count) { Float(mean + stddev * random.normal()) }
    }
}
