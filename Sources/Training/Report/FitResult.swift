import Datasets

/// What came of one fit.
public struct FitResult: Equatable, Sendable {
    /// What was trained.
    public var fit: Fit
    /// The epochs.
    public var history: History
    /// What callbacks did to it, in order.
    public var interventions: [Intervention]
    /// The trained network.
    package var network: Network

    /// Trains one network from beginning to end.
    ///
    /// - Parameters:
    ///   - fit: What is trained.
    ///   - dataset: The loaded data.
    ///   - clock: Where it is measured what the time of training goes into, if it is.
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
