import Datasets

/// The outcome of one fit.
public struct FitResult: Equatable, Sendable {
    /// The fit that was trained.
    public var fit: Fit
    /// The epochs.
    public var history: History
    /// The interventions of callbacks, in order.
    public var interventions: [Intervention]
    /// The trained network.
    package var network: Network

    /// Trains one network from beginning to end.
    ///
    /// - Parameters:
    ///   - fit: The fit to train.
    ///   - dataset: The loaded data.
    ///   - clock: The clock that measures the phases of training, if there is one.
    ///   - progress: Is told how far it is after each batch; may throw to cancel.
    /// - Throws: ``ModelProblems``, ``EngineError``, and what `progress` throws.
    init(
        training fit: Fit, on dataset: Dataset, clock: PhaseClock? = nil,
        progress: (TrainingRun) throws -> Void
    ) throws {
        let run = try TrainingRun(fit, dataset: dataset, clock: clock)
        while let outcome = run.advance() {
            if case .batch = outcome { try progress(run) }
        }
        self.fit = fit
        history = run.history
        interventions = run.takeInterventions()
        network = run.engine.network()
    }
}
