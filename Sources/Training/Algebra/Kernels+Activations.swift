import CKernels

extension Kernels {
    /// A function of one number with its arguments: a file of CKernels/activations, found by its name.
    struct Elementwise: Sendable {
        fileprivate var c: kernels_activation

        /// Finds a function.
        ///
        /// - Parameters:
        ///   - name: The name of its file.
        ///   - a: Its first argument, whose meaning is told in the file.
        ///   - b: Its second.
        ///   - c: Its third.
        init(_ name: String, _ a: Float = 0, _ b: Float = 0, _ c: Float = 0) {
            // As an argument, the text would be copied to the heap, and that in each step.
            let number = name.withCString(kernels_activation_named)
            precondition(number >= 0, "CKernels/activations has no \(name)")
            self.c = kernels_activation(number: number, a: a, b: b, c: c)
        }

        /// Tells whether its derivative is worked out from its inputs, rather than from its outputs.
        var needsInputs: Bool { kernels_activation_needs_inputs(c.number) }
    }

    func apply(_ function: Elementwise, to inputs: Block, into outputs: Block) {
        precondition(inputs.stride == outputs.stride, "rows \(inputs.stride) and \(outputs.stride) apart")
        kernels_activate(machine, function.c, inputs.c, outputs.values)
    }

    /// The gradient with respect to what went in, in place, from what went in or came out.
    func backpropagate(_ function: Elementwise, _ gradient: Block, from known: Block) {
        kernels_activate_gradient(machine, function.c, gradient.c, known.values)
    }

    func softmax(_ inputs: Block, into outputs: Block) { kernels_softmax(machine, inputs.c, outputs.values) }
    func softmaxGradient(_ gradient: Block, outputs: Block) {
        kernels_softmax_gradient(machine, gradient.c, outputs.values)
    }
    func logSoftmax(_ inputs: Block, into outputs: Block) {
        kernels_log_softmax(machine, inputs.c, outputs.values)
    }
    func logSoftmaxGradient(_ gradient: Block, outputs: Block) {
        kernels_log_softmax_gradient(machine, gradient.c, outputs.values)
    }
}
