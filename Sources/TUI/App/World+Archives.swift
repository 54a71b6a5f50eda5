import Training

/// What is kept of runs.
extension World {
    /// An archive for a run that begins: with files where there is a place for them.
    func archive(for fit: Fit) -> RunArchive {
        guard let runs, let folder = try? RunFolder(fit, in: runs) else { return RunArchive(fit) }
        return RunArchive(fit, folder: folder)
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
            let found = RunFolder.cutOff(in: runs)
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

/// A run that was cut off, by the end of the program or of the machine.
public struct CutOffRun: Equatable, Sendable {
    /// What was trained.
    public var fit: Fit
    /// The epochs that were kept.
    public var history: History
}
