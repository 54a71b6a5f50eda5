import Glibc

/// The logarithm of the difference's hyperbolic cosine, Keras' `log_cosh`: a smooth form of the size.
struct LogCosh: ElementwiseLoss, Configurable {
    static let name = "log_cosh"

    func value(truth: Float, prediction: Float) -> Float {
        // log cosh x = |x| + log(1 + exp(-2|x|)) - log 2, which doesn't overflow.
        let size = abs(prediction - truth)
        return size + log1pf(expf(-2 * size)) - logf(2)
    }
    func slope(truth: Float, prediction: Float) -> Float { tanhf(prediction - truth) }
}
