import Glibc

/// Adam with Nesterov's look ahead (Dozat, 2016; Keras' `Nadam`).
///
/// The first moment follows a schedule of momenta `u_t = beta_1 (1 - 0.96^t / 2)`, whose product so far is `U_t`:
/// `m' = u_{t+1}·m / (1 - U_{t+1}) + (1 - u_t)·g / (1 - U_t)` and `w -= lr·m' / (sqrt(v / (1 - beta_2^t)) + epsilon)`.
struct Nadam: OptimizerRule {
    static let name = "nadam"
    static let settings: [Setting<Nadam>] =
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
        // The betas are float32 where they are raised to powers; see Adam.
        let beta1 = Double(Float(self.beta1))
        let (momentum, product) = momentum(number, beta1: beta1)
        let next = beta1 * (1 - 0.5 * pow(0.96, Double(number + 1)))
        let rate = Double(rate)
        return .init(
            .init("nadam"),
            Float(rate * next / (1 - product * next)), Float(rate * (1 - momentum) / (1 - product)),
            Float(1 - self.beta1), Float(1 - beta2), 1 / (1 - pow(Float(beta2), Float(number))),
            Float(epsilon))
    }

    /// The momentum of a step, and the product of those of all steps up to it.
    private func momentum(_ number: Int, beta1: Double) -> (momentum: Double, product: Double) {
        // After a thousand steps 0.96^t is 2e-18 and the momentum beta_1 itself, so that no step need count
        // through all before it.
        let settled = 1000
        var product = pow(beta1, Double(max(0, number - settled)))
        var power = 1.0
        var momentum = beta1
        for _ in 0..<min(number, settled) {
            power *= 0.96
            momentum = beta1 * (1 - 0.5 * power)
            product *= momentum
        }
        return (number > settled ? beta1 : momentum, product)
    }
}
