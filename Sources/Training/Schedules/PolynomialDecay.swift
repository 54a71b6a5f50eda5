import Glibc

/// From one learning rate to another along a power of the steps that are left (Keras' `PolynomialDecay`).
///
/// With a cycle the way is stretched to twice, three times … its length instead of ending.
struct PolynomialDecay: ScheduleFunction {
    static let name = "PolynomialDecay"
    static let settings: [Setting<PolynomialDecay>] = [
        .init("initial_learning_rate", \.initialLearningRate, in: .positive, required: true),
        .init("decay_steps", \.decaySteps, in: 1...Int.max, required: true),
        .init("end_learning_rate", \.endLearningRate, in: .notNegative),
        .init("power", \.power, in: .positive),
        .init("cycle", \.cycle),
    ]

    var initialLearningRate = 0.0
    var decaySteps = 0
    var endLearningRate = 0.0001
    var power = 1.0
    var cycle = false

    func rate(afterSteps steps: Float) -> Float {
        let first = Float(initialLearningRate)
        let last = Float(endLearningRate)
        var whole = Float(decaySteps)
        var steps = steps
        if cycle {
            whole *= max(1, (steps / whole).rounded(.up))
        } else {
            steps = min(steps, whole)
        }
        return (first - last) * pow(1 - steps / whole, Float(power)) + last
    }
}
