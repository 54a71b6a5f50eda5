import Training

/// Tells one run from another: several can be trained at once, and news of a past run must not mix in.
public struct RunID: Hashable, Sendable {
    let number: Int
}

/// One network in training as the dashboard knows it: all that its trainer has told so far.
struct Run: Sendable {
    /// The states of a run, by the last news of its trainer.
    enum Status: Equatable, Sendable {
        case running, paused, finished, stopped
        case failed(String)
    }

    let id: RunID
    /// The network and settings to train, as this one network has them.
    let fit: Fit
    /// The number that a person knows it by: folds and the final run that follows them share one.
    let group: Int
    var status = Status.running
    var history = History()
    var progress: Progress?
    /// The newest weights, and how far they had been trained.
    var snapshot: Snapshot?
    /// The result on the test samples, once the run has ended.
    var test: Metrics?
    /// A problem that a person must know although the run continues: a loss that is no number.
    var trouble: String?
    /// The model and the settings, with the changes that were made meanwhile.
    var experiment: Experiment
    /// Those changes, and when they were made.
    var changes: [TimedEdit] = []
    /// The run that it continues, and the number of its epochs at that point.
    var origin: Origin?
    /// The actions of callbacks, as sentences, in order.
    var remarks: [String] = []

    init(id: RunID, fit: Fit, group: Int) {
        self.id = id
        self.fit = fit
        self.group = group
        experiment = fit.experiment
    }

    /// The place in another run at which a branch begins.
    struct Origin: Equatable, Sendable {
        /// The number of the run that it continues.
        var group: Int
        /// The number of its epochs before the branch.
        var epoch: Int
    }

    /// Takes over the past of a run that it continues.
    ///
    /// - Parameters:
    ///   - history: Its epochs.
    ///   - earlier: The changes that were made in them.
    mutating func begin(with history: History, _ earlier: [TimedEdit]) {
        self.history = history
        (experiment, changes) = (fit.experiment, [])
        for change in earlier { take(change) }
    }

    /// Takes a change that was made.
    mutating func take(_ change: TimedEdit) {
        experiment.apply(change.edit)
        changes.append(change)
    }

    /// The name among other runs.
    var name: String {
        switch fit.role {
        case .main: "run \(group)"
        case .fold(let number, _): "run \(group) fold \(number)"
        case .final: "run \(group) final"
        }
    }

    /// The name among folds of the same run.
    var shortName: String {
        switch fit.role {
        case .main: "run \(group)"
        case .fold(let number, _): "fold \(number)"
        case .final: "final"
        }
    }

    /// The name at the end of a curve, among other runs: `2: fold 1`.
    var briefName: String { fit.role == .main ? shortName : "\(group): \(shortName)" }

    /// Tells whether it is one of several folds.
    var isFold: Bool { if case .fold = fit.role { true } else { false } }

    /// Tells whether more is to come.
    var isActive: Bool { status == .running || status == .paused }

    /// The epoch that is trained, or the last one, counted from 1.
    var epoch: Int { max(progress?.epoch ?? 0, history.epochs.count, 1) }

    /// The time that the run has trained, in seconds.
    var seconds: Double {
        max(history.seconds, progress?.seconds ?? 0)
    }

    /// The share of its epochs that is done, from 0 to 1.
    var fraction: Double {
        let epochs = Double(max(1, experiment.settings.epochs))
        return max(isActive ? progress?.fraction ?? 0 : 0, Double(history.epochs.count) / epochs)
    }

    /// Estimates the remaining time of the run, in seconds, from its last epochs.
    ///
    /// - Parameter pace: The highest speed of the run.
    /// - Returns: The seconds, or `nil` before the first epoch has ended.
    func secondsLeft(at pace: Pace) -> Double? {
        let recent = history.epochs.suffix(5)
        guard !recent.isEmpty else { return nil }
        var perEpoch = recent.reduce(0) { $0 + $1.seconds } / Double(recent.count)
        if case .epochsPerSecond(let rate) = pace { perEpoch = max(perEpoch, 1 / rate) }
        return perEpoch * max(0, 1 - fraction) * Double(max(1, experiment.settings.epochs))
    }

    /// The number of samples that go through the network in a second.
    var samplesPerSecond: Double? { progress?.samplesPerSecond }
}
