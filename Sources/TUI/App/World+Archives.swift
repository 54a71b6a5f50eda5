import Training

/// What is kept of runs.
extension World {
    /// An archive for a run that begins: with files where there is a place for them.
    func archive(for fit: Fit) -> RunArchive {
        guard let runs else { return RunArchive(fit) }
        do {
            let folder = try RunFolder(fit, in: runs.path)
            return RunArchive(fit, folder: folder, isDurable: runs.isDurable) { [mailbox] news in
                mailbox.send(news.action)
            }
        } catch {
            mailbox.send(.complaint("This run will not survive the end of the program: \(error)"))
            return RunArchive(fit)
        }
    }

    /// Waits until the newest epochs are in files: who is ended from outside may want to continue.
    func finishKeeping() {
        for archive in archives.withLock({ Array($0.values) }) { archive.finishNewest() }
    }

    /// Throws away what is kept of a run.
    func forget(_ id: RunID) {
        let archive = archives.withLock { $0.removeValue(forKey: id) }
        // Removing files waits for those that are being written.
        if let archive { detach { archive.forget() } }
    }

    /// Throws away what is kept of all runs: at the end nobody will ask for them any more.
    func forgetAll() {
        let all = archives.withLock { archives in
            defer { archives = [:] }
            return archives.filter { !$0.key.isCutOff }
        }
        for archive in all.values { archive.forget() }
    }

    /// Looks for runs that were cut off, and tells of the last.
    func findCutOff() {
        guard let runs else { return }
        detach { [self] in
            let found = RunFolder.cutOff(in: runs.path)
            // One is enough to go on with; older ones would only take room.
            for old in found.dropLast() { old.forget() }
            guard let last = found.last else { return }
            archives.withLock { $0[.cutOff] = last }
            mailbox.send(.cutOff(CutOffRun(fit: last.fit, history: last.history)))
        }
    }

    func forgetCutOff() { forget(.cutOff) }
}

extension RunID {
    /// The run that was cut off the last time, which has no number yet.
    static let cutOff = RunID(number: 0)

    var isCutOff: Bool { self == .cutOff }
}

extension RunArchive.News {
    /// The sentence that a person reads.
    fileprivate var action: Action {
        switch self {
        case .failing(let reason):
            .complaint(
                "Not all of this run is kept on the disk, and training continues without: \(reason) "
                    + "Each epoch tries again.")
        case .working(let epoch): .notice("The run is kept on the disk again, from epoch \(epoch) on.")
        }
    }
}

/// A run that was cut off, by the end of the program or of the machine.
public struct CutOffRun: Equatable, Sendable {
    /// What was trained.
    public var fit: Fit
    /// The epochs that were kept.
    public var history: History
}
