/// The hyperbolic tangent; its derivative is `1 - y²`.
struct Tanh: ActivationFunction {
    let name = "tanh"

    func apply(to block: Block, _ kernels: Kernels) {
        kernels.tanh(block)
    }

    func backpropagate(_ gradient: Block, outputs: Block, _ kernels: Kernels) {
        kernels.tanhGradient(gradient, outputs: outputs)
    }
}
