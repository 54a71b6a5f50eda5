/// Half the square of a small difference, and in proportion to the size of a large one (Huber, 1964; Keras' `huber`).
struct Huber: ElementwiseLoss, Configurable {
    static let name = "huber"
    static let settings: [Setting<Huber>] = [.init("delta", \.delta, in: .positive)]

    /// The largest difference that counts as small.
    var delta = 1.0

    func value(truth: Float, prediction: Float) -> Float {
        let size = abs(prediction - truth)
        let delta = Float(delta)
        return size <= delta ? size * size / 2 : delta * size - delta * delta / 2
    }
    func slope(truth: Float, prediction: Float) -> Float {
        let difference = prediction - truth
        let delta = Float(delta)
        return difference < -delta ? -delta : difference > delta ? delta : difference
    }
}
