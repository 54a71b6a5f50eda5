import References

@testable import Training

/// What is compared of a run.
enum TaskMeasures {
    /// What a run of ours came to.
    static func of(_ history: History, test: Metrics) -> [String: Double] {
        var measures: [String: Double] = [:]
        for (key, value) in test.columns { measures["test " + key] = value }
        for (key, values) in history.columns { measures["last " + key] = values.last }
        measures["best epoch"] = history.bestEpoch.map(Double.init)
        return measures
    }

    /// What several folds came to: the mean of each measure of their last epochs.
    static func means(of folds: [[String: Double]]) -> [String: Double] {
        let keys = folds.first?.keys.filter { $0.hasPrefix("last") } ?? []
        return Dictionary(
            uniqueKeysWithValues: keys.map { key in
                (key, folds.reduce(0) { $0 + ($1[key] ?? .nan) } / Double(folds.count))
            })
    }

    /// What is compared by the rule: how the test went, the last validation, and the best epoch.
    ///
    /// - Parameter run: An entry of `runs`.
    /// - Returns: Keras' results by our names.
    static func compared(_ run: JSON) -> [String: Double] {
        var measures: [String: Double] = [:]
        for key in ["loss", "accuracy", "mean_absolute_error"] {
            measures["test " + key] = run["test"]?[key]?.number
            measures["last val_" + key] = run["last_epoch"]?["val_" + key]?.number
        }
        measures["best epoch"] = run["best_val_loss_epoch"]?.number
        return measures
    }

    /// What is only shown: how the training itself went, which tells best whether it was the same.
    ///
    /// - Parameter run: An entry of `runs`.
    /// - Returns: Keras' results by our names.
    static func shown(_ run: JSON) -> [String: Double] {
        var measures: [String: Double] = [:]
        for key in ["loss", "accuracy", "mean_absolute_error"] {
            measures["last " + key] = run["last_epoch"]?[key]?.number
        }
        return measures
    }
}
