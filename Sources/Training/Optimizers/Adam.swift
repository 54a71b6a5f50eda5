import Glibc

/// Momentum and RMSprop in one, freed from their slow start (Kingma and Ba, 2015; Keras' `Adam`).
///
/// `m += (g - m)(1 - beta_1)`, `v += (g² - v)(1 - beta_2)`, `w -= alpha·m / (sqrt(v) + epsilon)` with
/// `alpha = lr·sqrt(1 - beta_2^t) / (1 - beta_1^t)`. With amsgrad the largest `v` so far divides.
struct Adam: OptimizerRule {
    static let name = "adam"
    static let settings: [Setting<Adam>] =
        [
            learningRateSetting,
            .init("beta_1", \.beta1, in: .share),
            .init("beta_2", \.beta2, in: .share),
            .init("epsilon", \.epsilon, in: .positive),
            .init("amsgrad", \.amsgrad),
        ] + lastSettings

    var shared = SharedSettings(learningRate: 0.001)
    var beta1 = 0.9
    var beta2 = 0.999
    var epsilon = 1e-7
    var amsgrad = false

    var slotStarts: [Float] { Array(repeating: 0, count: amsgrad ? 3 : 2) }

    func step(_ number: Int, learningRate rate: Float) -> Kernels.Update {
        // Keras holds the betas as float32 when it raises them to the power of t, but subtracts them from 1 in
        // double for the moments. float32(0.999) is 0.99900001287: with 0.999 here the losses part by 4e-5 within
        // three epochs.
        let t = Float(number)
        let power1 = pow(Float(beta1), t)
        let power2 = pow(Float(beta2), t)
        let alpha = rate * (1 - power2).squareRoot() / (1 - power1)
        return .init(
            .init(amsgrad ? "adam_amsgrad" : "adam"), alpha, Float(1 - beta1), Float(1 - beta2),
            Float(epsilon))
    }
}
