/// A time in a run between two batches: what was trained before it.
public struct Moment: Hashable, Comparable, Sendable {
    /// How many epochs are complete, validation included.
    public var epochs: Int
    /// How many batches of the next epoch have been trained.
    public var batches: Int

    /// Names a time.
    public init(epochs: Int, batches: Int = 0) {
        self.epochs = epochs
        self.batches = batches
    }

    /// Before the first batch.
    public static let start = Moment(epochs: 0)

    /// Whether the one is earlier in a run than the other.
    public static func < (left: Moment, right: Moment) -> Bool {
        (left.epochs, left.batches) < (right.epochs, right.batches)
    }
}

extension Snapshot {
    /// When it was taken.
    public var moment: Moment { Moment(epochs: epochs, batches: batches) }
}
