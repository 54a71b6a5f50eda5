import Datasets

/// Training without commands or a screen.
extension Fit {
    /// Trains from the beginning to the end.
    ///
    /// - Parameters:
    ///   - dataset: The samples.
    ///   - archive: Keeps the epochs, if they are to be kept.
    ///   - tell: Hears of each epoch once it is over.
    /// - Returns: The epochs.
    /// - Throws: ``ModelProblems`` or ``EngineError``.
    package func train(
        on dataset: Dataset, keeping archive: RunArchive? = nil, tell: (EpochRecord) -> Void = { _ in }
    ) throws -> History {
        let run = try TrainingRun(self, dataset: dataset, archive: archive)
        while let outcome = run.advance() {
            if case .epoch(let record) = outcome { tell(record) }
        }
        return run.history
    }
}

extension RunArchive {
    /// Trains what is to be kept; see ``Fit/train(on:keeping:tell:)``.
    package func train(on dataset: Dataset, tell: (EpochRecord) -> Void = { _ in }) throws -> History {
        try fit.train(on: dataset, keeping: self, tell: tell)
    }
}
