/// The square of the difference, Keras' `mean_squared_error`.
struct MeanSquaredError: ElementwiseLoss, Configurable {
    static let name = "mean_squared_error"
    static let aliases = ["mse"]

    func value(truth: Float, prediction: Float) -> Float { (prediction - truth) * (prediction - truth) }
    func slope(truth: Float, prediction: Float) -> Float { 2 * (prediction - truth) }
}
