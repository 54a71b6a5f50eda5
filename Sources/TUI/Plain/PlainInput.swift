import Datasets
import Dispatch
import Glibc
import Synchronization
import Training

extension Plain {
    /// Makes sure that standard input can be read, before a file is opened that would get its number.
    ///
    /// - Throws: `FileError` where it is closed, or a folder.
    public static func checkInput() throws {
        // A program in the background would be stopped by its terminal.
        guard isatty(STDIN_FILENO) == 0, read(STDIN_FILENO, nil, 0) < 0 else { return }
        throw FileError.unreadable(path: "standard input", reason: .lastSystemError)
    }
}

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
            var lines = TextLines()
            while let piece = Self.readPiece() {
                for line in lines.take(piece) { put(.line(line)) }
            }
            if let last = lines.finish() { put(.line(last)) }
            put(.end)
        }
    }

    /// Waits for the next bytes of standard input; `nil` at its end.
    private static func readPiece() -> [UInt8]? {
        var piece = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = read(STDIN_FILENO, &piece, piece.count)
            if count > 0 { return Array(piece[..<count]) }
            guard count < 0, errno == EINTR || errno == EAGAIN else { return nil }
            if errno == EAGAIN {
                // Somebody else made it one that doesn't wait.
                var request = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
                _ = poll(&request, 1, -1)
            }
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
