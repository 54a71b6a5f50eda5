import Synchronization

/// Commands on their way to a trainer, and the bell that wakes it.
final class Mailbox: Sendable {
    /// The reason for a ring of the bell.
    enum Ring: Sendable {
        case command
        /// A wait of that number is over.
        case timer(Int)
    }

    /// The bell; ends when the mailbox is closed.
    let rings: AsyncStream<Ring>
    private let bell: AsyncStream<Ring>.Continuation
    private let commands = Mutex<[TrainerCommand]>([])

    init() {
        (rings, bell) = AsyncStream.makeStream()
    }

    /// Puts commands in, all at once, and rings.
    func put(_ new: [TrainerCommand]) {
        commands.withLock { $0 += new }
        bell.yield(.command)
    }

    /// Takes all commands out, the oldest first.
    func take() -> [TrainerCommand] {
        commands.withLock { commands in
            defer { commands.removeAll(keepingCapacity: true) }
            return commands
        }
    }

    /// Lets whoever waits for the bell go.
    func close() { bell.finish() }

    private var isEmpty: Bool { commands.withLock(\.isEmpty) }

    /// Waits until some time is over or a command has arrived.
    ///
    /// - Parameters:
    ///   - duration: The time to wait.
    ///   - clock: The clock that measures the time.
    ///   - number: A number that no wait before had.
    ///   - rings: The stream on which the bell's rings arrive.
    func wait(
        _ duration: Duration, by clock: any Clock<Duration>, timer number: Int,
        _ rings: inout AsyncStream<Ring>.Iterator
    ) async {
        let bell = bell
        let timer = Task {
            try? await clock.sleep(for: duration)
            bell.yield(.timer(number))
        }
        defer { timer.cancel() }
        while let ring = await rings.next() {
            switch ring {
            // Rings of commands that were taken long ago, between two batches, wake nobody.
            case .command: if !isEmpty { return }
            case .timer(let rung): if rung == number { return }
            }
        }
    }
}
