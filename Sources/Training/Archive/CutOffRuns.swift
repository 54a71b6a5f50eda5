/// The run folders that nobody holds any more.
public struct CutOffRuns: Sendable {
    /// The runs that can be continued, the oldest first.
    public var runs: [RunArchive] = []
    /// The folders that are left alone since they can't be read: the reason for each.
    public var unreadable: [String] = []
    /// The number of folders that were removed since none of their epochs is whole.
    public var removed = 0
}
