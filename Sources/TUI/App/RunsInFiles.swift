import CMemory
import Synchronization

/// The runs under way of which an epoch is in files: a program that ends for want of memory says that they are kept.
final class RunsInFiles: Sendable {
    private let runs = Mutex<Set<RunID>>([])

    /// Notes that a run has an epoch in files, or is at its end.
    ///
    /// - Parameters:
    ///   - id: The run.
    ///   - isKept: The next start could continue it.
    func set(_ id: RunID, isKept: Bool) {
        runs.withLock { runs in
            if isKept { runs.insert(id) } else { runs.remove(id) }
            memory_set_kept(!runs.isEmpty)
        }
    }
}
