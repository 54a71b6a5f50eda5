import Dispatch
import Synchronization

/// The files that are being written, by the names that a person knows them by.
final class FilesUnderWay: Sendable {
    private let group = DispatchGroup()
    private let names = Mutex<[String]>([])

    /// Takes note of one that will be written, or read.
    func begin(_ name: String) {
        group.enter()
        names.withLock { $0.append(name) }
    }

    /// Takes note of its end, well or not.
    func end(_ name: String) {
        names.withLock { names in
            if let place = names.firstIndex(of: name) { names.remove(at: place) }
        }
        group.leave()
    }

    /// Waits until none is left.
    ///
    /// - Parameter time: The longest time to wait.
    /// - Returns: The names of those that are not written by then.
    func wait(_ time: DispatchTimeInterval) -> [String] {
        group.wait(timeout: .now() + time) == .success ? [] : names.withLock(\.self)
    }
}
