import Glibc

/// The square of the difference of `log(1 + x)`, Keras' `mean_squared_logarithmic_error`; numbers below 1e-7 count as
/// that.
struct MeanSquaredLogarithmicError: ElementwiseLoss, Configurable {
    static let name = "mean_squared_logarithmic_error"
    static let aliases = ["msle"]

    private static let least: Float = 1e-7

    private func logarithm(_ number: Float) -> Float {
        log1pf(number < Self.least ? Self.least : number)
    }

    func value(truth: Float, prediction: Float) -> Float {
        let difference = logarithm(prediction) - logarithm(truth)
        return difference * difference
    }
    func slope(truth: Float, prediction: Float) -> Float {
        if prediction < Self.least { return 0 }
        return 2 * (logarithm(prediction) - logarithm(truth)) / (1 + prediction)
    }
}
