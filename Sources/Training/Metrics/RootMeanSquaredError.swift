/// The root of the mean square of the difference over all samples so far, Keras' `RootMeanSquaredError`.
struct RootMeanSquaredError: ElementwiseError {
    static let name = "root_mean_squared_error"
    static let aliases = ["rmse"]

    func value(truth: Float, prediction: Float) -> Float { (prediction - truth) * (prediction - truth) }

    func result(_ sums: ArraySlice<Double>, samples: Int) -> Double {
        ((sums.first ?? .nan) / Double(samples)).squareRoot()
    }
}
