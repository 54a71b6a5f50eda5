/// Gradient descent, with or without momentum (Keras' `SGD`).
///
/// Without momentum `w -= lr·g`; with it `m = momentum·m - lr·g` and `w += m`, or with Nesterov's look ahead
/// `w += momentum·m - lr·g`.
struct SGD: OptimizerRule {
    static let name = "sgd"
    static let settings: [Setting<SGD>] = [
        .init("learning_rate", \.learningRate, in: .positive),
        .init("momentum", \.momentum, in: 0...1),
        .init("nesterov", \.nesterov),
    ]

    var learningRate = 0.01
    var momentum = 0.0
    var nesterov = false

    var slots: Int { momentum == 0 ? 0 : 1 }

    func step(_ number: Int) -> Kernels.Update {
        let rate = Float(learningRate)
        guard momentum != 0 else { return .init(.sgd, rate) }
        return .init(nesterov ? .sgdNesterov : .sgdMomentum, rate, Float(momentum))
    }
}
