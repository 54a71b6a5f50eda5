import Datasets
import Dispatch
import Synchronization

/// The epochs of a run that are kept while it lives, so that one can go back to any epoch, and continue from there.
///
/// Every epoch's weights and all that decides the next ones are kept, in memory and, where there is a folder, on the
/// disk. Where the budget is too small for all of them, what decides the next ones stays of every second, fourth, …
/// epoch, and then the weights, too: the rest is trained again from the nearest kept, with the same numbers.
///
/// Weights are not compressed: of the book's network zlib saves 7 % (14 % with the bytes of equal weight put together),
/// and takes as long as two to five epochs.
public final class RunArchive: Sendable {
    /// The number of times in the first epoch at which weights are kept.
    static let firstEpochParts = 8

    /// The fit whose epochs are kept.
    public let fit: Fit
    /// Tells whether the end of each epoch waits until the disk has it.
    let isDurable: Bool
    let budget: ArchiveBudget
    let folder: RunFolder?
    let shelf: Mutex<Shelf>
    let tell: @Sendable (News) -> Void
    /// The later epochs of a run that was cut off which can't be had.
    public let lost: LostEpochs
    /// The end that the run had come to before its files were found; `nil` where it was cut off, or is new.
    public let ending: RunEnding?
    /// Calls that wait until an epoch is on the disk.
    let awaited = Mutex<[(epoch: Int, body: @Sendable () -> Void)]>([])
    /// Writes files.
    let writer = DispatchQueue(label: "nnboard.archive", qos: .utility)
    /// Brings files to the disk.
    let flusher: Flusher
    /// Busy while the newest epoch, or the end of the run, is in memory alone.
    let newestWriting = DispatchGroup()
    /// Busy while something is to be written.
    let writing = DispatchGroup()

    /// Begins an archive.
    ///
    /// - Parameters:
    ///   - fit: The fit whose epochs are kept.
    ///   - budget: The most room that the kept parts may take.
    ///   - folder: The folder for files; without one everything stays in memory.
    ///   - isDurable: `true` if ``keep(_:_:)`` waits until the epoch is on the disk.
    ///   - tell: Hears, on any thread, that files can't be written, and that they can again.
    public convenience init(
        _ fit: Fit, budget: ArchiveBudget = ArchiveBudget(), folder: RunFolder? = nil,
        isDurable: Bool = false,
        tell: @escaping @Sendable (News) -> Void = { _ in }
    ) {
        self.init(fit, budget: budget, folder: folder, isDurable: isDurable, flusher: Flusher(), tell: tell)
    }

    init(
        _ fit: Fit, budget: ArchiveBudget = ArchiveBudget(), folder: RunFolder?, isDurable: Bool = false,
        flusher: Flusher, tell: @escaping @Sendable (News) -> Void = { _ in }
    ) {
        self.fit = fit
        self.flusher = flusher
        self.budget = budget
        self.folder = folder
        self.isDurable = isDurable
        self.tell = tell
        lost = LostEpochs()
        ending = nil
        shelf = Mutex(Shelf())
    }

    /// Takes over a run that was cut off.
    ///
    /// - Parameters:
    ///   - found: The contents of its folder.
    ///   - budget: The most room that the kept parts may take.
    init(_ found: RunFolder.Contents, budget: ArchiveBudget = ArchiveBudget()) {
        fit = found.fit
        self.budget = budget
        folder = found.folder
        isDurable = false
        flusher = Flusher()
        tell = { _ in }
        lost = found.lost
        ending = found.ending
        var shelf = Shelf()
        (shelf.history, shelf.changes) = (found.history, found.changes)
        for moment in found.weights { shelf.weights[moment] = Shelf.Kept(value: nil, isWritten: true) }
        for epoch in found.states { shelf.states[epoch] = Shelf.Kept(value: nil, isWritten: true) }
        shelf.newestWritten = found.states.max()
        (shelf.weightBytes, shelf.stateBytes) = (found.weightBytes, found.stateBytes)
        self.shelf = Mutex(shelf)
    }

    // MARK: - Keeping

    /// Keeps weights within the first epoch, or before it.
    func keep(_ network: Network, at moment: Moment) {
        let isKept = shelf.withLock { shelf in
            guard !shelf.isForgotten else { return false }
            shelf.keep(network, at: moment)
            shelf.thin(within: budget, hasFiles: folder != nil)
            return true
        }
        if isKept { writeOthers() }
    }

    /// Lets the weights of one epoch stay, whatever room there is, since a callback may want them back.
    ///
    /// - Parameter epoch: Counted from 1; `nil` for none.
    func hold(_ epoch: Int?) { shelf.withLock { $0.held = epoch } }

    /// Keeps the end of an epoch.
    ///
    /// Waits for no flush, but where the archive is durable. Waits until the epoch before is in the system's
    /// memory, so that no more than one epoch goes with the program, as long as files can be written. Nearly
    /// always that takes less than an epoch; where the system slows writers down since its memory is full of
    /// unwritten bytes, it takes as long as the disk.
    func keep(_ checkpoint: Checkpoint, _ record: EpochRecord) {
        newestWriting.wait()
        guard put(checkpoint, record), isDurable else { return }
        newestWriting.wait()
    }

    private func put(_ checkpoint: Checkpoint, _ record: EpochRecord) -> Bool {
        let isKept = shelf.withLock { shelf in
            guard !shelf.isForgotten else { return false }
            shelf.keep(checkpoint, record)
            shelf.thin(within: budget, hasFiles: folder != nil)
            return true
        }
        guard isKept else { return false }
        writeNewest()
        return true
    }

    /// Takes over the past of a run that another one continues.
    public func adopt(_ past: RunPast, from other: RunArchive?) {
        let epochs = past.checkpoint.moment.epochs
        hold(past.keptEpoch)
        shelf.withLock { $0.history = History(epochs: Array(past.history.epochs.dropLast())) }
        if let last = past.history.epochs.last { _ = put(past.checkpoint, last) }
        guard let other else { return }
        let (weights, states) = other.shelf.withLock { shelf in
            (shelf.weights.filter { $0.key.epochs < epochs }, shelf.states.filter { $0.key < epochs })
        }
        // Files get a second name; nothing is read or written.
        func isLinked(_ part: Shelf.Part, _ isWritten: Bool) -> Bool {
            isWritten && folder?.link(part, of: other.folder) == true
        }
        shelf.withLock { shelf in
            for (moment, kept) in weights {
                let isLinked = isLinked(.weights(moment), kept.isWritten)
                guard isLinked || kept.value != nil else { continue }
                shelf.adopt(Shelf.Kept(value: kept.value, isWritten: isLinked), at: moment)
            }
            for (epoch, kept) in states {
                let isLinked = isLinked(.state(epoch), kept.isWritten)
                guard isLinked || kept.value != nil else { continue }
                shelf.adopt(Shelf.Kept(value: kept.value, isWritten: isLinked), epoch: epoch)
            }
            shelf.thin(within: budget, hasFiles: folder != nil)
        }
        writeOthers()
    }

    /// Throws everything away, files too.
    public func forget() {
        shelf.withLock { shelf in
            shelf = Shelf()
            shelf.isForgotten = true
        }
        // Not for the flusher: files can go while they are on their way to the disk.
        writer.sync { _ = folder?.remove() }
    }

    /// The memory, and the room on the disk, that are in use, in bytes.
    public var room: (memory: Int, disk: Int) { shelf.withLock { ($0.memory, $0.disk) } }
}
