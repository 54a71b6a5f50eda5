/// The share of samples whose first largest output is that of their class, Keras' `sparse_categorical_accuracy`.
struct SparseCategoricalAccuracy: MetricFunction {
    static let name = "sparse_categorical_accuracy"

    func form(outputs: Int) -> TargetForm { outputs == 1 ? .rows : .either }

    func count(_ batch: MetricBatch, into sums: UnsafeMutableBufferPointer<Double>, _ kernels: Kernels) {
        CategoricalAccuracy().count(batch, into: sums, kernels)
    }
}
