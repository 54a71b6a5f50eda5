/// No change.
struct Linear: ActivationFunction {
    static let name = "linear"

    func apply(_ inputs: Block, into outputs: Block, _ kernels: Kernels) {
        guard inputs.values != outputs.values else { return }
        outputs.values.update(from: inputs.values, count: inputs.rows * inputs.stride)
    }

    func backpropagate(_ gradient: Block, inputs: Block, outputs: Block, _ kernels: Kernels) {}
}
