/// `exp(x)` divided by its sum over the row: numbers from 0 to 1 that sum to 1.
struct Softmax: ActivationFunction {
    let name = "softmax"
    let keepsLogits = true

    func apply(to block: Block, _ kernels: Kernels) {
        kernels.softmax(block)
    }

    func backpropagate(_ gradient: Block, outputs: Block, _ kernels: Kernels) {
        kernels.softmaxGradient(gradient, outputs: outputs)
    }
}
