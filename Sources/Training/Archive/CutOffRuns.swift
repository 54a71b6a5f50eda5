/// The run folders that nobody holds any more.
public struct CutOffRuns: Sendable {
    /// The runs that can be brought back, cut off or at their end, the oldest first.
    public var runs: [RunArchive] = []
    /// The folders that are left alone since no run can be continued from them at present: the reason for each, with its
    /// path.
    public var unreadable: [String] = []
    /// The paths of those among them that can be removed where a person asks for it: they hold a run's files alone, and
    /// no other program had them when they were looked at, nor a lock of another user's.
    public var leftAlone: [String] = []
    /// The number of folders that were removed since nothing of their epochs was whole.
    public var removed = 0
}
