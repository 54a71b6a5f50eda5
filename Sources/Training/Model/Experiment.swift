import Datasets

/// Everything that decides a training run: the data, the model and the settings.
///
/// Two runs of equal experiments on one machine end in the same weights, bit for bit.
public struct Experiment: Hashable, Sendable {
    /// The data set by name, as the catalog loads it.
    public var dataset: Term
    /// The network, and how its weights follow the gradient.
    public var model: Model
    /// Batch size, epochs and the like.
    public var settings: TrainingSettings

    /// Puts an experiment together.
    public init(dataset: Term, model: Model, settings: TrainingSettings = TrainingSettings()) {
        self.dataset = dataset
        self.model = model
        self.settings = settings
    }

    /// What keeps the experiment from being run on a data set; empty where nothing does.
    ///
    /// - Parameter dataset: The loaded data.
    /// - Returns: The problems, each with its place and what to do about it.
    public func problems(for dataset: Dataset) -> [ModelProblem] {
        model.problems(
            inputs: dataset.train.inputs.columns, classes: dataset.classes.count,
            batchSize: min(settings.batchSize, dataset.train.count))
            + settings.problems(samples: dataset.train.count)
    }
}
