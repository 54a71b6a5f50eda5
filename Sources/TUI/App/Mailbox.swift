import Synchronization
import Training

/// A box in which tasks leave news for the main thread.
///
/// The first news after a drain wakes the main thread; all that come until it drains again cost it nothing. Of a
/// run's progress only the newest is kept.
final class Mailbox: Sendable {
    private struct Content {
        var actions: [Action] = []
        var progress: [RunID: Progress] = [:]
        var isEmpty: Bool { actions.isEmpty && progress.isEmpty }
    }

    private let content = Mutex(Content())
    private let wake: @Sendable () -> Void

    /// Opens a mailbox.
    ///
    /// - Parameter wake: Wakes the main thread, from any thread.
    init(wake: @escaping @Sendable () -> Void) {
        self.wake = wake
    }

    func send(_ action: Action) {
        let isFirst = content.withLock { content in
            defer {
                if case .progress(let id, let progress) = action {
                    content.progress[id] = progress
                } else {
                    content.actions.append(action)
                }
            }
            return content.isEmpty
        }
        if isFirst { wake() }
    }

    /// Tells whether something lies in it.
    var hasNews: Bool { content.withLock { !$0.isEmpty } }

    /// Takes everything out, in order, progress last.
    func drain() -> [Action] {
        let taken = content.withLock { content in
            defer { content = Content() }
            return content
        }
        return taken.actions + taken.progress.map { .progress($0.key, $0.value) }
    }
}
