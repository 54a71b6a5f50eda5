import Training

/// The result on the test samples beside what guessing achieves.
struct PlainResult {
    let metrics: Metrics
    let baselines: Baselines

    var line: String {
        var line = "Test: \(LogText.describe(metrics))"
        if baselines.shuffled.isFinite {
            line += "; a random guess \(Format.percent(baselines.shuffled)), the most frequent class "
            line += Format.percent(baselines.majority)
        }
        return line + "."
    }
}
