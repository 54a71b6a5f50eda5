/// The measures of a network on some samples: the loss, and each metric of the model.
public struct Metrics: Equatable, Sendable {
    /// One metric and its value.
    public struct Entry: Equatable, Sendable {
        /// The metric that was measured.
        public var metric: Metric
        /// The measured value.
        public var value: Double

        /// Pairs a metric with its value.
        public init(_ metric: Metric, _ value: Double) {
            self.metric = metric
            self.value = value
        }
    }

    /// The mean loss over the samples.
    public var loss: Double
    /// The model's metrics in the model's order.
    public var values: [Entry]

    /// Puts measurements together.
    public init(loss: Double, values: [Entry] = []) {
        self.loss = loss
        self.values = values
    }

    /// The value of a metric, where it was measured.
    public subscript(metric: Metric) -> Double? {
        values.first { $0.metric == metric }?.value
    }

    /// The share of samples whose likeliest class is the right one, where it was measured.
    public var accuracy: Double? { self[.accuracy] }

    /// Loss and metrics by their keys in a history: `loss`, `accuracy`, `top_3_accuracy`.
    public var columns: [(key: String, value: Double)] {
        [("loss", loss)] + values.map { ($0.metric.name, $0.value) }
    }
}
