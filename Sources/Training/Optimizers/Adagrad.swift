/// Divides each step by the size of all gradients so far (Duchi, Hazan and Singer, 2011; Keras' `Adagrad`).
///
/// `v += g²`, `w -= lr·g / sqrt(v + epsilon)`.
struct Adagrad: OptimizerRule {
    static let name = "adagrad"
    static let settings: [Setting<Adagrad>] =
        [
            learningRateSetting,
            .init("initial_accumulator_value", \.initialAccumulatorValue, in: .notNegative),
            .init("epsilon", \.epsilon, in: .positive),
        ] + lastSettings

    var shared = SharedSettings(learningRate: 0.001)
    var initialAccumulatorValue = 0.1
    var epsilon = 1e-7

    var slotStarts: [Float] { [Float(initialAccumulatorValue)] }

    func step(_ number: Int, learningRate rate: Float) -> Kernels.Update {
        .init(.init("adagrad"), rate, Float(epsilon))
    }
}
