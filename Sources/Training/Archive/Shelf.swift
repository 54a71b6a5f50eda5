/// All that is kept of a run, how safe each part of it is, and which part goes to the disk next.
///
/// A pure value: ``RunArchive`` guards it, and its threads do what it says.
struct Shelf: Sendable {
    /// A part of what is kept, each a file.
    enum Part: Hashable, Sendable {
        case weights(Moment)
        case state(Int)

        /// The time that it belongs to.
        var moment: Moment {
            switch self {
            case .weights(let moment): moment
            case .state(let epoch): Moment(epochs: epoch)
            }
        }
    }

    /// Something kept: in memory, in a file, or both.
    struct Kept<Value: Sendable>: Sendable {
        var value: Value?
        var isWritten = false
    }

    /// The number of epochs with a line in the file, and the bytes of these lines.
    struct Lines: Equatable, Sendable {
        var epochs = 0
        var bytes = 0
    }

    var weights: [Moment: Kept<Network>] = [:]
    var states: [Int: Kept<Checkpoint>] = [:]
    var history = History()
    /// The changes of the run that were made before the end of the newest epoch.
    var changes: [TimedEdit] = []
    var weightBytes = 0
    var stateBytes = 0
    /// The lines in the system's memory.
    var lines = Lines()
    /// The lines on the disk.
    var flushedLines = Lines()
    /// Parts that are in memory alone.
    var unwritten: Set<Part> = []
    /// Parts that are in files, but not surely on the disk.
    var unflushed: Set<Part> = []
    /// Parts without room, whose files have to go.
    var unwanted: Set<Part> = []
    /// The newest epoch in files: what is left after the end of the program.
    var newestWritten: Int?
    /// The newest epoch on the disk: what is left after a power cut.
    var newestFlushed: Int?
    /// The epoch that is on its way to the disk.
    var flushing: Int?
    var isForgotten = false
    /// The epoch whose weights stay, since a callback may want them back.
    var held: Int?
    /// The reasons why not all of it is in files, and why not all of these are on the disk.
    var problems: [Step: String] = [:]

    /// A step on the way to the disk.
    enum Step: Hashable, Sendable {
        case writing, flushing
    }

    /// The newest epoch.
    var newest: Int { states.keys.max() ?? 0 }

    // MARK: - Keeping

    mutating func keep(_ network: Network, at moment: Moment) {
        weights[moment] = Kept(value: network)
        weightBytes = network.bytes
        unwritten.insert(.weights(moment))
        // A damaged file of theirs is written over.
        unwanted.remove(.weights(moment))
    }

    mutating func keep(_ checkpoint: Checkpoint, _ record: EpochRecord) {
        keep(checkpoint.network, at: checkpoint.moment)
        states[checkpoint.moment.epochs] = Kept(value: checkpoint)
        stateBytes = checkpoint.stateBytes
        unwritten.insert(.state(checkpoint.moment.epochs))
        // A run that continues an earlier one has that one's epochs already.
        if record.index > history.epochs.count { history.append(record) }
        changes = checkpoint.changes
    }

    mutating func adopt(_ network: Kept<Network>, at moment: Moment) {
        weights[moment] = network
        adopt(.weights(moment), isWritten: network.isWritten)
    }

    mutating func adopt(_ checkpoint: Kept<Checkpoint>, epoch: Int) {
        states[epoch] = checkpoint
        adopt(.state(epoch), isWritten: checkpoint.isWritten)
    }

    private mutating func adopt(_ part: Part, isWritten: Bool) {
        if isWritten { unflushed.insert(part) } else { unwritten.insert(part) }
    }

    /// Forgets a part, wherever it is.
    mutating func drop(_ part: Part) {
        let wasWritten: Bool?
        switch part {
        case .weights(let moment): wasWritten = weights.removeValue(forKey: moment)?.isWritten
        case .state(let epoch): wasWritten = states.removeValue(forKey: epoch)?.isWritten
        }
        unwritten.remove(part)
        unflushed.remove(part)
        if wasWritten == true { unwanted.insert(part) }
    }

    func has(_ part: Part) -> Bool {
        switch part {
        case .weights(let moment): weights[moment] != nil
        case .state(let epoch): states[epoch] != nil
        }
    }

    /// Parts whose files have to go; they are not told again.
    mutating func takeUnwanted() -> Set<Part> {
        defer { unwanted = [] }
        return unwanted
    }
}
