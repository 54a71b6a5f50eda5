@testable import Datasets
@testable import Training

extension FuzzTarget {
    /// Experiments as files: their own lines, those that name one, problems found in them, and Keras' code of them.
    static let experiments = FuzzTarget(
        "experiments", executions: 3_000,
        words: termWords + [
            "dataset = ", "layers = ", "loss = ", "optimizer = ", "metrics = ", "batch_size = ", "epochs = ",
            "validation = ", "folds = ", "final_epochs = ", "seed = ", "threads = ", "callbacks = ",
            "changes = ",
            "preprocessing = ", "\n", "#", "mse", "sparse_categorical_crossentropy",
            "reuters(num_words=10000)", "blobs",
        ],
        seeds: { ExperimentLibrary().experiments.prefix(12).map(\.experiment.text) },
        run: { text in
            _ = try? NamedExperiment(name: "fuzz", text: text)
            guard let experiment = try? Experiment(text: text) else { return false }
            try checkReadBack(experiment.text) { try Experiment(text: $0).text }
            _ = experiment.model.problems(inputs: 7, target: .classes(3))
            _ = experiment.model.problems(inputs: 1, target: .values(1))
            return true
        })
}
