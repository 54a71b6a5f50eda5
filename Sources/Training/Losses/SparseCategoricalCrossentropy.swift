/// The cross-entropy of labels that are class numbers, Keras' `sparse_categorical_crossentropy`.
///
/// With probabilities, Keras clips each to [1e-7, 1 - 1e-7] and takes the logarithms for logits, which divides the
/// clipped row by its sum.
struct SparseCategoricalCrossentropy: CrossentropyFunction {
    static let name = "sparse_categorical_crossentropy"
    static let settings: [Setting<SparseCategoricalCrossentropy>] = [.init("from_logits", \.fromLogits)]

    var fromLogits = false

    var form: TargetForm { .labels }

    func sum(_ batch: LossBatch, gradient: Block?, _ kernels: Kernels) -> Double {
        fromLogits
            ? kernels.crossentropyOfLogits(batch, gradient: gradient)
            : kernels.sparseCategoricalCrossentropy(batch, gradient: gradient)
    }
}
