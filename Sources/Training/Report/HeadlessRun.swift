import Datasets

/// Runs an experiment from beginning to end without a screen: its folds side by side, then its final run.
///
/// The numbers are those of a ``Trainer``, bit for bit.
public struct HeadlessRun {
    /// The experiment that is run.
    public let experiment: Experiment
    /// The loaded data of the experiment.
    public let dataset: Dataset
    /// The time that loading the data took, in seconds, for the report.
    public let loadSeconds: Double

    /// Makes ready to run.
    ///
    /// - Parameters:
    ///   - experiment: The experiment to run.
    ///   - dataset: The loaded data of the experiment.
    ///   - loadSeconds: The time that loading the data took, in seconds, for the report.
    public init(_ experiment: Experiment, dataset: Dataset, loadSeconds: Double = 0) {
        self.experiment = experiment
        self.dataset = dataset
        self.loadSeconds = loadSeconds
    }

    /// The least time between two reports of progress.
    private static let progressInterval = Duration.milliseconds(50)

    /// Trains, then evaluates on the test split.
    ///
    /// - Parameter progress: Is told how far the run is, at most twenty times a second; may throw to cancel.
    /// - Returns: The report of the run.
    /// - Throws: ``ModelProblems``, ``EngineError``, and what `progress` throws.
    public func run(progress: (RunProgress) throws -> Void = { _ in }) throws -> Report {
        try run(clock: nil, progress: progress).report
    }

    /// Trains and evaluates, and gives the trained network, too.
    ///
    /// - Parameters:
    ///   - clock: The clock that measures the phases of training, if there is one; of a single network only.
    ///   - progress: Is told how far the run is, at most twenty times a second; may throw to cancel.
    /// - Returns: The report, and the network that was tested or, where none was, that of the first fold.
    /// - Throws: ``ModelProblems``, ``EngineError``, and what `progress` throws.
    package func run(
        clock: PhaseClock?, progress: (RunProgress) throws -> Void = { _ in }
    ) throws -> (report: Report, network: Network) {
        let problems = experiment.problems(for: dataset)
        guard problems.isEmpty else { throw ModelProblems(problems) }
        let fits = experiment.fits(samples: dataset.train.count)
        let fit = try Self.timed {
            let first = try train(fits, clock: clock, progress)
            let final = try experiment.finalFit.map { try train($0, clock: nil, progress) }
            return (first, final)
        }
        let (results, final) = fit.result
        // Folds show how long to train; a network to be tested is made afterwards.
        let tested = final ?? (results.count == 1 ? results.first : nil)
        let evaluate = try Self.timed { try tested?.network.evaluate(dataset.test) }
        let network = (tested ?? results[0]).network
        let report = Report(
            experiment: experiment, datasetTitle: dataset.title, values: dataset.values,
            parameters: experiment.model.parameterCount(inputs: dataset.train.inputs.columns),
            folds: fits.count > 1 ? results : [],
            history: fits.count > 1 ? .mean(of: results.map(\.history)) : results[0].history,
            finalHistory: final?.history,
            interventions: (results + (final.map { [$0] } ?? [])).flatMap(\.interventions),
            test: evaluate.result, baselines: Baselines(dataset),
            seconds: Report.Seconds(
                load: loadSeconds, fit: fit.wall, fitCPU: fit.processor, evaluate: evaluate.wall))
        return (report, network)
    }

    private func train(
        _ fits: [Fit], clock: PhaseClock?, _ progress: (RunProgress) throws -> Void
    ) throws -> [FitResult] {
        guard fits.count > 1 else { return [try train(fits[0], clock: clock, progress)] }
        return try SideBySide(fits, on: dataset).run { all in
            guard let slowest = all.min(by: { $0.fraction < $1.fraction }) else { return }
            let whole = all.reduce(0) { $0 + $1.fraction } / Double(fits.count)
            try progress(RunProgress(role: fits[0].role, progress: slowest, fraction: whole))
        }
    }

    private func train(
        _ fit: Fit, clock: PhaseClock?, _ progress: (RunProgress) throws -> Void
    ) throws -> FitResult {
        var told = ContinuousClock.now
        return try FitResult(training: fit, on: dataset, clock: clock) { run in
            let now = ContinuousClock.now
            guard now - told >= Self.progressInterval else { return }
            told = now
            let newest = run.progress
            try progress(RunProgress(role: fit.role, progress: newest, fraction: newest.fraction))
        }
    }

    private static func timed<Result>(_ body: () throws -> Result) rethrows
        -> (result: Result, wall: Double, processor: Double)
    {
        let processor = Machine.processorSeconds
        let began = ContinuousClock.now
        let result = try body()
        return (
            result, (ContinuousClock.now - began) / .seconds(1), Machine.processorSeconds - processor
        )
    }
}

/// The progress of a run without a screen.
public struct RunProgress: Sendable {
    /// The role of the fit in training; of several side by side, that of the first.
    public var role: Fit.Role
    /// The progress of that fit, or of the slowest of several.
    public var progress: Progress
    /// The share of them all that is done, from 0 to 1.
    public var fraction: Double

    /// A few words: `epoch 3/20`, `4 folds, epoch 3/50`.
    public var description: String {
        let epoch = "epoch \(progress.epoch)/\(progress.epochs)"
        return switch role {
        case .main: epoch
        case .fold(_, let count): "\(count) folds, \(epoch)"
        case .final: "final run, \(epoch)"
        }
    }
}
