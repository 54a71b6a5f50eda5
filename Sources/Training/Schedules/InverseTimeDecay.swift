/// `initial_learning_rate / (1 + decay_rate · steps / decay_steps)` (Keras' `InverseTimeDecay`).
///
/// As a staircase, whole divisions only count.
struct InverseTimeDecay: ScheduleFunction {
    static let name = "InverseTimeDecay"
    static let settings: [Setting<InverseTimeDecay>] = [
        .init("initial_learning_rate", \.initialLearningRate, in: .positive, required: true),
        .init("decay_steps", \.decaySteps, in: 1...Int.max, required: true),
        .init("decay_rate", \.decayRate, in: .notNegative, required: true),
        .init("staircase", \.staircase),
    ]

    var initialLearningRate = 0.0
    var decaySteps = 0
    var decayRate = 0.0
    var staircase = false

    func rate(afterSteps steps: Float) -> Float {
        let part = steps / Float(decaySteps)
        return Float(initialLearningRate) / (1 + Float(decayRate) * (staircase ? part.rounded(.down) : part))
    }
}
