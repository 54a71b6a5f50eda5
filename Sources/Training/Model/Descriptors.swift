import Dispatch
import Glibc

/// The file descriptors that the program may still open, and those that libdispatch needs.
package enum Descriptors {
    /// As many as may be open at once for work under way: files that are read or written, a library that is loaded.
    ///
    /// Among them is one for libdispatch, which looks at its threads in /proc each second while they are busy, and traps
    /// where it can't.
    package static let forWork = 6
    /// Those of a session: libdispatch's, those of the terminal or of the signals, and those for work.
    package static let forSession = 4 + 6 + forWork

    /// Those of a network that is saved: a file at a time, and the folder that it comes to.
    package static let forSaving = 2

    /// Makes sure that more files can be opened.
    ///
    /// - Parameter count: The number of files.
    /// - Throws: ``Shortage``.
    package static func check(_ count: Int) throws(Shortage) {
        var limit = rlimit()
        guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return }
        let most = Int(clamping: limit.rlim_cur)
        var free = 0
        // Opening some to see would take them from other threads.
        for descriptor in 0..<min(most, Int(Int32.max)) where free < count {
            if fcntl(Int32(descriptor), F_GETFD) < 0 { free += 1 }
        }
        guard free >= count else { throw Shortage(needed: count, free: free, limit: most) }
    }

    /// Makes sure that a session can begin, and has libdispatch open its descriptors before anything else opens files.
    ///
    /// It opens them on first use, and traps where it can't; where the one of a clock can't be had, its waits never end.
    ///
    /// For the main thread: it waits for the threads of libdispatch, and on one of these it could wait for itself.
    ///
    /// - Throws: ``Shortage``.
    package static func beginSession() throws(Shortage) {
        try check(forSession)
        // Two clocks, the one of timers and the one of tasks. A time that is over already would need no descriptor.
        let bell = DispatchSemaphore(value: 0)
        DispatchQueue.global().asyncAfter(deadline: .now() + .milliseconds(1)) { bell.signal() }
        Task.detached {
            try? await Task.sleep(for: .milliseconds(1))
            bell.signal()
        }
        for _ in 0..<2 { bell.wait() }
    }

    /// Too few files may be opened.
    package struct Shortage: Error, Equatable, Sendable, CustomStringConvertible {
        package let needed: Int
        package let free: Int
        package let limit: Int

        /// The numbers of descriptors, and the remedy.
        package var description: String {
            "There are too few file descriptors: \(needed) are needed, and \(free) of \(limit) are free. "
                + "Raise the limit (ulimit -n)."
        }
    }
}
