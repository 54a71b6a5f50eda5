/// `x · tanh(softplus(x))` (Misra, 2019).
struct Mish: ElementwiseActivation {
    static let name = "mish"
}
