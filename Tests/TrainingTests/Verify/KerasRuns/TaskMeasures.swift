import References

@testable import Training

/// The measures by which runs are compared.
enum TaskMeasures {
    /// The measures of a run of ours.
    static func of(_ history: History, test: Metrics) -> [String: Double] {
        var measures: [String: Double] = [:]
        for (key, value) in test.columns { measures["test " + key] = value }
        for (key, values) in history.columns { measures["last " + key] = values.last }
        measures["best epoch"] = history.bestEpoch.map(Double.init)
        return measures
    }

    /// The measures of several folds: the mean of each measure of their last epochs.
    static func means(of folds: [[String: Double]]) -> [String: Double] {
        let keys = folds.first?.keys.filter { $0.hasPrefix("last") } ?? []
        return Dictionary(
            uniqueKeysWithValues: keys.map { key in
                (key, folds.reduce(0) { $0 + ($1[key] ?? .nan) } / Double(folds.count))
            })
    }

    /// The measures that are compared by the rule: those of the test, the last validation, and the
    /// best epoch.
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

    /// The measures that are only shown: those of the training itself, which tell best whether it was the
    /// same.
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
