/// The share of right answers, by the rule that Keras picks for `accuracy`: that for yes or no where there is one output,
/// else that for classes.
struct Accuracy: MetricFunction {
    static let name = "accuracy"
    static let aliases = ["acc"]

    func form(outputs: Int) -> TargetForm { outputs == 1 ? .rows : .either }

    func count(_ batch: MetricBatch, into sums: UnsafeMutableBufferPointer<Double>, _ kernels: Kernels) {
        if batch.outputs.columns == 1 {
            BinaryAccuracy().count(batch, into: sums, kernels)
        } else {
            CategoricalAccuracy().count(batch, into: sums, kernels)
        }
    }
}
