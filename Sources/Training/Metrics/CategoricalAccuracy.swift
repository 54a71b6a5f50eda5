/// The share of samples whose first largest output is that of their class, Keras' `categorical_accuracy`.
struct CategoricalAccuracy: MetricFunction {
    static let name = "categorical_accuracy"

    func form(outputs: Int) -> TargetForm { outputs == 1 ? .rows : .either }

    func count(_ batch: MetricBatch, into sums: UnsafeMutableBufferPointer<Double>, _ kernels: Kernels) {
        sums[0] += batch.count { kernels.countFirstLargest($0, labels: $1) }
    }
}
