import Datasets
import Training

/// A whole training whose epochs are kept, without a trainer.
extension RunArchive {
    /// Trains from the beginning to the end.
    ///
    /// - Parameters:
    ///   - dataset: The samples.
    ///   - tell: Hears of each epoch once it is over, and before the next one begins.
    /// - Returns: The epochs.
    /// - Throws: `ModelProblems` or `EngineError`.
    @discardableResult
    package func train(on dataset: Dataset, tell: (EpochRecord) -> Void = { _ in }) throws -> History {
        let run = try TrainingRun(fit, dataset: dataset, archive: self)
        while let outcome = run.advance() {
            if case .epoch(let record) = outcome { tell(record) }
        }
        return run.history
    }
}
