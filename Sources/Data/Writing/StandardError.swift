import Glibc

/// Standard error, for what is said apart from the result; what can't be written there can be said nowhere.
package enum StandardError {
    /// Tells whether a person is reading along.
    package static var isTerminal: Bool { isatty(STDERR_FILENO) == 1 }

    /// Writes a line.
    package static func write(_ line: String) { put(line + "\n") }

    /// Writes over the present line of a terminal; nothing where nobody is reading along.
    package static func overwrite(_ line: String) {
        if isTerminal { put("\r\u{1B}[K" + line) }
    }

    /// Writes text that the next one follows in the same line.
    package static func put(_ text: String) {
        _ = FileCalls.system.writeAll(Array(text.utf8), to: STDERR_FILENO)
    }
}
