/// The lines of a session's file that are still to be done.
struct ReplayedScript: Equatable, Sendable {
    /// One line, and which of the file it is, counted from 1.
    struct Line: Equatable, Sendable {
        var number: Int
        var text: String
    }

    /// The file.
    let path: String
    /// The remaining lines, without empty ones and remarks.
    var lines: [Line]
    /// The number of lines in the file.
    let count: Int

    /// Takes a file apart.
    init(path: String, text: String) {
        self.path = path
        lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated()
            .map { Line(number: $0.offset + 1, text: String($0.element.trimmed)) }
            .filter { !$0.text.isEmpty && !$0.text.hasPrefix("#") }
        count = lines.count
    }
}
