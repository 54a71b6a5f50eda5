/// Divides each step by the gradient's recent size (Tieleman and Hinton, 2012; Keras' `RMSprop`).
///
/// `v = rho·v + (1 - rho)·g²`, `w -= lr·g / sqrt(v + epsilon)`. Centred, the square of the mean gradient is taken
/// from `v` first. With momentum the steps themselves are gathered: `m = momentum·m + step`, `w -= m`.
struct RMSprop: OptimizerRule {
    static let name = "rmsprop"
    static let settings: [Setting<RMSprop>] =
        [
            learningRateSetting,
            .init("rho", \.rho, in: .share),
            .init("momentum", \.momentum, in: 0...1),
            .init("epsilon", \.epsilon, in: .positive),
            .init("centered", \.centered),
        ] + lastSettings

    var shared = SharedSettings(learningRate: 0.001)
    var rho = 0.9
    var momentum = 0.0
    var epsilon = 1e-7
    var centered = false

    var slotStarts: [Float] {
        Array(repeating: 0, count: 1 + (centered ? 1 : 0) + (momentum > 0 ? 1 : 0))
    }

    func step(_ number: Int, learningRate rate: Float) -> Kernels.Update {
        let rule =
            switch (centered, momentum > 0) {
            case (false, false): "rmsprop"
            case (false, true): "rmsprop_momentum"
            case (true, false): "rmsprop_centered"
            case (true, true): "rmsprop_centered_momentum"
            }
        return .init(.init(rule), rate, Float(rho), Float(1 - rho), Float(epsilon), Float(momentum))
    }
}
