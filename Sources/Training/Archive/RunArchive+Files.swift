import Dispatch
import Synchronization

/// Files of what is kept, written by one thread and brought to the disk by another.
///
/// A run that is faster than its disk does not wait for it: the newest epoch is always the next one that is flushed, and
/// those that were overtaken follow when there is time.
extension RunArchive {
    /// News about the files for a person.
    public enum News: Equatable, Sendable {
        /// Something is not in a file, and why.
        case failing(reason: String)
        /// The newest epoch is in files again.
        case working(epoch: Int)
    }

    /// The reason why the run would not survive the end of the program, where that is so.
    public var problem: String? { shelf.withLock { $0.problems[.writing] ?? $0.problems[.flushing] } }

    /// Tells whether there are files.
    public var hasFiles: Bool { folder != nil }

    /// Tells whether an epoch is in files, so that the run could be continued after the end of the program.
    public var isInFiles: Bool { shelf.withLock { ($0.newestWritten ?? 0) > 0 } }

    /// Calls something once an epoch, or a later one, is on the disk; never where there are no files.
    ///
    /// - Parameters:
    ///   - epoch: Counted from 1.
    ///   - body: Is called once, on any thread.
    public func whenSafe(_ epoch: Int, _ body: @escaping @Sendable () -> Void) {
        let isSafe = awaited.withLock { awaited in
            if shelf.withLock({ ($0.newestFlushed ?? 0) >= epoch }) { return true }
            awaited.append((epoch, body))
            return false
        }
        if isSafe { body() }
    }

    /// Makes the calls that have waited for what is on the disk now.
    private func callAwaited() {
        let due = awaited.withLock { awaited in
            let newest = shelf.withLock { $0.newestFlushed ?? 0 }
            defer { awaited.removeAll { $0.epoch <= newest } }
            return awaited.filter { $0.epoch <= newest }
        }
        for call in due { call.body() }
    }

    /// Waits until all that was kept is on the disk, as far as that can be done.
    public func finishWriting() {
        writing.wait()
        flusher.finish { flushNext() }
    }

    /// Waits until the newest epoch and the note of the run's end are in files; not without end, where these can't be
    /// written.
    public func finishNewest() { _ = newestWriting.wait(timeout: .now() + 10) }

    /// Notes in the files that the run has come to its end, so that nobody takes it for one that was cut off.
    public func noteEnd(_ ending: RunEnding) {
        guard let folder else { return }
        newestWriting.enter()
        writer.async(group: writing) { [self] in
            defer { newestWriting.leave() }
            let epochs = shelf.withLock { $0.isForgotten ? 0 : $0.history.epochs.count }
            if epochs > 0 { folder.noteEnd(ending, after: epochs) }
        }
    }

    // MARK: - Writing

    /// Lets the newest epoch be written, before all else that waits.
    func writeNewest() {
        guard let folder else { return }
        newestWriting.enter()
        writer.async(group: writing) { [self] in
            // An epoch that was written among the others has still to be flushed.
            if shelf.withLock(\.newestWriting).map({ write($0, to: folder) }) ?? true { flush() }
            newestWriting.leave()
            writeOthers()
        }
    }

    /// Lets one thing after another be written, with newer epochs in between.
    func writeOthers() {
        guard let folder else { return }
        writer.async(group: writing) { [self] in
            guard let next = shelf.withLock(\.otherWriting) else { return }
            // Without room, the next epoch tries again.
            guard write(next, to: folder) else { return }
            flusher.begin { [weak self] in self?.flushNext() ?? false }
            writeOthers()
        }
    }

    /// Tells whether it could be written.
    private func write(_ next: Shelf.Writing, to folder: RunFolder) -> Bool {
        do {
            let bytes = try folder.write(next)
            let unwanted = shelf.withLock { shelf in
                shelf.finish(next, bytes: bytes)
                shelf.thin(within: budget, hasFiles: true)
                return shelf.takeUnwanted()
            }
            for part in unwanted { folder.remove(part) }
        } catch {
            report(.writing, "\(error)")
            return false
        }
        if case .epoch(let checkpoint, _, _, _) = next { report(.writing, epoch: checkpoint.moment.epochs) }
        return true
    }

    private func report(_ step: Shelf.Step, _ reason: String) {
        let isNew = shelf.withLock { shelf in
            defer { shelf.problems[step] = reason }
            return shelf.problems.isEmpty && !shelf.isForgotten
        }
        if isNew { tell(.failing(reason: reason)) }
    }

    /// A step works again once an epoch has taken it that is newer than all others.
    private func report(_ step: Shelf.Step, epoch: Int) {
        let isNew = shelf.withLock { shelf in
            guard shelf.problems[step] != nil, shelf.newest == epoch else { return false }
            shelf.problems[step] = nil
            return shelf.problems.isEmpty
        }
        if isNew { tell(.working(epoch: epoch)) }
    }

    // MARK: - Flushing

    private func flush() {
        guard isDurable else {
            flusher.begin { [weak self] in self?.flushNext() ?? false }
            return
        }
        flusher.now { _ = flushNext() }
    }

    /// Brings something to the disk; `false` where nothing is left to be brought.
    private func flushNext() -> Bool {
        guard let folder, let next = shelf.withLock({ $0.nextFlushing() }) else { return false }
        do {
            try folder.flush(next)
            shelf.withLock { $0.finish(next, isDone: true) }
            if next.lines != nil {
                report(.flushing, epoch: next.epoch)
                callAwaited()
            }
        } catch {
            shelf.withLock { $0.finish(next, isDone: false) }
            report(.flushing, "\(error)")
        }
        return true
    }
}
