/// Sums of losses and metrics over samples, from which Keras' sample-weighted means come.
struct Tally {
    /// The number of samples counted so far.
    private(set) var samples = 0
    /// The sum of their losses.
    private(set) var loss = 0.0
    /// The counts of each metric, one after another.
    private var counts: [Double]
    private let metrics: [(metric: Metric, range: Range<Int>)]

    /// Starts with nothing.
    init(_ metrics: [Metric]) {
        var start = 0
        self.metrics = metrics.map { metric in
            defer { start += metric.function.counts }
            return (metric, start..<start + metric.function.counts)
        }
        counts = Array(repeating: 0, count: start)
    }

    /// Counts one batch.
    mutating func add(samples: Int, loss: Double) {
        self.samples += samples
        self.loss += loss
    }

    /// Lends what one metric has counted, to be added to.
    mutating func withCounts(of metric: Int, _ body: (UnsafeMutableBufferPointer<Double>) -> Void) {
        let range = metrics[metric].range
        counts.withUnsafeMutableBufferPointer { body(UnsafeMutableBufferPointer(rebasing: $0[range])) }
    }

    /// Forgets everything, keeping the memory.
    mutating func reset() {
        samples = 0
        loss = 0
        for index in counts.indices { counts[index] = 0 }
    }

    /// The means so far; not numbers where nothing was counted.
    var means: Metrics {
        Metrics(
            loss: loss / Double(samples),
            values: metrics.map { metric, range in
                Metrics.Entry(metric, metric.function.result(counts[range], samples: samples))
            })
    }
}
