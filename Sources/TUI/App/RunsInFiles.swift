import CMemory

/// The runs under way of which an epoch is in files: a program that ends for want of memory says that they are kept.
///
/// News of a run and its removal come from different threads. News that comes after the removal marks nothing.
struct RunsInFiles: Sendable {
    /// News of a run.
    enum News: Sendable {
        /// It has an archive, and may be marked from now on.
        case began
        /// It has started, or an epoch of it has ended.
        ///
        /// `isInFiles` tells whether the next start could continue it.
        case advanced(isInFiles: Bool)
        /// It is at its end.
        case ended
        /// Its archive is wanted no more.
        case takenOut
    }

    /// The runs that have an archive, with their marks.
    private var runs: [RunID: Bool] = [:]

    /// Tells whether a run is marked.
    var isAnyMarked: Bool { runs.values.contains(true) }

    /// Takes news of a run.
    mutating func update(_ news: News, of id: RunID) {
        switch news {
        case .began: runs[id] = false
        case .advanced(let isInFiles): if isInFiles, runs[id] != nil { runs[id] = true }
        case .ended: if runs[id] != nil { runs[id] = false }
        case .takenOut: runs[id] = nil
        }
    }
}

extension World {
    /// Notes news of a run for the sentence at the end of the program.
    func note(_ news: RunsInFiles.News, of id: RunID) {
        inFiles.withLock { runs in
            runs.update(news, of: id)
            memory_set_kept(runs.isAnyMarked)
        }
    }

    /// Tells whether the next start could continue a run, or the one whose place it takes.
    func isInFiles(_ id: RunID) -> Bool {
        // The earlier run first: its files go once the later one has its own.
        let parent = successions.withLock { $0[id]?.parent }
        return [parent, id].compactMap(\.self).contains { run in
            archives.withLock { $0[run]?.isInFiles } == true
        }
    }
}
