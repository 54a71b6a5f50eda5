/// Divides each step by the gradient's recent size (Tieleman and Hinton, 2012; Keras' `RMSprop`).
///
/// `v = rho·v + (1 - rho)·g²`, `w -= lr·g / sqrt(v + epsilon)`. Centred, the square of the mean gradient is taken
/// from `v` first. With momentum the steps themselves are gathered: `m = momentum·m + step`, `w -= m`.
struct RMSprop: OptimizerRule {
    static let name = "rmsprop"
    static let settings: [Setting<RMSprop>] = [
        .init("learning_rate", \.learningRate, in: .positive),
        .init("rho", \.rho, in: .share),
        .init("momentum", \.momentum, in: 0...1),
        .init("epsilon", \.epsilon, in: .positive),
        .init("centered", \.centered),
    ]

    var learningRate = 0.001
    var rho = 0.9
    var momentum = 0.0
    var epsilon = 1e-7
    var centered = false

    var slots: Int { 1 + (centered ? 1 : 0) + (momentum > 0 ? 1 : 0) }

    func step(_ number: Int) -> Kernels.Update {
        let rule: Kernels.Rule =
            switch (centered, momentum > 0) {
            case (false, false): .rmsprop
            case (false, true): .rmspropMomentum
            case (true, false): .rmspropCentered
            case (true, true): .rmspropCenteredMomentum
            }
        return .init(
            rule, Float(learningRate), Float(rho), Float(1 - rho), Float(epsilon), Float(momentum))
    }
}
