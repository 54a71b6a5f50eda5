/// The lines of a file of settings: `key = value`, `#` before a comment.
struct SettingLines: Equatable {
    /// One setting.
    struct Line: Equatable {
        var key: String
        var value: String
        /// Its place in the file, from 1.
        var number: Int
    }

    /// The settings, in order.
    private(set) var lines: [Line] = []
    /// The lines that are none, from 1, with what they hold.
    private(set) var wrong: [(number: Int, text: String)] = []

    /// Reads a file's text.
    init(_ text: String) {
        let all = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        for (index, line) in all.enumerated() {
            let content = line.trimmed
            guard !content.isEmpty, content.first != "#" else { continue }
            let parts = content.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard parts.count == 2, !parts[0].trimmed.isEmpty else {
                wrong.append((index + 1, String(content)))
                continue
            }
            lines.append(
                Line(key: String(parts[0].trimmed), value: String(parts[1].trimmed), number: index + 1))
        }
    }

    /// The value of a key, the last one where it stands several times.
    subscript(key: String) -> String? { lines.last { $0.key == key }?.value }

    static func == (one: SettingLines, other: SettingLines) -> Bool {
        one.lines == other.lines && one.wrong.map(\.text) == other.wrong.map(\.text)
    }
}

extension StringProtocol {
    /// Without blanks at its ends.
    var trimmed: SubSequence {
        var text = self[...]
        while text.first?.isWhitespace == true { text.removeFirst() }
        while text.last?.isWhitespace == true { text.removeLast() }
        return text
    }
}
