/// No change.
struct Linear: ActivationFunction {
    let name = "linear"

    func apply(to block: Block, _ kernels: Kernels) {}

    func backpropagate(_ gradient: Block, outputs: Block, _ kernels: Kernels) {}
}
