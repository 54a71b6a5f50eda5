/// `1 / (1 + exp(-x))`; its derivative is `y (1 - y)`.
struct Sigmoid: ActivationFunction {
    let name = "sigmoid"
    let keepsLogits = true

    func apply(to block: Block, _ kernels: Kernels) {
        kernels.sigmoid(block)
    }

    func backpropagate(_ gradient: Block, outputs: Block, _ kernels: Kernels) {
        kernels.sigmoidGradient(gradient, outputs: outputs)
    }
}
