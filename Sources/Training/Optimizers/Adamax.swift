import Glibc

/// Adam with the largest gradient of late in place of its mean square (Kingma and Ba, 2015; Keras' `Adamax`).
///
/// `m += (g - m)(1 - beta_1)`, `u = max(beta_2·u, |g|)`, `w -= lr·m / ((1 - beta_1^t)(u + epsilon))`.
struct Adamax: OptimizerRule {
    static let name = "adamax"
    static let settings: [Setting<Adamax>] =
        [
            learningRateSetting,
            .init("beta_1", \.beta1, in: .share),
            .init("beta_2", \.beta2, in: .share),
            .init("epsilon", \.epsilon, in: .positive),
        ] + lastSettings

    var shared = SharedSettings(learningRate: 0.001)
    var beta1 = 0.9
    var beta2 = 0.999
    var epsilon = 1e-7

    let slotStarts: [Float] = [0, 0]

    func step(_ number: Int, learningRate rate: Float) -> Kernels.Update {
        .init(
            .init("adamax"), rate, Float(1 - beta1), Float(beta2), Float(epsilon),
            1 - pow(Float(beta1), Float(number)))
    }
}
