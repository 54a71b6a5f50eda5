import Datasets

/// An activation function, which may write over the sums that it is given.
final class ActivationStage: Stage {
    /// The activation function that the stage applies.
    let activation: Activation
    private let room: BatchRoom?
    private let kernels: Kernels
    private let clock: PhaseClock?

    /// Tells whether the loss does the activation's work: it takes the sums and gives the gradient for them.
    var isSeenThrough = false

    init(_ activation: Activation, inPlace: Bool, _ plan: StagePlan) throws {
        self.activation = activation
        room = inPlace ? nil : try plan.room(columns: plan.width)
        kernels = plan.kernels
        clock = plan.clock
    }

    func forward(_ batch: Batch, _ input: Block) -> Block {
        let out = room?.block(batch.count) ?? input
        clock.measure(.activations) { activation.function.apply(input, into: out, kernels) }
        return out
    }

    func backward(_ batch: Batch, _ gradient: Block, input: Block, output: Block, isWanted: Bool) -> Block {
        guard !isSeenThrough else { return gradient }
        clock.measure(.activations) {
            activation.function.backpropagate(gradient, inputs: input, outputs: output, kernels)
        }
        return gradient
    }
}
