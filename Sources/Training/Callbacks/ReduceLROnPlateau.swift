/// Makes smaller steps once a run no longer gets better (Keras' `ReduceLROnPlateau`).
struct ReduceLROnPlateau: CallbackRule {
    static let name = "ReduceLROnPlateau"
    static let settings: [Setting<ReduceLROnPlateau>] = [
        .init("monitor", \.monitor.key),
        .init("factor", \.factor, in: .share),
        .init("patience", \.patience, in: 0...Int.max),
        .init("mode", \.monitor.mode),
        .init("min_delta", \.monitor.minDelta),
        .init("cooldown", \.cooldown, in: 0...Int.max),
        .init("min_lr", \.minLR, in: .notNegative),
    ]

    var monitor = Monitor(minDelta: 1e-4)
    /// The factor by which the learning rate is multiplied.
    var factor = 0.1
    /// The number of epochs in a row that may pass without improvement before the learning rate is reduced.
    var patience = 10
    /// The number of epochs after a reduction that are not counted.
    var cooldown = 0
    /// The lowest learning rate to which it is reduced.
    var minLR = 0.0

    func begin() -> any CallbackState { State(rule: self) }

    func problems(metrics keys: [String], validates: Bool, hasSchedule: Bool) -> [String] {
        var problems = settingProblems
        if let problem = monitor.problem(of: name, metrics: keys, validates: validates) {
            problems.append(problem)
        }
        if hasSchedule {
            problems.append(
                "\(name) can't change a learning rate that follows a schedule. Remove one of the two.")
        }
        return problems
    }

    /// The state of the callback within a run.
    private struct State: CallbackState {
        let rule: ReduceLROnPlateau
        var best: Monitor.Reading?
        /// The number of epochs since the last improvement or reduction, or since the cooldown.
        var wait = 0
        /// The number of epochs left of the cooldown.
        var cooldown = 0

        mutating func epochEnded(_ record: EpochRecord) -> [CallbackAction] {
            let monitor = rule.monitor
            guard let reading = monitor.reading(of: record) else { return [] }
            if cooldown > 0 {
                cooldown -= 1
                wait = 0
            }
            if monitor.isImprovement(reading, over: best?.value) {
                best = reading
                wait = 0
                return []
            }
            guard cooldown == 0 else { return [] }
            wait += 1
            guard wait >= rule.patience, let rate = reduced(record.learningRate) else { return [] }
            let (before, after) = (record.learningRate.text(digits: 6), rate.text(digits: 6))
            let reason =
                "\(rule.name): \(monitor.stagnation(since: best)) for \(wait) \(wait == 1 ? "epoch" : "epochs"), "
                + "so the learning rate goes from \(before) to \(after)."
            cooldown = rule.cooldown
            wait = 0
            return [.setLearningRate(rate, reason: reason)]
        }

        /// The next smaller learning rate; `nil` where it is as small as it may get.
        private func reduced(_ rate: Double) -> Double? {
            // Keras holds the learning rate as float32, and multiplies what it reads from there in double.
            guard Float(rate) > Float(rule.minLR) else { return nil }
            return max(Double(Float(rate)) * rule.factor, rule.minLR)
        }
    }
}
