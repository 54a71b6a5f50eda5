/// `max(x, 0)`; its derivative at 0 is 0.
struct ReLU: ActivationFunction {
    let name = "relu"

    func apply(to block: Block, _ kernels: Kernels) {
        kernels.relu(block)
    }

    func backpropagate(_ gradient: Block, outputs: Block, _ kernels: Kernels) {
        kernels.reluGradient(gradient, outputs: outputs)
    }
}
