/// The share of outputs on the right side of a threshold, Keras' `binary_accuracy`; one that equals it is a no.
struct BinaryAccuracy: MetricFunction {
    static let name = "binary_accuracy"
    static let settings: [Setting<BinaryAccuracy>] = [.init("threshold", \.threshold, in: 0...1)]

    var threshold = 0.5

    func form(outputs: Int) -> TargetForm { .rows }

    func count(_ batch: MetricBatch, into sums: UnsafeMutableBufferPointer<Double>, _ kernels: Kernels) {
        var hits = 0
        let threshold = Float(threshold)
        batch.forEachOutput { truth, prediction, _ in
            // As in Keras, what is not a number is above no threshold, and so a no.
            if truth == (prediction > threshold ? 1 : 0) { hits += 1 }
        }
        sums[0] += Double(hits) / Double(batch.outputs.columns)
    }
}
