/// A run at the end of an epoch, with all that decides how it goes on: whoever resumes from it gets the same numbers,
/// bit for bit.
public struct Checkpoint: Sendable {
    /// When.
    public let moment: Moment
    /// The weights.
    public let network: Network
    /// What was trained with which settings: the experiment with the changes that were made until then.
    public let experiment: Experiment
    /// Those changes.
    let changes: [TimedEdit]
    /// What the optimizer keeps, and where the streams of random numbers are.
    let engine: Engine.State
    /// The order of the samples in the last epoch, which is shuffled for the next one.
    let order: [Int32]
    /// What it is shuffled by.
    let random: Random

    /// How much room it takes beside its weights, in bytes.
    var stateBytes: Int {
        engine.slots.reduce(order.count * 4) { $1.reduce($0) { $0 + $1.count * 4 } }
    }
}

extension Network {
    /// How much room the weights take, in bytes.
    public var bytes: Int {
        weights.reduce(0) { $1.arrays.reduce($0) { $0 + $1.values.count * MemoryLayout<Float>.size } }
    }
}
