import Datasets

/// One network trained once: what an ordinary experiment is, and of what K-fold validation and final runs are made.
public struct Fit: Hashable, Sendable {
    /// The purpose of a fit.
    public enum Role: Hashable, Sendable {
        /// It is all there is, or shows on validation samples how long to train.
        case main
        /// One of several, each validated on another part of the training samples; counted from 1.
        case fold(Int, of: Int)
        /// Trained for as long as the others have shown to be right, and judged on the test samples.
        case final
    }

    /// The purpose of this fit.
    public var role: Role
    /// The model and the settings of this one training.
    public var experiment: Experiment
    /// The samples of the training split that are set aside for validation.
    public var validation: Range<Int>

    /// Puts a fit together.
    public init(_ role: Role = .main, _ experiment: Experiment, validation: Range<Int>) {
        self.role = role
        self.experiment = experiment
        self.validation = validation
    }

    /// The one fit of an experiment that has neither folds nor a final run.
    public init(_ experiment: Experiment) {
        self.init(experiment, validation: 0..<max(0, experiment.settings.validation))
    }

    private init(_ experiment: Experiment, validation: Range<Int>) {
        self.init(.main, experiment, validation: validation)
    }
}

extension Fit.Role: CustomStringConvertible {
    /// A few words: `fold 2 of 4`.
    public var description: String {
        switch self {
        case .main: "training"
        case .fold(let number, let count): "fold \(number) of \(count)"
        case .final: "final run"
        }
    }
}

extension Experiment {
    /// The fits that take place side by side: the folds, or a single one.
    ///
    /// Samples are divided as in the book (section 4.3.4): each fold validates on `samples / folds` samples in a row,
    /// and what is left over at the end is always trained with. Each begins with weights of its own.
    ///
    /// - Parameter samples: The number of samples in the training split.
    /// - Returns: At least one.
    public func fits(samples: Int) -> [Fit] {
        var plain = self
        plain.settings.dropFurtherFits()
        guard settings.folds > 1 else { return [Fit(plain)] }
        plain.settings.validation = samples / settings.folds
        return (0..<settings.folds).map { fold in
            var experiment = plain
            experiment.settings.seed = settings.seed(ofFold: fold)
            let size = samples / settings.folds
            return Fit(
                .fold(fold + 1, of: settings.folds), experiment, validation: fold * size..<(fold + 1) * size)
        }
    }

    /// The fit that follows, with a new network; `nil` where there is none.
    public var finalFit: Fit? {
        guard settings.finalEpochs > 0 else { return nil }
        var plain = self
        plain.settings.epochs = settings.finalEpochs
        plain.settings.validation = settings.finalValidation
        if settings.finalBatchSize > 0 { plain.settings.batchSize = settings.finalBatchSize }
        plain.settings.dropFurtherFits()
        // Callbacks that watch validation have nothing to watch without it.
        if settings.finalValidation == 0 { plain.callbacks = [] }
        // Changes belong to the curves that they were made on.
        plain.changes = []
        return Fit(.final, plain, validation: 0..<max(0, settings.finalValidation))
    }
}

extension TrainingSettings {
    /// Leaves the settings of a single fit.
    fileprivate mutating func dropFurtherFits() {
        (folds, finalEpochs, finalValidation, finalBatchSize) = (0, 0, 0, 0)
    }

    /// Derives the seed of a fold, counted from 0: the seed itself in the first one.
    func seed(ofFold fold: Int) -> UInt64 {
        guard fold > 0 else { return seed }
        var random = Random(seed: seed, stream: 16 + UInt64(fold))
        return random.next() & Self.largestSeed
    }
}
