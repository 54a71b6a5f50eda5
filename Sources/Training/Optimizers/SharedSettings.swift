/// The settings that every optimizer has: the size of a step, and what happens to gradients and weights before it.
struct SharedSettings: Sendable {
    /// The size of a step.
    var learningRate: LearningRate
    /// The share of its size that a weight loses at each step, as a multiple of the learning rate.
    var weightDecay: Double?
    /// The most that the norm of one variable's gradient may be.
    var clipnorm: Double?
    /// The most that each entry of a gradient may be.
    var clipvalue: Double?
    /// The most that the norm of all gradients together may be.
    var globalClipnorm: Double?

    init(learningRate: Double, weightDecay: Double? = nil) {
        self.learningRate = .constant(learningRate)
        self.weightDecay = weightDecay
    }

    /// Describes the problem of gradients that are to be clipped in several ways, which Keras refuses, too.
    func clippingProblems(of optimizer: String) -> [String] {
        let ways = [("clipnorm", clipnorm), ("clipvalue", clipvalue), ("global_clipnorm", globalClipnorm)]
            .filter { $0.1 != nil }.map(\.0)
        guard ways.count > 1 else { return [] }
        return ["\(optimizer) clips gradients by \(ways.joined(separator: " and by ")); keep one of them."]
    }
}

extension OptimizerRule {
    static var learningRateSetting: Setting<Self> {
        .init("learning_rate", \.shared.learningRate) { rate in
            guard case .constant(let number) = rate, !ClosedRange.positive.contains(number) else {
                return nil
            }
            return "a positive number"
        }
    }

    static var clippingSettings: [Setting<Self>] {
        [
            .init("clipnorm", \.shared.clipnorm, in: .positive),
            .init("clipvalue", \.shared.clipvalue, in: .positive),
            .init("global_clipnorm", \.shared.globalClipnorm, in: .positive),
        ]
    }

    /// The settings that stand behind an optimizer's own.
    static var lastSettings: [Setting<Self>] {
        [.init("weight_decay", \.shared.weightDecay, in: .notNegative)] + clippingSettings
    }
}
