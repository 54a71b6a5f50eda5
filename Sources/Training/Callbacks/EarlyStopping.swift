/// Ends a run that no longer gets better (Keras' `EarlyStopping`).
struct EarlyStopping: CallbackRule {
    static let name = "EarlyStopping"
    static let settings: [Setting<EarlyStopping>] = [
        .init("monitor", \.monitor.key),
        .init("min_delta", \.monitor.minDelta),
        .init("patience", \.patience, in: 0...Int.max),
        .init("mode", \.monitor.mode),
        .init("baseline", \.baseline),
        .init("restore_best_weights", \.restoreBestWeights),
        .init("start_from_epoch", \.startFromEpoch, in: 0...Int.max),
    ]

    var monitor = Monitor(minDelta: 0)
    /// The number of epochs in a row that may pass without improvement before the run ends.
    var patience = 0
    /// The value that must be beaten, too, before an improvement starts the count again.
    var baseline: Double?
    /// Tells whether the weights of the best epoch are put back at the end.
    var restoreBestWeights = false
    /// The number of epochs that pass before anything is watched.
    var startFromEpoch = 0

    var restoresWeights: Bool { restoreBestWeights }

    func begin() -> any CallbackState { State(rule: self) }

    func problems(metrics keys: [String], validates: Bool, hasSchedule: Bool) -> [String] {
        let problem = monitor.problem(of: name, metrics: keys, validates: validates)
        return settingProblems + (problem.map { [$0] } ?? [])
    }

    /// The state of the callback within a run.
    private struct State: CallbackState {
        let rule: EarlyStopping
        var best: Monitor.Reading?
        /// The number of epochs since the last improvement that also beat the baseline.
        var wait = 0

        mutating func epochEnded(_ record: EpochRecord) -> [CallbackAction] {
            let monitor = rule.monitor
            guard record.index > rule.startFromEpoch, let reading = monitor.reading(of: record) else {
                return []
            }
            wait += 1
            if monitor.isImprovement(reading, over: best?.value) {
                best = reading
                if monitor.isImprovement(reading, over: rule.baseline) { wait = 0 }
                return rule.restoreBestWeights ? [.keepWeights] : []
            }
            // Keras never stops after the first epoch, whatever the patience.
            guard wait >= rule.patience, record.index > 1 else { return [] }
            return [.stop(reason: reason)]
        }

        mutating func runEnded() -> [CallbackAction] {
            guard rule.restoreBestWeights, let best else { return [] }
            return [.restoreWeights(epoch: best.epoch)]
        }

        private var reason: String {
            let epochs = "\(wait) \(wait == 1 ? "epoch" : "epochs")"
            let monitor = rule.monitor
            if let baseline = rule.baseline, let best, !monitor.isImprovement(best, over: baseline) {
                return "\(rule.name): \(monitor.key) has not got past the baseline \(baseline) in \(epochs)."
            }
            return "\(rule.name): \(monitor.stagnation(since: best)) for \(epochs)."
        }
    }
}
