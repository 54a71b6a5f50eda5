import Datasets

/// The share of samples whose class has one of the `k` largest outputs, Keras' `top_k_categorical_accuracy`; a tie with
/// the last of them counts.
struct TopKCategoricalAccuracy: MetricFunction {
    static let name = "top_k_categorical_accuracy"
    static let settings: [Setting<TopKCategoricalAccuracy>] = [.init("k", \.k, in: 1...Int.max)]

    var k = 5

    func form(outputs: Int) -> TargetForm { outputs == 1 ? .rows : .either }

    func count(_ batch: MetricBatch, into sums: UnsafeMutableBufferPointer<Double>, _ kernels: Kernels) {
        sums[0] += batch.count { kernels.countTopK($0, labels: $1, k: k) }
    }

    func problem(outputs: Int) -> String? {
        (1...max(1, outputs)).contains(k)
            ? nil
            : "The top-\(k) accuracy looks at the \(k) likeliest of \(outputs.counted("class", "classes")); choose \(outputs == 1 ? "1" : "from 1 to \(outputs)")."
    }
}
