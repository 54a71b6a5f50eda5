/// The share of samples whose class has one of the `k` largest outputs, Keras' `sparse_top_k_categorical_accuracy`.
struct SparseTopKCategoricalAccuracy: MetricFunction {
    static let name = "sparse_top_k_categorical_accuracy"
    static let settings: [Setting<SparseTopKCategoricalAccuracy>] = [.init("k", \.k, in: 1...Int.max)]

    var k = 5

    func form(outputs: Int) -> TargetForm { outputs == 1 ? .rows : .either }

    func count(_ batch: MetricBatch, into sums: UnsafeMutableBufferPointer<Double>, _ kernels: Kernels) {
        TopKCategoricalAccuracy(k: k).count(batch, into: sums, kernels)
    }

    func problem(outputs: Int) -> String? { TopKCategoricalAccuracy(k: k).problem(outputs: outputs) }
}
