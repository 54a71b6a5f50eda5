import Glibc
import Synchronization

/// Lines from standard input and signals that ask the program to end, as they come.
///
/// Reading waits, so it has a thread of its own.
final class PlainInput: Sendable {
    /// What has come.
    enum Item: Sendable {
        case line(String)
        case end
        case signal(Signal)
    }

    private let items = Mutex<[Item]>([])
    private let wake: @Sendable () -> Void
    private let signals: sigset_t

    /// Makes ready to read, on a thread that no other has come from yet: from now on signals wait to be taken.
    init(wake: @escaping @Sendable () -> Void) {
        self.wake = wake
        var signals = sigset_t()
        sigemptyset(&signals)
        for signal in Signal.allCases where !Self.isIgnored(signal) { sigaddset(&signals, signal.rawValue) }
        pthread_sigmask(SIG_BLOCK, &signals, nil)
        self.signals = signals
    }

    /// Whether whoever started the program wants it to survive a signal, as nohup does.
    private static func isIgnored(_ signal: Signal) -> Bool {
        var action = sigaction()
        sigaction(signal.rawValue, nil, &action)
        return unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self)
            == unsafeBitCast(SIG_IGN, to: Int.self)
    }

    /// Begins to read and to listen.
    func open() {
        DetachedThread.start { [self, signals] in
            var signals = signals
            var number: Int32 = 0
            while sigwait(&signals, &number) == 0 {
                if let name = Signal(rawValue: number) { put(.signal(name)) }
            }
        }
        DetachedThread.start { [self] in
            while let line = readLine(strippingNewline: true) { put(.line(line)) }
            put(.end)
        }
    }

    /// Takes out what has come.
    func drain() -> [Item] {
        items.withLock { items in
            defer { items = [] }
            return items
        }
    }

    private func put(_ item: Item) {
        items.withLock { $0.append(item) }
        wake()
    }
}
