@preconcurrency import Glibc
import Synchronization

/// Standard output: the one place that writes there, and knows what could not be written.
///
/// The first failure is kept for the end of the program, and nothing more is written after it, so that the
/// output is the beginning of the whole. A reader that has gone, as `head` does, is no failure: it has what
/// it wanted.
package enum StandardOutput {
    private struct State {
        /// The system's number for the first failure.
        var failure: Int32?
        var hasReader = true
    }

    private static let state = Mutex(State())

    /// Writes text.
    ///
    /// - Parameters:
    ///   - text: The text.
    ///   - terminator: The end of the line.
    package static func print(_ text: String, terminator: String = "\n") {
        let bytes = Array((text + terminator).utf8)
        state.withLock { state in
            guard state.failure == nil, state.hasReader else { return }
            switch FileCalls.system.writeAll(bytes, to: STDOUT_FILENO) {
            case nil: break
            case EPIPE: state.hasReader = false
            case let number: state.failure = number
            }
        }
    }

    /// Makes sure, at the end of the program, that all is written.
    ///
    /// - Returns: The problem; `nil` if all is written.
    package static func finish() -> String? {
        state.withLock { state in
            guard state.hasReader else { return nil }
            // Libraries may have written by way of C.
            if state.failure == nil, fflush(stdout) != 0, errno != EPIPE { state.failure = errno }
            if state.failure == nil {
                // File systems on other machines tell a full disk only to those who close the file.
                let second = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 0)
                if second >= 0, close(second) != 0, errno != EINTR { state.failure = errno }
            }
            return state.failure.map { "Standard output could not be written: \(String.systemError($0))." }
        }
    }
}
