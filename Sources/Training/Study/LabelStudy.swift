import Datasets

/// Trains one network with every ``LabelChoice`` and tells what each of them does.
public struct LabelStudy: Sendable {
    /// The settings of each training; the first samples are enough to tell the choices apart.
    public var settings: TrainingSettings
    /// The number of relu units in the only hidden layer.
    public var units = 512

    /// The course's study: batches of 64, five epochs, no validation.
    public init(epochs: Int = 5, seed: UInt64 = 1) {
        settings = TrainingSettings(batchSize: 64, epochs: epochs, validation: 0, seed: seed)
    }

    /// The steps that keep the study short: a tenth of MNIST.
    public static let preprocessing = Preprocessing.first(train: 6_000, test: 1_000)

    /// A choice with its outcome.
    public struct Row: Equatable, Sendable {
        /// The choice that was tried.
        public var choice: LabelChoice
        /// The outcome of the choice.
        public var outcome: Outcome
    }

    /// The outcome of a choice.
    public enum Outcome: Equatable, Sendable {
        /// Keras trains, and so did nnboard.
        case trained(Trained)
        /// Keras refuses.
        case refused(KerasError)
    }

    /// The measures on the test samples.
    public struct Trained: Equatable, Sendable {
        /// The mean loss.
        public var loss: Double
        /// The value that Keras shows for `accuracy`, which it takes for the categorical one, or with class
        /// numbers for the sparse one, whatever the loss is.
        public var accuracy: Double
        /// The share of samples whose largest output is that of their class.
        public var argmaxAccuracy: Double
    }

    /// The experiment of a choice.
    ///
    /// - Parameters:
    ///   - choice: Labels, activation and loss.
    ///   - dataset: Samples with classes.
    /// - Returns: An experiment that can be trained where Keras can.
    public func experiment(_ choice: LabelChoice, on dataset: Dataset) -> Experiment {
        Experiment(
            dataset: dataset.reference,
            model: Model(
                layers: [
                    .dense(units, activation: .relu),
                    .dense(dataset.classes.count, activation: choice.activation),
                ], loss: choice.loss),
            settings: settings)
    }

    /// Trains and tests with every choice that Keras can train with.
    ///
    /// - Parameters:
    ///   - dataset: Samples with classes.
    ///   - progress: Is told which share is done; may throw to cancel.
    /// - Returns: A row for each choice.
    /// - Throws: ``ModelProblems``, ``EngineError``, and what `progress` throws.
    public func run(on dataset: Dataset, progress: (Double) throws -> Void = { _ in }) throws -> [Row] {
        let choices = LabelChoice.all
        return try choices.enumerated().map { place, choice in
            try progress(Double(place) / Double(choices.count))
            return Row(choice: choice, outcome: try outcome(of: choice, on: dataset))
        }
    }

    /// Trains a network with one choice, where Keras would.
    ///
    /// - Parameters:
    ///   - choice: Labels, activation and loss.
    ///   - dataset: Samples with classes.
    /// - Returns: The measures on the test samples, or Keras' exception.
    /// - Throws: ``ModelProblems`` or ``EngineError``.
    public func outcome(of choice: LabelChoice, on dataset: Dataset) throws -> Outcome {
        let experiment = experiment(choice, on: dataset)
        let error = choice.labels.problem(
            with: choice.loss, outputs: dataset.classes.count, samples: dataset.train.count,
            batchSize: settings.batchSize)
        if let error { return .refused(error) }
        let run = try TrainingRun(experiment, dataset: dataset, heedsAdvice: false)
        while run.advance() != nil {}
        let predictions = try run.engine.network().predictions(of: dataset.test)
        let hits = zip(predictions.classes, dataset.test.labels).count { $0 == $1 }
        return .trained(
            Trained(
                loss: predictions.metrics.loss, accuracy: predictions.metrics.accuracy ?? .nan,
                argmaxAccuracy: Double(hits) / Double(max(1, dataset.test.count))))
    }
}
