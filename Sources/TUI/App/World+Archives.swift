import Training

/// The archives of runs.
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

    /// Waits until the newest epochs, and the ends of runs, are in files: who is ended from outside may want to continue.
    func finishKeeping() {
        for archive in archives.withLock({ Array($0.values) }) { archive.finishNewest() }
    }

    /// Begins the archive of a run, with what it takes over from another.
    ///
    /// - Returns: The archive, and the place that training continues from.
    /// - Throws: ``PastError`` where the other run's place can't be taken.
    func begin(_ id: RunID, _ fit: Fit, from origin: Effect.Origin?) throws -> (RunArchive, RunPast?) {
        let other = origin.flatMap { origin in archives.withLock { $0[origin.run] } }
        var past: RunPast?
        if let origin, origin.isReplaced {
            guard let other else { throw PastError.notKept(epoch: origin.epoch) }
            // No earlier epoch will do: the later ones would go with the other run.
            past = try other.past(at: origin.epoch)
        } else if let origin {
            // From an earlier epoch, or from the beginning, the same numbers follow.
            past = other?.past(upTo: origin.epoch)
        }
        let archive = archive(for: fit)
        archives.withLock { $0[id] = archive }
        note(.began, of: id)
        if let past { archive.adopt(past, from: other) }
        if let origin, origin.isReplaced, let other {
            replace(origin.run, other, by: id, archive, epoch: origin.epoch)
        }
        return (archive, past)
    }

    /// Throws away what is kept of a run.
    func forget(_ id: RunID) {
        let unwanted = takeOut(id)
        // Removing files waits for those that are being written.
        if !unwanted.isEmpty { detach { for archive in unwanted { archive.forget() } } }
    }

    /// Throws away what is kept of all runs: at the end nobody will ask for them any more.
    func forgetAll() {
        let runs = archives.withLock { $0.keys.filter { !$0.isCutOff } }
        for archive in runs.flatMap(takeOut) { archive.forget() }
    }

    /// Looks for runs that were left, and tells of the last, and of folders that can't be read.
    ///
    /// Those before it are let go: they are found once it is forgotten, or by the next start.
    func findCutOff() { detach { [self] in offerCutOff() } }

    /// Throws away the run that is offered, and looks for the last of those before it.
    func forgetCutOff() {
        let unwanted = takeOut(.cutOff)
        detach { [self] in
            for archive in unwanted { archive.forget() }
            offerCutOff()
        }
    }

    private func offerCutOff() {
        let (run, folders) = takeCutOff()
        if let run {
            mailbox.send(.cutOff(run))
        } else if !folders.isEmpty {
            mailbox.send(.leftFolders(folders))
        }
    }

    /// Takes the last of the runs that were left, and lets those before it go.
    private func takeCutOff() -> (CutOffRun?, LeftFolders) {
        guard let runs else { return (nil, LeftFolders()) }
        let found = RunFolder.cutOff(in: runs.path)
        let folders = LeftFolders(found)
        guard let last = found.runs.last else { return (nil, folders) }
        archives.withLock { $0[.cutOff] = last }
        let run = CutOffRun(
            fit: last.changedFit, history: last.history, hasEnded: last.ending != nil, lost: last.lost,
            older: found.runs.count - 1, folders: folders)
        return (run, folders)
    }

    /// Removes folders that were left alone, and tells of those that stay.
    func remove(leftAlone paths: [String]) {
        detach { [mailbox] in
            let stay = RunFolder.remove(leftAlone: paths)
            mailbox.send(
                stay.isEmpty
                    ? .notice("\(Format.count(paths.count, "run folder is", "run folders are")) removed.")
                    : .complaint(
                        "\(Format.count(stay.count, "run folder is", "run folders are")) not removed: "
                            + stay.joined(separator: " ")))
        }
    }
}

extension RunID {
    /// The run that was left the last time, which has no number yet.
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
