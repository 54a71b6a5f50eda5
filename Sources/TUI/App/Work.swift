import Training

/// Something to be worked out off the main thread, because it takes longer than a key may.
public struct Work: Sendable {
    /// The topics of work; of several works that wait for the same topic, only the newest is done.
    public enum Kind: Hashable, Sendable, CaseIterable {
        /// The weights of an earlier time.
        case recall
        /// A network's outputs for a whole part, and the figures from them.
        case evaluation
        /// The same through all epochs.
        case evaluationThroughTime
        /// Training samples that are likely to have a wrong label.
        case labelErrors
        /// Samples that are exactly alike.
        case duplicates
        /// One sample through all epochs.
        case softmaxThroughTime
        /// The samples that are nearest to one, or excite a unit most.
        case nearest, units
        /// The words of the data set, for texts that are typed.
        case encoder
    }

    let kind: Kind
    /// The work itself; it always ends in one action, ``Action/found(_:)`` or ``Action/recalled(_:_:_:)``, so
    /// that all who wait for it are told.
    let body: @Sendable (Archives) async -> Action

    /// Describes work.
    init(_ kind: Kind, body: @escaping @Sendable (Archives) async -> Action) {
        self.kind = kind
        self.body = body
    }
}

/// The archives of the runs, for work that needs earlier weights; and a way to tell how far work is.
public struct Archives: Sendable {
    private let find: @Sendable (RunID) -> RunArchive?
    /// Tells how far the work is, in between.
    let tell: @Sendable (Action) -> Void
    /// Tells whether what comes of the work is still wanted.
    let isWanted: @Sendable () -> Bool

    /// Archives that are looked up.
    init(
        find: @escaping @Sendable (RunID) -> RunArchive?,
        tell: @escaping @Sendable (Action) -> Void = { _ in },
        isWanted: @escaping @Sendable () -> Bool = { true }
    ) {
        self.find = find
        self.tell = tell
        self.isWanted = isWanted
    }

    /// The archive of a run; `nil` where it was forgotten.
    subscript(run: RunID) -> RunArchive? { find(run) }
}
