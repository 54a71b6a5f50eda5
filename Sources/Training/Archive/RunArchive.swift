import Datasets
import Dispatch
import Synchronization

/// What is kept of a run while it goes on, so that one can go back to any epoch, and go on from there.
///
/// Every epoch's weights and all that decides the next ones are kept, in memory and, where there is a folder, on the
/// disk. Where the budget is too small for all of them, what decides the next ones stays of every second, fourth, …
/// epoch, and then the weights, too: the rest is trained again from the nearest that is there, with the same numbers.
///
/// Weights are not compressed: of the book's network zlib saves 7 % (14 % with the bytes of equal weight put together),
/// and takes as long as two to five epochs.
public final class RunArchive: Sendable {
    /// How many times in the first epoch weights are kept.
    static let firstEpochParts = 8

    /// Something kept: in memory, in a file, or both.
    private struct Kept<Value: Sendable>: Sendable {
        var value: Value?
        var isWritten = false
    }

    private struct Shelf: Sendable {
        var weights: [Moment: Kept<Network>] = [:]
        var states: [Int: Kept<Checkpoint>] = [:]
        var history = History()
        var weightBytes = 0
        var stateBytes = 0
        /// How many epochs have their line in the file.
        var lines = 0
        var isWriting = false
        var isForgotten = false
        /// Why nothing is written any more.
        var problem: String?
    }

    /// What is run.
    public let fit: Fit
    private let budget: ArchiveBudget
    private let folder: RunFolder?
    private let shelf: Mutex<Shelf>
    private let writer = DispatchQueue(label: "nnboard.archive", qos: .utility)

    /// Begins an archive.
    ///
    /// - Parameters:
    ///   - fit: What is run.
    ///   - budget: How much room there is.
    ///   - folder: Where files go; without one everything stays in memory.
    public init(_ fit: Fit, budget: ArchiveBudget = ArchiveBudget(), folder: RunFolder? = nil) {
        self.fit = fit
        self.budget = budget
        self.folder = folder
        shelf = Mutex(Shelf())
    }

    /// Takes over a run that was cut off.
    ///
    /// - Parameters:
    ///   - found: What its folder has.
    ///   - budget: How much room there is.
    init(_ found: RunFolder.Contents, budget: ArchiveBudget = ArchiveBudget()) {
        fit = found.fit
        self.budget = budget
        folder = found.folder
        var shelf = Shelf()
        shelf.history = found.history
        shelf.lines = found.history.epochs.count
        for moment in found.weights { shelf.weights[moment] = Kept(value: nil, isWritten: true) }
        for epoch in found.states { shelf.states[epoch] = Kept(value: nil, isWritten: true) }
        (shelf.weightBytes, shelf.stateBytes) = (found.weightBytes, found.stateBytes)
        self.shelf = Mutex(shelf)
    }

    // MARK: - Keeping

    /// Keeps weights within the first epoch, or before it.
    func keep(_ network: Network, at moment: Moment) {
        shelf.withLock { shelf in
            shelf.weights[moment] = Kept(value: network)
            shelf.weightBytes = network.bytes
            thin(&shelf)
        }
        write()
    }

    /// Keeps the end of an epoch.
    func keep(_ checkpoint: Checkpoint, _ record: EpochRecord) {
        let epoch = checkpoint.moment.epochs
        shelf.withLock { shelf in
            shelf.weights[checkpoint.moment] = Kept(value: checkpoint.network)
            shelf.states[epoch] = Kept(value: checkpoint)
            // A run that goes on from an earlier one's end has that one's epochs already.
            if record.index > shelf.history.epochs.count { shelf.history.append(record) }
            (shelf.weightBytes, shelf.stateBytes) = (checkpoint.network.bytes, checkpoint.stateBytes)
            thin(&shelf)
        }
        write()
    }

    /// Trains what is to be kept from its beginning to its end, without anybody who watches.
    package func train(on dataset: Dataset) throws -> History {
        let run = try TrainingRun(fit, dataset: dataset, archive: self)
        while run.advance() != nil {}
        return run.history
    }

    /// Takes over the past of a run that another one goes on from.
    public func adopt(_ past: RunPast, from other: RunArchive?) {
        let epochs = past.checkpoint.moment.epochs
        shelf.withLock { $0.history = History(epochs: Array(past.history.epochs.dropLast())) }
        if let last = past.history.epochs.last { keep(past.checkpoint, last) }
        guard let other else { return }
        let (weights, states) = other.shelf.withLock { shelf in
            (shelf.weights.filter { $0.key.epochs < epochs }, shelf.states.filter { $0.key < epochs })
        }
        // What is in files gets a second name; nothing is read or written.
        shelf.withLock { shelf in
            for (moment, kept) in weights {
                let isLinked = kept.isWritten && folder?.linkWeights(moment, of: other.folder) == true
                guard isLinked || kept.value != nil else { continue }
                shelf.weights[moment] = Kept(value: kept.value, isWritten: isLinked)
            }
            for (epoch, kept) in states {
                let isLinked = kept.isWritten && folder?.linkState(epoch, of: other.folder) == true
                guard isLinked || kept.value != nil else { continue }
                shelf.states[epoch] = Kept(value: kept.value, isWritten: isLinked)
            }
            thin(&shelf)
        }
    }

    // MARK: - Writing

    /// Something that is not in a file yet.
    private enum Unwritten {
        case checkpoint(Checkpoint, lines: ArraySlice<EpochRecord>)
        case weights(Network, Moment)
    }

    /// Lets what is not in files yet be written off this thread: the newest epoch first, which is all that a run needs
    /// to be gone on with, then the weights of those before.
    private func write() {
        guard let folder else { return }
        let mustBegin = shelf.withLock { shelf in
            guard !shelf.isWriting, !shelf.isForgotten, shelf.problem == nil else { return false }
            shelf.isWriting = true
            return true
        }
        guard mustBegin else { return }
        writer.async { [self] in
            while let next = nextToWrite() { write(next, to: folder) }
        }
    }

    private func nextToWrite() -> Unwritten? {
        shelf.withLock { shelf in
            guard !shelf.isForgotten, shelf.problem == nil else {
                shelf.isWriting = false
                return nil
            }
            let newest = shelf.states.keys.max() ?? 0
            if let kept = shelf.states[newest], !kept.isWritten, let checkpoint = kept.value {
                let count = max(shelf.lines, min(newest, shelf.history.epochs.count))
                return .checkpoint(checkpoint, lines: shelf.history.epochs[shelf.lines..<count])
            }
            for moment in shelf.weights.keys.sorted(by: >) {
                guard let kept = shelf.weights[moment], !kept.isWritten, let network = kept.value else {
                    continue
                }
                return .weights(network, moment)
            }
            for epoch in shelf.states.keys.sorted(by: >) {
                guard let kept = shelf.states[epoch], !kept.isWritten, let checkpoint = kept.value else {
                    continue
                }
                return .checkpoint(checkpoint, lines: [])
            }
            shelf.isWriting = false
            return nil
        }
    }

    private func write(_ next: Unwritten, to folder: RunFolder) {
        do {
            switch next {
            case .checkpoint(let checkpoint, let lines):
                try folder.write(checkpoint)
                for line in lines { try folder.write(line) }
            case .weights(let network, let moment): try folder.write(network, at: moment)
            }
        } catch {
            shelf.withLock { $0.problem = "\(error)" }
            return
        }
        shelf.withLock { shelf in
            switch next {
            case .checkpoint(let checkpoint, let lines):
                shelf.lines += lines.count
                shelf.states[checkpoint.moment.epochs]?.isWritten = true
                shelf.weights[checkpoint.moment]?.isWritten = true
            case .weights(_, let moment): shelf.weights[moment]?.isWritten = true
            }
            thin(&shelf)
        }
    }

    /// Waits until what was kept is written.
    public func finishWriting() { writer.sync {} }

    /// Why the run would not survive the end of the program, where that is so.
    public var problem: String? { shelf.withLock(\.problem) }

    /// Throws everything away, files too.
    public func forget() {
        shelf.withLock { shelf in
            shelf = Shelf()
            shelf.isForgotten = true
        }
        writer.sync { folder?.remove() }
    }

    // MARK: - Room

    private func thin(_ shelf: inout Shelf) {
        if folder != nil, shelf.problem == nil { evict(&shelf) }
        let limit = folder == nil || shelf.problem != nil ? budget.memory : budget.disk
        guard shelf.weights.count * shelf.weightBytes + shelf.states.count * shelf.stateBytes > limit else {
            return
        }
        let newest = shelf.states.keys.max() ?? 0
        let states = Thinning(count: newest + 1, bytes: shelf.stateBytes, limit: limit / 2)
        for epoch in shelf.states.keys where !states.keeps(epoch, newest: newest) {
            shelf.states[epoch] = nil
            folder?.removeState(epoch)
        }
        let left = limit - shelf.states.count * shelf.stateBytes
        guard shelf.weights.count * shelf.weightBytes > left else { return }
        let weights = Thinning(count: newest + 1, bytes: shelf.weightBytes, limit: left)
        for moment in shelf.weights.keys
        where moment.batches > 0 || !weights.keeps(moment.epochs, newest: newest) {
            shelf.weights[moment] = nil
            folder?.removeWeights(moment)
        }
    }

    /// Leaves to the disk what is there and has no room in memory, the oldest first.
    private func evict(_ shelf: inout Shelf) {
        func used() -> Int {
            shelf.weights.values.count { $0.value != nil } * shelf.weightBytes
                + shelf.states.values.count { $0.value != nil } * shelf.stateBytes
        }
        guard used() > budget.memory else { return }
        for epoch in shelf.states.keys.sorted() where shelf.states[epoch]?.isWritten == true {
            shelf.states[epoch]?.value = nil
        }
        for moment in shelf.weights.keys.sorted() where shelf.weights[moment]?.isWritten == true {
            guard used() > budget.memory else { return }
            shelf.weights[moment]?.value = nil
        }
    }

    /// How much memory is used, and how much of the disk, in bytes.
    public var room: (memory: Int, disk: Int) {
        shelf.withLock { shelf in
            (
                shelf.weights.values.count { $0.value != nil } * shelf.weightBytes
                    + shelf.states.values.count { $0.value != nil } * shelf.stateBytes,
                shelf.weights.values.count { $0.isWritten } * shelf.weightBytes
                    + shelf.states.values.count { $0.isWritten } * shelf.stateBytes
            )
        }
    }

    // MARK: - Looking up

    /// The epochs so far.
    public var history: History { shelf.withLock(\.history) }

    /// The times whose weights are kept, the earliest first.
    public var moments: [Moment] { shelf.withLock { $0.weights.keys.sorted() } }

    /// The epochs whose weights are kept, counted from 1; 0 stands for the weights before training.
    public var epochs: [Int] { moments.filter { $0.batches == 0 }.map(\.epochs) }

    /// The network as it was then.
    ///
    /// - Parameter moment: When.
    /// - Returns: `nil` where nothing is kept of that time.
    public func network(at moment: Moment) -> Network? {
        guard let kept = shelf.withLock({ $0.weights[moment] }) else { return nil }
        return kept.value ?? (try? folder?.network(at: moment, of: fit.experiment.model))
    }

    /// The network at the end of an epoch, counted from 1.
    public func network(epoch: Int) -> Network? { network(at: Moment(epochs: epoch)) }

    /// Where an equal run can go on from.
    ///
    /// - Parameter epoch: The last epoch that it may have behind it.
    /// - Returns: The newest end of an epoch until then of which everything is there; `nil` where there is none.
    public func past(upTo epoch: Int) -> RunPast? {
        let (epochs, history) = shelf.withLock { ($0.states.keys.sorted(), $0.history) }
        for kept in epochs.reversed() where kept <= epoch {
            guard kept <= history.epochs.count, let found = checkpoint(kept) else { continue }
            return RunPast(
                checkpoint: found, history: History(epochs: Array(history.epochs.prefix(kept))))
        }
        return nil
    }

    private func checkpoint(_ epoch: Int) -> Checkpoint? {
        guard let kept = shelf.withLock({ $0.states[epoch] }) else { return nil }
        return kept.value ?? (try? folder?.checkpoint(epoch))
    }

    /// The network as it was at the end of an epoch, trained again where it was not kept.
    ///
    /// - Parameters:
    ///   - epoch: Counted from 1; 0 for before training.
    ///   - dataset: The samples.
    /// - Returns: `nil` where the run was never so far.
    public func network(epoch: Int, on dataset: Dataset) -> Network? {
        if let kept = network(epoch: epoch) { return kept }
        guard epoch <= history.epochs.count else { return nil }
        guard let run = try? TrainingRun(fit, dataset: dataset, from: past(upTo: epoch)) else { return nil }
        while run.history.epochs.count < epoch, run.advance() != nil {}
        return run.history.epochs.count == epoch ? run.engine.network() : nil
    }
}
