import Datasets

/// Answers for training samples by networks that were not trained with them: K-fold cross-validation whose
/// predictions are kept (scikit-learn's `cross_val_predict`).
public struct OutOfFold: Sendable {
    /// The model and the settings that each network is trained with.
    public let experiment: Experiment
    /// The number of networks, each trained without its part of the samples.
    public let folds: Int

    /// Makes ready to train.
    ///
    /// - Parameters:
    ///   - experiment: Model and settings; callbacks, folds and a final run of its own are left out, since what is held
    ///     out must not decide anything.
    ///   - folds: The number of networks, at least 2.
    ///   - epochs: The number of epochs for each; by default as many as the experiment says.
    public init(_ experiment: Experiment, folds: Int = 5, epochs: Int? = nil) {
        var experiment = experiment
        experiment.callbacks = []
        experiment.settings.folds = 0
        experiment.settings.finalEpochs = 0
        experiment.settings.finalValidation = 0
        experiment.settings.finalBatchSize = 0
        experiment.settings.threads = 1
        if let epochs { experiment.settings.epochs = max(1, epochs) }
        self.experiment = experiment
        self.folds = max(2, folds)
    }

    /// The trainings.
    ///
    /// - Parameter samples: The number of samples in the training split.
    /// - Returns: One a fold; each sets other samples in a row aside, and together they set aside every one.
    func fits(samples: Int) -> [Fit] {
        let folds = max(1, min(folds, samples))
        return (0..<folds).map { fold in
            let range = fold * samples / folds..<(fold + 1) * samples / folds
            var experiment = experiment
            experiment.settings.seed = self.experiment.settings.seed(ofFold: fold)
            experiment.settings.validation = range.count
            return Fit(.fold(fold + 1, of: folds), experiment, validation: range)
        }
    }

    /// Trains the networks side by side, and asks each about the samples that it has not seen.
    ///
    /// - Parameters:
    ///   - dataset: The loaded data.
    ///   - progress: Is told which share is done, at most twenty times a second; may throw to cancel.
    /// - Returns: All samples of the training split, in their order.
    /// - Throws: ``ModelProblems``, ``EngineError``, ``EvaluationError``, and what `progress` throws.
    public func run(on dataset: Dataset, progress: (Double) throws -> Void = { _ in }) throws -> Evaluation {
        guard case .labels = dataset.train.targets else { throw EvaluationError.noClasses }
        let fits = fits(samples: dataset.train.count)
        let results = try SideBySide(fits, on: dataset).run { all in
            try progress(all.reduce(0) { $0 + $1.fraction } / Double(fits.count))
        }
        return Evaluation(
            joining: try results.map { result in
                try Evaluation(of: result.network, on: dataset.train, rows: result.fit.validation)
            })
    }
}
