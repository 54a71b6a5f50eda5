/// Steps as large as recent steps were, in relation to recent gradients (Zeiler, 2012; Keras' `Adadelta`).
///
/// `v = rho·v + (1 - rho)·g²`, `step = g·sqrt(d + epsilon) / sqrt(v + epsilon)`, `d = rho·d + (1 - rho)·step²`,
/// `w -= lr·step`.
struct Adadelta: OptimizerRule {
    static let name = "adadelta"
    static let settings: [Setting<Adadelta>] =
        [
            learningRateSetting,
            .init("rho", \.rho, in: .share),
            .init("epsilon", \.epsilon, in: .positive),
        ] + lastSettings

    var shared = SharedSettings(learningRate: 0.001)
    var rho = 0.95
    var epsilon = 1e-7

    let slotStarts: [Float] = [0, 0]

    func step(_ number: Int, learningRate rate: Float) -> Kernels.Update {
        .init(.init("adadelta"), rate, Float(rho), Float(1 - rho), Float(epsilon))
    }
}
