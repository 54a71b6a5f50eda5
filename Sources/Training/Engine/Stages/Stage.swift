import Datasets

/// One thing that is done to a batch on its way through a network, and undone for its gradient.
///
/// A layer is made of one or more stages. A stage owns the room for its outputs, and allocates nothing later.
protocol Stage: AnyObject {
    /// Lets a batch through.
    ///
    /// - Parameters:
    ///   - batch: The samples, for a stage that stands at the front.
    ///   - input: The output of the stage before, `[samples, inputs]`.
    /// - Returns: `[samples, outputs]`, valid until the next batch.
    func forward(_ batch: Batch, _ input: Block) -> Block

    /// Turns the gradient with respect to what it gave into that with respect to what it took.
    ///
    /// - Parameters:
    ///   - batch: The samples that were let through last.
    ///   - gradient: `[samples, outputs]`; may be changed in place, but not by a stage with parameters, which needs
    ///     it to move them.
    ///   - input: The input of the stage.
    ///   - output: The output of the stage for it.
    ///   - isWanted: `true` if a stage before has parameters, so that the result is needed.
    /// - Returns: `[samples, inputs]`; anything where it isn't wanted.
    func backward(_ batch: Batch, _ gradient: Block, input: Block, output: Block, isWanted: Bool) -> Block
}

/// Some samples on their way through a network.
struct Batch {
    /// The rows of its samples in `inputs`.
    let rows: UnsafeBufferPointer<Int32>
    /// The samples that the network is shown.
    let inputs: Inputs
    /// Tells whether the samples are learnt from, or only measured.
    let isTraining: Bool

    /// The number of samples in the batch.
    var count: Int { rows.count }
}

/// A stage whose weights follow the gradient.
protocol TrainableStage: Stage {
    /// Its weights.
    var parameters: Parameters { get }
    /// The layer's settings.
    var dense: Dense { get }

    /// Works out the gradient of its weights as far as that is done before they move.
    ///
    /// - Parameters:
    ///   - batch: The samples that were let through last.
    ///   - delta: The gradient with respect to its sums, `[samples, units]`; stays as it is until ``move(_:by:_:)``.
    ///   - input: The input of the stage.
    func findGradient(_ batch: Batch, _ delta: Block, input: Block)

    /// The sums of squares of the gradient that was found, penalties included.
    func squareSums(_ batch: Batch) -> (kernel: Double, bias: Double)

    /// Moves the weights, or other parameters of their shape, along the gradient that was found.
    func move(
        _ target: Parameters, _ batch: Batch, by update: Kernels.Update, kernel: Kernels.Shaping,
        bias: Kernels.Shaping)
}

/// A stage with weights to be kept, learnt or not.
protocol WeightedStage: Stage {
    /// Takes over weights; what an optimizer keeps stays as it is.
    func load(_ weights: Network.Weights)
    /// A copy of the weights.
    func weights() -> Network.Weights
}
