/// Sums of losses and metrics over samples, from which Keras' sample-weighted means come.
struct Tally {
    /// How many samples have been counted.
    private(set) var samples = 0
    /// The sum of their losses.
    private(set) var loss = 0.0
    /// The sum of each metric.
    private(set) var sums: [Double]

    /// Starts with nothing.
    init(metrics: Int) {
        sums = Array(repeating: 0, count: metrics)
    }

    /// Counts one batch.
    mutating func add(samples: Int, loss: Double) {
        self.samples += samples
        self.loss += loss
    }

    /// Adds to one metric.
    mutating func add(_ sum: Double, to metric: Int) {
        sums[metric] += sum
    }

    /// Forgets everything, keeping the memory.
    mutating func reset() {
        samples = 0
        loss = 0
        for index in sums.indices { sums[index] = 0 }
    }

    /// The means so far; not numbers where nothing was counted.
    func means(of metrics: [Metric]) -> Metrics {
        Metrics(
            loss: loss / Double(samples),
            values: zip(metrics, sums).map { Metrics.Entry($0, $1 / Double(samples)) })
    }
}
