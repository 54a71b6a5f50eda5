import Datasets

/// Runs an experiment from beginning to end without a screen.
///
/// The numbers are those of a ``Trainer``, bit for bit.
public struct HeadlessRun {
    /// What is run.
    public let experiment: Experiment
    /// What it is run on.
    public let dataset: Dataset
    /// How long loading the data took, for the report.
    public let loadSeconds: Double

    /// Makes ready to run.
    ///
    /// - Parameters:
    ///   - experiment: What to run.
    ///   - dataset: The loaded data of the experiment.
    ///   - loadSeconds: How long loading the data took, for the report.
    public init(_ experiment: Experiment, dataset: Dataset, loadSeconds: Double = 0) {
        self.experiment = experiment
        self.dataset = dataset
        self.loadSeconds = loadSeconds
    }

    /// How often at most progress is told.
    private static let progressInterval = Duration.milliseconds(50)

    /// Trains, then evaluates on the test split.
    ///
    /// - Parameter progress: Is told how far the run is, at most twenty times a second; may throw to cancel.
    /// - Returns: What came of it.
    /// - Throws: ``ModelProblems``, ``EngineError``, and what `progress` throws.
    public func run(progress: (Progress) throws -> Void = { _ in }) throws -> Report {
        try run(clock: nil, progress: progress).report
    }

    /// Trains and evaluates, and gives the trained network, too.
    ///
    /// - Parameters:
    ///   - clock: Where it is measured what the time of training goes into, if it is.
    ///   - progress: Is told how far the run is, at most twenty times a second; may throw to cancel.
    /// - Returns: What came of it.
    /// - Throws: ``ModelProblems``, ``EngineError``, and what `progress` throws.
    package func run(
        clock: PhaseClock?, progress: (Progress) throws -> Void = { _ in }
    ) throws -> (report: Report, network: Network) {
        let run = try TrainingRun(experiment, dataset: dataset, clock: clock)
        var told = ContinuousClock.now
        let fit = try Self.timed {
            while let outcome = run.advance() {
                guard case .batch = outcome else { continue }
                let now = ContinuousClock.now
                guard now - told >= Self.progressInterval else { continue }
                told = now
                try progress(run.progress)
            }
        }
        let network = run.engine.network()
        let evaluate = try Self.timed { try network.evaluate(dataset.test) }
        let report = Report(
            experiment: experiment, datasetTitle: dataset.title,
            parameters: experiment.model.parameterCount(inputs: dataset.train.inputs.columns),
            history: run.history, interventions: run.takeInterventions(), test: evaluate.result,
            baselines: Baselines(dataset),
            seconds: Report.Seconds(
                load: loadSeconds, fit: fit.wall, fitCPU: fit.processor, evaluate: evaluate.wall))
        return (report, network)
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
