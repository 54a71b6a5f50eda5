import Datasets

/// Everything that decides a training run: the data, the model and the settings.
///
/// Two runs of equal experiments on one machine end in the same weights, bit for bit.
public struct Experiment: Hashable, Sendable {
    /// The data set by name, as the catalog loads it.
    public var dataset: Term
    /// The preprocessing of its numbers before the network sees them; `nil` for what the catalog does anyway.
    public var preprocessing: [Preprocessing]?
    /// The network, and how its weights follow the gradient.
    public var model: Model
    /// Batch size, epochs and the like.
    public var settings: TrainingSettings
    /// The callbacks that watch the run and step in.
    public var callbacks: [Callback]
    /// The changes made while it is run, the earliest first.
    public var changes: [TimedEdit]

    /// Puts an experiment together.
    public init(
        dataset: Term, preprocessing: [Preprocessing]? = nil, model: Model,
        settings: TrainingSettings = TrainingSettings(),
        callbacks: [Callback] = [], changes: [TimedEdit] = []
    ) {
        self.dataset = dataset
        self.preprocessing = preprocessing
        self.model = model
        self.settings = settings
        self.callbacks = callbacks
        self.changes = changes
    }

    /// Finds the problems that keep the experiment from being run on a data set.
    ///
    /// - Parameter dataset: The loaded data.
    /// - Returns: The problems, each with its place and what to do about it; empty where there are none.
    public func problems(for dataset: Dataset) -> [ModelProblem] {
        model.problems(
            inputs: dataset.train.inputs.columns, target: dataset.target,
            batchSize: min(settings.batchSize, dataset.train.count),
            // Folds are trained side by side.
            memory: Machine.memory / max(1, settings.folds))
            + settings.problems(samples: dataset.train.count)
            + callbackProblems + changeProblems
    }

    /// The problems of the changes that are to be made meanwhile.
    private var changeProblems: [ModelProblem] {
        var changed = self
        return changes.sorted { $0.moment < $1.moment }.compactMap { change in
            defer { changed.apply(change.edit) }
            guard change.edit.isTunable else {
                return ModelProblem(
                    .setting("changes"), TuningError.notWhileTraining(change.edit).description)
            }
            return change.edit.problem(on: changed).map {
                ModelProblem(.setting("changes"), TuningError.refused(change.edit, $0).description)
            }
        }
    }

    private var callbackProblems: [ModelProblem] {
        callbacks.flatMap { callback in
            callback.problems(
                metrics: model.metrics.map(\.name), validates: settings.heldOut > 0 || settings.folds > 1,
                hasSchedule: model.optimizer.schedule != nil)
        }.map { ModelProblem(.setting("callbacks"), $0) }
    }
}

extension Dataset {
    /// The target that a model is to learn for each sample.
    public var target: Model.Target {
        switch train.targets {
        case .labels: .classes(classes.count)
        case .values(let rows): .values(rows.columns)
        }
    }
}
