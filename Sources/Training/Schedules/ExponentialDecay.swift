import Glibc

/// `initial_learning_rate · decay_rate^(steps / decay_steps)` (Keras' `ExponentialDecay`).
///
/// As a staircase, whole divisions only count.
struct ExponentialDecay: ScheduleFunction {
    static let name = "ExponentialDecay"
    static let settings: [Setting<ExponentialDecay>] = [
        .init("initial_learning_rate", \.initialLearningRate, in: .positive, required: true),
        .init("decay_steps", \.decaySteps, in: 1...Int.max, required: true),
        .init("decay_rate", \.decayRate, in: .positive, required: true),
        .init("staircase", \.staircase),
    ]

    var initialLearningRate = 0.0
    var decaySteps = 0
    var decayRate = 0.0
    var staircase = false

    func rate(afterSteps steps: Float) -> Float {
        let part = steps / Float(decaySteps)
        return Float(initialLearningRate) * pow(Float(decayRate), staircase ? part.rounded(.down) : part)
    }
}
