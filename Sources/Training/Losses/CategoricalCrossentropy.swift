import Datasets

/// The cross-entropy of one-hot labels, Keras' `categorical_crossentropy`.
///
/// With probabilities, Keras divides each row by its sum and then clips it to [1e-7, 1 - 1e-7].
struct CategoricalCrossentropy: LossFunction {
    static let name = "categorical_crossentropy"
    var fromLogits = false

    func sum(_ batch: LossBatch, gradient: Block?, _ kernels: Kernels) -> Double {
        fromLogits
            ? kernels.crossentropyOfLogits(batch, gradient: gradient)
            : kernels.categoricalCrossentropy(batch, gradient: gradient)
    }
}

extension CategoricalCrossentropy {
    init(term: Term) throws {
        fromLogits = try term.onlyFromLogits()
    }

    var term: Term { Term(name, fromLogits: fromLogits) }
}

extension Term {
    /// A loss' name with `from_logits`, where that is set.
    init(_ name: String, fromLogits: Bool) {
        self.init(name, fromLogits ? [Argument("from_logits", .flag(true))] : [])
    }

    /// Reads `from_logits`, the only argument that a cross-entropy has here.
    func onlyFromLogits() throws -> Bool {
        var reader = TermReader(self)
        let fromLogits = try reader.flag("from_logits") ?? false
        try reader.finish()
        return fromLogits
    }
}
