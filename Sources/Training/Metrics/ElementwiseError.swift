/// A metric that is the mean of something over all outputs.
protocol ElementwiseError: MetricFunction {
    /// Works out the value of one output; the metric is the mean of these values.
    func value(truth: Float, prediction: Float) -> Float
}

extension ElementwiseError {
    var grows: Bool { false }
    func form(outputs: Int) -> TargetForm { .rows }

    func count(_ batch: MetricBatch, into sums: UnsafeMutableBufferPointer<Double>, _ kernels: Kernels) {
        var sum = 0.0
        batch.forEachOutput { truth, prediction, _ in
            sum += Double(value(truth: truth, prediction: prediction))
        }
        sums[0] += sum / Double(batch.outputs.columns)
    }
}

/// As a metric, Keras' `mean_absolute_error`.
extension MeanAbsoluteError: ElementwiseError {}
/// As a metric, Keras' `mean_squared_error`.
extension MeanSquaredError: ElementwiseError {}
