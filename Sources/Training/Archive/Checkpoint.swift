/// A run at the end of an epoch, with all that decides how it continues: whoever resumes from it gets the
/// same numbers, bit for bit.
public struct Checkpoint: Sendable {
    /// The time in training.
    public let moment: Moment
    /// The weights.
    public let network: Network
    /// The experiment with the changes that were made until then.
    public let experiment: Experiment
    /// Those changes.
    let changes: [TimedEdit]
    /// The state of the optimizer and of the streams of random numbers.
    let engine: Engine.State
    /// The order of the samples in the last epoch, which is shuffled for the next one.
    let order: [Int32]
    /// The generator that it is shuffled by.
    let random: Random

    /// The room that it takes apart from its weights, in bytes.
    var stateBytes: Int {
        engine.slots.reduce(order.count * 4) { $1.reduce($0) { $0 + $1.count * 4 } }
    }
}

extension Network {
    /// The room that the weights take, in bytes.
    public var bytes: Int {
        weights.reduce(0) { $1.arrays.reduce($0) { $0 + $1.values.count * MemoryLayout<Float>.size } }
    }
}
