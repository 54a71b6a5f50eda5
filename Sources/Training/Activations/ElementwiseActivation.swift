/// An activation that works on one number at a time: all there is to say of it is which kernel does.
protocol ElementwiseActivation: ActivationFunction {
    /// The function in C with its arguments; by default that of the same name without any.
    var kernel: Kernels.Elementwise { get }
}

extension ElementwiseActivation {
    var kernel: Kernels.Elementwise { Kernels.Elementwise(Self.name) }

    var needsInputs: Bool { kernel.needsInputs }

    func apply(_ inputs: Block, into outputs: Block, _ kernels: Kernels) {
        kernels.apply(kernel, to: inputs, into: outputs)
    }

    func backpropagate(_ gradient: Block, inputs: Block, outputs: Block, _ kernels: Kernels) {
        let kernel = kernel
        kernels.backpropagate(kernel, gradient, from: kernel.needsInputs ? inputs : outputs)
    }
}
