import Datasets

/// One thing that is done to a batch on its way through a network, and undone for its gradient.
///
/// A layer is made of one or more stages. A stage owns the room for what it gives; nothing is allocated once it is made.
protocol Stage: AnyObject {
    /// Lets a batch through.
    ///
    /// - Parameters:
    ///   - batch: The samples, for a stage that stands at the front.
    ///   - input: What the stage before gave, `[samples, inputs]`.
    /// - Returns: `[samples, outputs]`, valid until the next batch.
    func forward(_ batch: Batch, _ input: Block) -> Block

    /// Turns the gradient with respect to what it gave into that with respect to what it took.
    ///
    /// - Parameters:
    ///   - batch: The samples that were let through last.
    ///   - gradient: `[samples, outputs]`; may be changed in place, but not by a stage with parameters, which needs
    ///     it to move them.
    ///   - input: What the stage was given.
    ///   - output: What it made of it.
    ///   - isWanted: Whether a stage before has parameters, so that anyone needs the result.
    /// - Returns: `[samples, inputs]`; anything where it isn't wanted.
    func backward(_ batch: Batch, _ gradient: Block, input: Block, output: Block, isWanted: Bool) -> Block
}

/// Some samples on their way through a network.
struct Batch {
    /// Which samples of `inputs`.
    let rows: UnsafeBufferPointer<Int32>
    /// What the network is shown.
    let inputs: Inputs
    /// Whether they are learnt from, or only measured.
    let isTraining: Bool

    /// How many samples there are.
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
    ///   - input: What the stage was given.
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
