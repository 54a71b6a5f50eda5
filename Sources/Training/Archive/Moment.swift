/// A time in a run between two batches: what was trained before it.
public struct Moment: Hashable, Comparable, Sendable {
    /// The number of complete epochs, validation included.
    public var epochs: Int
    /// The number of batches trained of the next epoch.
    public var batches: Int

    /// Names a time.
    public init(epochs: Int, batches: Int = 0) {
        self.epochs = epochs
        self.batches = batches
    }

    /// Before the first batch.
    public static let start = Moment(epochs: 0)

    /// Tells whether the one is earlier in a run than the other.
    public static func < (left: Moment, right: Moment) -> Bool {
        (left.epochs, left.batches) < (right.epochs, right.batches)
    }
}

extension Snapshot {
    /// The time in training at which it was taken.
    public var moment: Moment { Moment(epochs: epochs, batches: batches) }
}
