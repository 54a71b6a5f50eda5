import Datasets
import Dispatch
import Glibc
import Synchronization

/// Lines from standard input and signals that ask the program to end, as they come.
///
/// Reading waits, so it has a thread of its own.
final class PlainInput: Sendable {
    /// A piece of the input.
    enum Item: Sendable {
        case line(String)
        case end
        case signal(Signal)
    }

    private let items = Mutex<[Item]>([])
    private let wake: @Sendable () -> Void

    /// Makes ready to read.
    ///
    /// - Parameter wake: Wakes whoever takes what has come, from any thread.
    init(wake: @escaping @Sendable () -> Void) { self.wake = wake }

    /// Listens to signals for as long as the result is kept; one that was ignored, as after nohup, stays so.
    func listen() -> [any DispatchSourceSignal] {
        Signal.allCases.compactMap { name in
            let before = unsafeBitCast(signal(name.rawValue, SIG_IGN), to: Int.self)
            guard before != unsafeBitCast(SIG_IGN, to: Int.self) else { return nil }
            let source = DispatchSource.makeSignalSource(signal: name.rawValue, queue: .global())
            source.setEventHandler { @Sendable [self] in put(.signal(name)) }
            source.resume()
            return source
        }
    }

    /// Begins to read.
    func open() {
        DetachedThread.start { [self] in
            var isFirst = true
            while let line = readLine(strippingNewline: true) {
                put(.line(isFirst ? line.withoutByteOrderMark : line))
                isFirst = false
            }
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
