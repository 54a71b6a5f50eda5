/// `exp(x)` divided by its sum over the row: numbers from 0 to 1 that sum to 1.
struct Softmax: ActivationFunction {
    static let name = "softmax"
    let keepsLogits = true

    func apply(_ inputs: Block, into outputs: Block, _ kernels: Kernels) {
        kernels.softmax(inputs, into: outputs)
    }

    func backpropagate(_ gradient: Block, inputs: Block, outputs: Block, _ kernels: Kernels) {
        kernels.softmaxGradient(gradient, outputs: outputs)
    }
}
