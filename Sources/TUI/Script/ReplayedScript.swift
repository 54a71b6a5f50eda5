import Datasets

/// The lines of a session's file that are still to be done.
struct ReplayedScript: Equatable, Sendable {
    /// One line, and which of the file it is, counted from 1.
    struct Line: Equatable, Sendable {
        var number: Int
        var text: String
    }

    /// The file.
    let place: SessionPlace
    /// The remaining lines, without empty ones and remarks.
    var lines: [Line]
    /// The number of lines in the file.
    let count: Int
    /// The number of the replay, the same for the files that its lines ask for.
    var number = 0
    /// The line of plain text that has asked for it.
    var line: PlainLine?
    /// The newest line that was begun.
    var newest: Line?
    /// Tells whether that line has asked for another file, which is not yet read.
    var isCalling = false
    /// The scripts that wait until this one is done, the innermost last.
    var waiting: [ReplayedScript] = []

    /// The file's name for people.
    var path: String { place.name.harmless }

    /// Tells whether nothing is left.
    var isDone: Bool { lines.isEmpty && !isCalling }

    /// The newest line's place, with the lines that asked for this file: `b, line 2, from a, line 1`.
    var chain: String {
        ([self] + waiting.reversed()).map { script in
            script.path + (script.newest.map { ", line \($0.number)" } ?? "")
        }.joined(separator: ", from ")
    }

    /// The newest line, as what has asked for its work.
    var asker: Asker { Asker(line: line, replayed: .init(chain: chain, number: number)) }

    /// Takes a file apart.
    init(_ place: SessionPlace, text: String) {
        self.place = place
        lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated()
            .map { Line(number: $0.offset + 1, text: String($0.element.trimmed)) }
            .filter { !$0.text.isEmpty && !$0.text.hasPrefix("#") }
        count = lines.count
    }
}
