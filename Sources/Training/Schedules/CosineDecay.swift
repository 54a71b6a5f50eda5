import Glibc

/// Half a cosine from the initial learning rate down to a share `alpha` of it (Loshchilov and Hutter, 2017; Keras'
/// `CosineDecay`).
///
/// With a warm-up the rate first rises in a straight line to `warmup_target` within `warmup_steps`, and decays from
/// there.
struct CosineDecay: ScheduleFunction {
    static let name = "CosineDecay"
    static let settings: [Setting<CosineDecay>] = [
        .init("initial_learning_rate", \.initialLearningRate, in: .notNegative, required: true),
        .init("decay_steps", \.decaySteps, in: 1...Int.max, required: true),
        .init("alpha", \.alpha, in: 0...1),
        .init("warmup_target", \.warmupTarget, in: .positive),
        .init("warmup_steps", \.warmupSteps, in: 0...Int.max),
    ]

    var initialLearningRate = 0.0
    var decaySteps = 0
    var alpha = 0.0
    var warmupTarget: Double?
    var warmupSteps = 0

    func rate(afterSteps steps: Float) -> Float {
        let first = Float(initialLearningRate)
        guard let warmupTarget else { return decayed(from: first, after: steps) }
        let target = Float(warmupTarget)
        let warmup = Float(warmupSteps)
        guard steps < warmup else { return decayed(from: target, after: steps - warmup) }
        return (target - first) * (steps / warmup) + first
    }

    private func decayed(from rate: Float, after steps: Float) -> Float {
        let part = min(steps, Float(decaySteps)) / Float(decaySteps)
        let cosine = 0.5 * (1 + cos(Float.pi * part))
        return rate * ((1 - Float(alpha)) * cosine + Float(alpha))
    }
}
