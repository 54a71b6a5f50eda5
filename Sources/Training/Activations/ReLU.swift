/// `max(x, 0)`, with derivative 0 at 0 (Nair and Hinton, 2010).
///
/// With Keras' arguments `x` is kept from above a threshold up to the largest value; below the threshold
/// `negative_slope · (x - threshold)` takes its place.
struct ReLU: ElementwiseActivation {
    static let name = "relu"
    static let settings: [Setting<ReLU>] = [
        .init("negative_slope", \.negativeSlope, in: .notNegative),
        .init("max_value", \.maxValue, in: .notNegative),
        .init("threshold", \.threshold, in: .notNegative),
    ]

    var negativeSlope = 0.0
    var maxValue: Double?
    var threshold = 0.0

    var canDie: Bool { negativeSlope == 0 }

    var kernel: Kernels.Elementwise {
        if negativeSlope == 0, maxValue == nil, threshold == 0 { return .init("relu") }
        return .init("relu_within", Float(negativeSlope), Float(maxValue ?? .infinity), Float(threshold))
    }
}
