/// Epochs of a run that was cut off, behind the newest that can be had.
public struct LostEpochs: Equatable, Sendable {
    /// Those whose files are damaged for good, in order, counted from 1.
    public var damaged: [Int] = []
    /// The reason why others can't be read at present; their files are worth keeping.
    public var unreadable: String?

    /// None, or those that are named.
    public init(damaged: [Int] = [], unreadable: String? = nil) {
        self.damaged = damaged
        self.unreadable = unreadable
    }
}
