import Datasets
import Training

/// The result on the test samples, compared with guessing.
struct PlainResult {
    let metrics: Metrics
    let baselines: Baselines
    /// The data set, which gives errors their unit.
    var dataset: Dataset?

    var line: String {
        var line = "Test: \(LogText.describe(metrics))"
        if baselines.shuffled.isFinite {
            line += "; a random guess \(Format.percent(baselines.shuffled)), the most frequent class "
            line += Format.percent(baselines.majority)
        }
        if let error = dataset?.error(of: metrics) { line += "; that is a mean absolute error of \(error)" }
        return line + "."
    }
}
