/// Gradient descent, with or without momentum (Keras' `SGD`).
///
/// Without momentum `w -= lr·g`; with it `m = momentum·m - lr·g` and `w += m`, or with Nesterov's look ahead
/// `w += momentum·m - lr·g`.
struct SGD: OptimizerRule {
    static let name = "sgd"
    static let settings: [Setting<SGD>] =
        [
            learningRateSetting,
            .init("momentum", \.momentum, in: 0...1),
            .init("nesterov", \.nesterov),
        ] + lastSettings

    var shared = SharedSettings(learningRate: 0.01)
    var momentum = 0.0
    var nesterov = false

    var slotStarts: [Float] { momentum == 0 ? [] : [0] }

    func step(_ number: Int, learningRate rate: Float) -> Kernels.Update {
        guard momentum != 0 else { return .init(.sgd, rate) }
        return .init(.init(nesterov ? "sgd_nesterov" : "sgd_momentum"), rate, Float(momentum))
    }
}
