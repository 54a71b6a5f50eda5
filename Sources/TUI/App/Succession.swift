import Training

/// A run that takes the place of another, whose files stay as long as the later one could still be lost.
///
/// The earlier run goes once the later one has started and has on the disk what it took over. Where that never happens
/// (it can't be trained, the disk is full, the program ends), the earlier run is what is left.
struct Succession: Sendable {
    /// The earlier run.
    let parent: RunID
    /// Tells whether its files stay in any case: they have what the later run has not.
    let keepsParent: Bool
    /// Tells whether the later run has started.
    var hasStarted = false
    /// Tells whether it is as safe as the earlier one.
    var isSafe: Bool

    /// Tells whether the earlier run is of no use any more.
    var isOver: Bool { hasStarted && isSafe && !keepsParent }
}

extension World {
    /// Lets a run take the place of another, whose archive it has taken over.
    func replace(_ parent: RunID, _ earlier: RunArchive, by id: RunID, _ archive: RunArchive, epoch: Int) {
        let keepsParent = (earlier.hasFiles && !archive.hasFiles) || earlier.lost.unreadable != nil
        let succession = Succession(parent: parent, keepsParent: keepsParent, isSafe: !earlier.hasFiles)
        successions.withLock { $0[id] = succession }
        guard earlier.hasFiles else { return }
        archive.whenSafe(epoch) { [weak self] in self?.change(id) { $0.isSafe = true } }
    }

    /// Follows the news of a run.
    func heed(_ milestone: Milestone, of id: RunID) {
        switch milestone {
        case .started:
            change(id) { $0.hasStarted = true }
            note(.advanced(isInFiles: isInFiles(id)), of: id)
        case .epoch: note(.advanced(isInFiles: isInFiles(id)), of: id)
        case .finished:
            note(.ended, of: id)
            archives.withLock { $0[id] }?.noteEnd(.finished)
        case .stopped:
            note(.ended, of: id)
            archives.withLock { $0[id] }?.noteEnd(.stopped)
        case .failed: giveUp(id)
        default: break
        }
    }

    /// Throws away what a run that can't be trained has taken over; the earlier one stays.
    func giveUp(_ id: RunID) {
        successions.withLock { $0[id] = nil }
        forget(id)
    }

    private func change(_ id: RunID, _ body: (inout Succession) -> Void) {
        let parent: RunID? = successions.withLock { successions in
            guard var succession = successions[id] else { return nil }
            body(&succession)
            successions[id] = succession.isOver ? nil : succession
            return succession.isOver ? succession.parent : nil
        }
        if let parent { forget(parent) }
    }

    /// Takes out the archives of a run that is wanted no more: its own, and the earlier one's that it has replaced.
    func takeOut(_ id: RunID) -> [RunArchive] {
        note(.takenOut, of: id)
        let archive = archives.withLock { $0.removeValue(forKey: id) }
        let succession = successions.withLock { $0.removeValue(forKey: id) }
        let own = archive.map { [$0] } ?? []
        guard let succession, succession.hasStarted, !succession.keepsParent, archive?.problem == nil else {
            return own
        }
        return own + takeOut(succession.parent)
    }
}
