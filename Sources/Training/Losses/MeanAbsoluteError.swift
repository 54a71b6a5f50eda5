/// The size of the difference, Keras' `mean_absolute_error`; its derivative where there is none is 0.
struct MeanAbsoluteError: ElementwiseLoss, Configurable {
    static let name = "mean_absolute_error"
    static let aliases = ["mae"]

    func value(truth: Float, prediction: Float) -> Float { abs(prediction - truth) }
    func slope(truth: Float, prediction: Float) -> Float {
        let difference = prediction - truth
        return difference > 0 ? 1 : difference < 0 ? -1 : difference
    }
}
