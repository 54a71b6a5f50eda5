/// `1 / (1 + exp(-x))`; its derivative is `y (1 - y)`.
struct Sigmoid: ElementwiseActivation {
    static let name = "sigmoid"
    let keepsLogits = true
}
