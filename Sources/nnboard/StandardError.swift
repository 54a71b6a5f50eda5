import Glibc

/// What is said beside the result.
enum StandardError {
    /// Whether a person is reading along.
    static var isTerminal: Bool { isatty(STDERR_FILENO) == 1 }

    /// Writes a line.
    static func write(_ line: String) { put(line + "\n") }

    /// Writes over the present line of a terminal; nothing where nobody is reading along.
    static func overwrite(_ line: String) {
        if isTerminal { put("\r\u{1B}[K" + line) }
    }

    private static func put(_ text: String) {
        var bytes = Array(text.utf8)[...]
        while !bytes.isEmpty {
            let written = bytes.withUnsafeBytes { Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
            guard written > 0 else { return }
            bytes = bytes.dropFirst(written)
        }
    }
}
