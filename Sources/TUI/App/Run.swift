import Training

/// Tells one run from another: several can go on at once, and news of a run that is gone must not mix in.
public struct RunID: Hashable, Sendable {
    let number: Int
}

/// What the dashboard knows of one network in training: what its trainer has told so far.
struct Run: Sendable {
    /// What the trainer was last heard to do.
    enum Status: Equatable, Sendable {
        case running, paused, finished, stopped
        case failed(String)
    }

    let id: RunID
    /// What is trained, with the settings of this one network.
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
    /// Something that a person must know although the run goes on: a loss that is no number.
    var trouble: String?
    /// The model and the settings, with the changes that were made meanwhile.
    var experiment: Experiment
    /// Those changes, and when they were made.
    var changes: [TimedEdit] = []
    /// From which run it goes on, and after how many of its epochs.
    var origin: Origin?
    /// What callbacks did to it, in order.
    var remarks: [String] = []

    init(id: RunID, fit: Fit, group: Int) {
        self.id = id
        self.fit = fit
        self.group = group
        experiment = fit.experiment
    }

    /// Where a branch begins.
    struct Origin: Equatable, Sendable {
        /// The number of the run that it goes on from.
        var group: Int
        /// After how many of its epochs.
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

    /// What it is called beside others.
    var name: String {
        switch fit.role {
        case .main: "run \(group)"
        case .fold(let number, _): "run \(group) fold \(number)"
        case .final: "run \(group) final"
        }
    }

    /// What it is called beside folds of the same run.
    var shortName: String {
        switch fit.role {
        case .main: "run \(group)"
        case .fold(let number, _): "fold \(number)"
        case .final: "final"
        }
    }

    /// What it is called at the end of a curve, beside other runs: `2: fold 1`.
    var briefName: String { fit.role == .main ? shortName : "\(group): \(shortName)" }

    /// Tells whether it is one of several folds.
    var isFold: Bool { if case .fold = fit.role { true } else { false } }

    /// Tells whether more is to come.
    var isActive: Bool { status == .running || status == .paused }

    /// The epoch that goes on, or the last one, counted from 1.
    var epoch: Int { max(progress?.epoch ?? 0, history.epochs.count, 1) }

    /// How long the run has trained, in seconds.
    var seconds: Double {
        max(history.seconds, progress?.seconds ?? 0)
    }

    /// The share of its epochs that is done, from 0 to 1.
    var fraction: Double {
        let epochs = Double(max(1, experiment.settings.epochs))
        return max(isActive ? progress?.fraction ?? 0 : 0, Double(history.epochs.count) / epochs)
    }

    /// How long the run will still take if it goes on as in the last epochs.
    ///
    /// - Parameter pace: How fast it may go.
    /// - Returns: Seconds, or `nil` before the first epoch has ended.
    func secondsLeft(at pace: Pace) -> Double? {
        let recent = history.epochs.suffix(5)
        guard !recent.isEmpty else { return nil }
        var perEpoch = recent.reduce(0) { $0 + $1.seconds } / Double(recent.count)
        if case .epochsPerSecond(let rate) = pace { perEpoch = max(perEpoch, 1 / rate) }
        return perEpoch * max(0, 1 - fraction) * Double(max(1, experiment.settings.epochs))
    }

    /// How many samples go through the network in a second.
    var samplesPerSecond: Double? { progress?.samplesPerSecond }
}
