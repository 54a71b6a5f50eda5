import Datasets
import Synchronization

/// Work with files, off the main thread.
///
/// One after another: of two that write to the same place the later one is meant to stay. A pipe or a device has a thread
/// and an order of its own, since its reader may stand still.
final class FileQueue: Sendable {
    /// Work with a file.
    struct Job: Sendable {
        /// The file's name for people.
        let name: String
        /// The paths that it writes to.
        let targets: [String]
        /// The work itself, and what came of it.
        let body: @Sendable () -> Action
    }

    /// Jobs that are done in order, by one thread.
    private enum Lane: Hashable {
        case files
        case stream(StreamPlace)
    }

    /// The jobs that wait in each lane; a lane has a thread as long as it is in the list.
    private let waiting = Mutex<[Lane: [Job]]>([:])

    /// Takes one more.
    func add(_ job: Job, for world: World) {
        world.writing.begin(job.name)
        put(job, into: .files, for: world)
    }

    private func put(_ job: Job, into lane: Lane, for world: World) {
        let mustBegin = waiting.withLock { waiting in
            defer { waiting[lane, default: []].append(job) }
            return waiting[lane] == nil
        }
        guard mustBegin else { return }
        world.detach { [self] in
            while let job = next(in: lane) {
                // Looked up here: the main thread waits for no disk.
                if lane == .files, let stream = job.targets.lazy.compactMap(StreamPlace.init).first {
                    put(job, into: .stream(stream), for: world)
                    continue
                }
                world.mailbox.send(job.body())
                world.writing.end(job.name)
            }
        }
    }

    private func next(in lane: Lane) -> Job? {
        waiting.withLock { waiting in
            guard waiting[lane]?.isEmpty == false else {
                waiting[lane] = nil
                return nil
            }
            return waiting[lane]?.removeFirst()
        }
    }
}
