import Datasets

/// Going back to what was kept.
extension RunArchive {
    /// The epochs so far.
    public var history: History { shelf.withLock(\.history) }

    /// The run with the changes that were made to it before the end of its newest epoch, and those that were
    /// planned for later: trained from its beginning it comes to the same numbers.
    public var changedFit: Fit {
        let (made, newest) = shelf.withLock { ($0.changes, Moment(epochs: $0.newest)) }
        var changed = fit
        changed.experiment.changes = made + fit.experiment.changes.filter { $0.moment >= newest }
        return changed
    }

    /// The times whose weights are kept, the earliest first.
    public var moments: [Moment] { shelf.withLock { $0.weights.keys.sorted() } }

    /// The epochs whose weights are kept, counted from 1; 0 stands for the weights before training.
    public var epochs: [Int] { moments.filter { $0.batches == 0 }.map(\.epochs) }

    /// The network as it was then.
    ///
    /// - Parameter moment: The time in training.
    /// - Returns: `nil` where nothing is kept of that time.
    public func network(at moment: Moment) -> Network? {
        guard let kept = shelf.withLock({ $0.weights[moment] }) else { return nil }
        return kept.value ?? read(.weights(moment)) { try $0.network(at: moment, of: fit.experiment.model) }
    }

    /// The network at the end of an epoch, counted from 1.
    public func network(epoch: Int) -> Network? { network(at: Moment(epochs: epoch)) }

    /// The network at a time within an epoch, or as near before it as there is one.
    ///
    /// - Parameter moment: The time in training.
    /// - Returns: The network and its time; `nil` where nothing is kept of any earlier time.
    public func network(near moment: Moment) -> (network: Network, moment: Moment)? {
        for near in moments.reversed() where near <= moment {
            if let network = network(at: near) { return (network, near) }
        }
        return nil
    }

    /// The place that an equal run can be continued from.
    ///
    /// - Parameter epoch: The last epoch that it may have behind it.
    /// - Returns: The newest end of an epoch until then of which everything is kept; `nil` where none is.
    public func past(upTo epoch: Int) -> RunPast? {
        let (epochs, history) = shelf.withLock { ($0.states.keys.sorted(), $0.history) }
        for kept in epochs.reversed() where kept <= epoch {
            guard kept <= history.epochs.count, let found = checkpoint(kept) else { continue }
            return RunPast(
                checkpoint: found, history: History(epochs: Array(history.epochs.prefix(kept))))
        }
        return nil
    }

    /// The place that an equal run can be continued from at the end of one epoch, and no other.
    ///
    /// - Parameter epoch: Counted from 1.
    /// - Returns: All that decides how the run continues.
    /// - Throws: ``PastError``; what is kept stays as it is.
    public func past(at epoch: Int) throws(PastError) -> RunPast {
        let (kept, history) = shelf.withLock { ($0.states[epoch], $0.history) }
        guard let kept, epoch <= history.epochs.count else { throw .notKept(epoch: epoch) }
        let earlier = History(epochs: Array(history.epochs.prefix(epoch)))
        if let checkpoint = kept.value { return RunPast(checkpoint: checkpoint, history: earlier) }
        let ending = epoch == history.epochs.count ? ending : nil
        guard let folder else { throw .notKept(epoch: epoch) }
        do {
            return RunPast(
                checkpoint: try folder.checkpoint(epoch), history: earlier, ending: ending)
        } catch {
            throw .unreadable(epoch: epoch, reason: "\(error)")
        }
    }

    private func checkpoint(_ epoch: Int) -> Checkpoint? {
        guard let kept = shelf.withLock({ $0.states[epoch] }) else { return nil }
        return kept.value ?? read(.state(epoch)) { try $0.checkpoint(epoch) }
    }

    /// Reads a part; a damaged one is not kept any more.
    private func read<Value>(_ part: Shelf.Part, _ body: (RunFolder) throws -> Value) -> Value? {
        do {
            if let folder { return try body(folder) }
        } catch is RunFolder.Damage {
            shelf.withLock { $0.drop(part) }
        } catch {
            // Another time it may be read.
        }
        return nil
    }

    /// The network of an epoch that a callback may want back; it stays from now on, and the one that stayed before where it can't be had.
    ///
    /// - Parameters:
    ///   - epoch: Counted from 1.
    ///   - dataset: The samples, to train it again where it was not kept.
    /// - Returns: `nil` where it can't be had.
    func held(_ epoch: Int, on dataset: Dataset) -> Network? {
        let earlier = shelf.withLock(\.held)
        hold(epoch)
        if let kept = network(epoch: epoch) { return kept }
        guard let network = network(epoch: epoch, on: dataset) else {
            hold(earlier)
            return nil
        }
        keep(network, at: Moment(epochs: epoch))
        return network
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
        guard let run = try? TrainingRun(changedFit, dataset: dataset, from: past(upTo: epoch)) else {
            return nil
        }
        while run.history.epochs.count < epoch, run.advance() != nil {}
        return run.history.epochs.count == epoch ? run.engine.network() : nil
    }
}
