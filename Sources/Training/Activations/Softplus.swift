/// `log(1 + exp(x))`, a relu without a kink (Dugas et al., 2001).
struct Softplus: ElementwiseActivation {
    static let name = "softplus"
}
