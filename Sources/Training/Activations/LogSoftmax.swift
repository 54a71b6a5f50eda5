/// The logarithm of softmax, without the rounding of numbers near 0 in between.
struct LogSoftmax: ActivationFunction {
    static let name = "log_softmax"

    func apply(_ inputs: Block, into outputs: Block, _ kernels: Kernels) {
        kernels.logSoftmax(inputs, into: outputs)
    }

    func backpropagate(_ gradient: Block, inputs: Block, outputs: Block, _ kernels: Kernels) {
        kernels.logSoftmaxGradient(gradient, outputs: outputs)
    }
}
