import Glibc

/// The cross-entropy of answers that are yes or no, Keras' `binary_crossentropy`.
///
/// With probabilities, Keras clips each to [1e-7, 1 - 1e-7], and the clip passes no gradient on from outside.
struct BinaryCrossentropy: CrossentropyFunction, ElementwiseLoss {
    static let name = "binary_crossentropy"
    static let aliases = ["bce"]
    static let settings: [Setting<BinaryCrossentropy>] = [.init("from_logits", \.fromLogits)]

    var fromLogits = false

    private static let least: Float = 1e-7
    private static let most: Float = 1 - 1e-7

    func value(truth: Float, prediction: Float) -> Float {
        guard !fromLogits else {
            return max(prediction, 0) - prediction * truth + log1pf(expf(-abs(prediction)))
        }
        let share = prediction < Self.least ? Self.least : prediction > Self.most ? Self.most : prediction
        return -(truth * logf(share) + (1 - truth) * logf(1 - share))
    }

    func slope(truth: Float, prediction: Float) -> Float {
        guard !fromLogits else { return 1 / (1 + expf(-prediction)) - truth }
        if prediction < Self.least || prediction > Self.most { return 0 }
        return (1 - truth) / (1 - prediction) - truth / prediction
    }
}
