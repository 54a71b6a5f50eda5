import Datasets

/// The outcome of a run without a screen.
public struct Report: Equatable, Sendable {
    /// The times that the parts of a run took, in seconds.
    public struct Seconds: Equatable, Sendable {
        /// Loading and encoding the data.
        public var load: Double
        /// Training, validation included, by the clock on the wall.
        public var fit: Double
        /// Training, validation included, in processor seconds of all threads.
        public var fitCPU: Double
        /// Evaluating on the test split.
        public var evaluate: Double
    }

    /// The experiment that was run.
    public var experiment: Experiment
    /// The name of the data set on the screen.
    public var datasetTitle: String
    /// The numbers to be learnt; empty where classes are.
    public var values: [Feature]
    /// The number of weights and biases that the model learnt.
    public var parameters: Int
    /// The outcome of each fold, where there are folds.
    public var folds: [FitResult]
    /// The epochs; the mean over the folds where there are folds.
    public var history: History
    /// The epochs of the final run, where there was one.
    public var finalHistory: History?
    /// The interventions of callbacks, in order.
    public var interventions: [Intervention]
    /// Loss and metrics on the test split, of the final network or the only one; folds alone are not tested.
    public var test: Metrics?
    /// The accuracies of answers that need no learning.
    public var baselines: Baselines
    /// The times that the parts of the run took.
    public var seconds: Seconds

    /// One JSON object, its keys always in the same order.
    ///
    /// Everything but `seconds` is the same, digit by digit, in every run of the same experiment on the same machine.
    public var json: String {
        let model = experiment.model
        let settings = experiment.settings
        func columns(_ history: History) -> [(key: String, value: JSONValue)] {
            history.columns.map { ($0.key, .list($0.values.map(JSONValue.number))) }
        }
        func numbers(_ columns: [(key: String, value: Double)]) -> JSONValue {
            .object(columns.map { ($0.key, .number($0.value)) })
        }
        var object: [(key: String, value: JSONValue)] = [
            ("dataset", .text(experiment.dataset.description))
        ]
        if let steps = experiment.preprocessing {
            object.append(("preprocessing", .list(steps.map { .text($0.text) })))
        }
        object += [
            (
                "model",
                .object([
                    ("layers", .list(model.layers.map { .text($0.text) })),
                    ("loss", .text(model.loss.text)),
                    ("optimizer", .text(model.optimizer.text)),
                    ("metrics", .list(model.metrics.map { .text($0.text) })),
                    ("batch_size", .integer(settings.batchSize)),
                    ("epochs", .integer(settings.epochs)),
                    ("validation", .integer(settings.validation)),
                    ("folds", .integer(settings.folds)),
                    ("final_epochs", .integer(settings.finalEpochs)),
                    ("final_validation", .integer(settings.finalValidation)),
                    ("final_batch_size", .integer(settings.finalBatchSize)),
                    ("seed", .integer(Int(clamping: settings.seed))),
                    ("callbacks", .list(experiment.callbacks.map { .text($0.text) })),
                ])
            ),
            ("parameters", .integer(parameters)),
            (
                "history",
                .object(
                    (history.columns + learningRates).map { ($0.key, .list($0.values.map(JSONValue.number))) }
                )
            ),
        ]
        if !folds.isEmpty {
            object.append(
                (
                    "folds",
                    .list(
                        folds.map { fold in
                            .object([
                                (
                                    "validation",
                                    .list([
                                        .integer(fold.fit.validation.lowerBound),
                                        .integer(fold.fit.validation.upperBound),
                                    ])
                                ), ("history", .object(columns(fold.history))),
                            ])
                        })
                ))
        }
        if let finalHistory { object.append(("final_history", .object(columns(finalHistory)))) }
        object += [
            ("layers", .list(layers)),
            ("interventions", .list(interventions.map { .text($0.description) })),
            ("test", test.map { numbers($0.columns) } ?? .object([])),
            ("random_baseline", .number(baselines.shuffled)),
            ("majority_baseline", .number(baselines.majority)),
            (
                "seconds",
                numbers([
                    ("load", seconds.load), ("fit", seconds.fit), ("fit_cpu", seconds.fitCPU),
                    ("evaluate", seconds.evaluate),
                ])
            ),
        ]
        return JSONValue.object(object).description
    }

    /// The learning rate of each epoch, where a callback of Keras' puts it into the history.
    private var learningRates: [(key: String, values: [Double])] {
        experiment.callbacks.contains { $0.rule is ReduceLROnPlateau }
            ? [("learning_rate", history.epochs.map(\.learningRate))] : []
    }

    /// The health of each layer with weights, epoch by epoch.
    private var layers: [JSONValue] {
        (history.epochs.first?.layers ?? []).enumerated().map { place, layer in
            func column(_ value: (LayerHealth) -> Double?) -> JSONValue {
                .list(history.epochs.map { .number(value($0.layers[place]) ?? .nan) })
            }
            var members: [(key: String, value: JSONValue)] = [
                ("name", .text(layer.name)), ("gradient_norm", column(\.gradientNorm)),
                ("weight_norm", column(\.weightNorm)),
            ]
            if layer.deadUnits != nil { members.append(("dead_units", column(\.deadUnits))) }
            return .object(members)
        }
    }
}
