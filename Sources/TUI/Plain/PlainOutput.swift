import Datasets
import Glibc
import Synchronization

/// Standard output, a line at a time.
final class PlainOutput: Sendable {
    private let isASCII: Bool
    private let hasPrompt: Bool
    /// Tells whether the prompt stands on the last line.
    private let isPrompting = Mutex(false)

    /// - Parameters:
    ///   - environment: The environment's variables: which characters there are.
    ///   - hasPrompt: A person is to see when something can be written.
    init(environment: [String: String], hasPrompt: Bool) {
        isASCII = Glyphs.suiting(terminal: "", codeset: Glyphs.codeset(in: environment)) == .ascii
        self.hasPrompt = hasPrompt
    }

    /// Writes lines.
    func write(_ lines: [String]) {
        guard !lines.isEmpty else { return }
        let start = isPrompting.withLock { isPrompting in
            defer { isPrompting = false }
            return isPrompting ? "\n" : ""
        }
        put(start + lines.map { Self.plain($0, isASCII: isASCII) + "\n" }.joined())
    }

    /// Shows that something can be written, or that it can't for now.
    func prompt(_ isReady: Bool) {
        guard hasPrompt, isReady != isPrompting.withLock(\.self) else { return }
        isPrompting.withLock { $0 = isReady }
        put(isReady ? "> " : "\n")
    }

    /// The person has ended the line that the prompt began.
    func hasEntered() { isPrompting.withLock { $0 = false } }

    /// Says on standard error what went wrong, unless people have just seen it on the same terminal.
    func tell(_ failure: String) {
        guard isatty(STDOUT_FILENO) == 0 || isatty(STDERR_FILENO) == 0 else { return }
        StandardError.write("nnboard: \(Self.plain(failure, isASCII: isASCII))")
    }

    /// A line without anything that a terminal would obey; in ASCII alone where that is all there is.
    static func plain(_ line: String, isASCII: Bool) -> String {
        let text = line.harmless
        guard isASCII else { return text }
        let like: [Character: String] = ["“": "\"", "”": "\"", "…": "...", "·": ".", "’": "'", "–": "-"]
        return text.map { $0.isASCII ? String($0) : like[$0] ?? String(Character.beyondASCII) }.joined()
    }

    private func put(_ text: String) { StandardOutput.print(text, terminator: "") }
}
