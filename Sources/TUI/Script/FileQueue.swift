import Synchronization

/// Work with files, done in order on a thread of its own.
final class FileQueue: Sendable {
    /// Work with a file.
    struct Job: Sendable {
        /// The file's name for people.
        let name: String
        /// The work itself, and what came of it.
        let body: @Sendable () -> Action
    }

    private struct State {
        var waiting: [Job] = []
        var isBusy = false
    }

    private let state = Mutex(State())

    /// Takes one more, and begins with it where none is under way.
    func add(_ job: Job, for world: World) {
        world.writing.begin(job.name)
        let mustBegin = state.withLock { state in
            state.waiting.append(job)
            defer { state.isBusy = true }
            return !state.isBusy
        }
        guard mustBegin else { return }
        world.detach { [self] in
            while let next = next() {
                world.mailbox.send(next.body())
                world.writing.end(next.name)
            }
        }
    }

    private func next() -> Job? {
        state.withLock { state in
            state.isBusy = !state.waiting.isEmpty
            return state.isBusy ? state.waiting.removeFirst() : nil
        }
    }
}
