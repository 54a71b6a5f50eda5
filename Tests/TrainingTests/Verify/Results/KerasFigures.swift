import References

@testable import Training

/// The figures that Keras gave for a named experiment, run by run, if `keras_runs.json` has the same one.
enum KerasFigures {
    /// The task of the file that is the same, and where its runs have a figure.
    private static let tasks: [String: String] = [
        "reuters": "reuters_adam9full", "reuters-course": "reuters_rmsprop9full",
        "reuters-bottleneck": "reuters_bottleneck", "reuters-thin": "reuters_thinfull", "imdb": "imdb",
        "california-folds": "california", "boston-folds": "boston_b1", "blobs": "blobs", "mnist": "mnist",
    ]

    /// The figures; none where the file has no such task.
    static func figures(of experiment: String, _ measure: PublishedResult.Measure) throws -> [Double] {
        guard let task = tasks[experiment],
            let runs = try Reference.file("keras_runs")["tasks"]?[task]?["runs"]?.list
        else { return [] }
        return runs.compactMap { run in
            switch measure.place {
            case .test: run["test"]?[measure.key]?.number
            case .bestValidation: run["best_val_\(measure.key)"]?.number
            case .folds: run["kfold_mae"]?.number
            case .last: run["last_epoch"]?[measure.key]?.number
            }
        }
    }
}
