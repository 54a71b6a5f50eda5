/// The cross-entropy of one-hot labels, Keras' `categorical_crossentropy`.
///
/// With probabilities, Keras divides each row by its sum and then clips it to [1e-7, 1 - 1e-7].
struct CategoricalCrossentropy: CrossentropyFunction {
    static let name = "categorical_crossentropy"
    static let settings: [Setting<CategoricalCrossentropy>] = [.init("from_logits", \.fromLogits)]

    var fromLogits = false

    var form: TargetForm { .either }

    func sum(_ batch: LossBatch, gradient: Block?, _ kernels: Kernels) -> Double {
        fromLogits
            ? kernels.crossentropyOfLogits(batch, gradient: gradient)
            : kernels.categoricalCrossentropy(batch, gradient: gradient)
    }
}
