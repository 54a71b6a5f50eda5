/// The hyperbolic tangent; its derivative is `1 - y²`.
struct Tanh: ElementwiseActivation {
    static let name = "tanh"
}
