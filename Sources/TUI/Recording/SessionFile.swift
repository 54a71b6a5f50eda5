import Datasets

/// A session as text: what the dashboard began with, and below it, a line each, all that happened to it.
///
/// ```
/// # nnboard session
/// set size = 120x40
/// set theme = dark
/// set experiment = dataset = sample
/// 0 data loaded
/// 812 key space
/// 845 run 1 started
/// 1130 run 1 epoch 1 in 0.031 s
/// 2400 paste "grain\n"
/// 2400 picture curves theme nord 80x24
/// stay
/// ```
///
/// Times are milliseconds since the start; `#` begins a comment.
struct SessionFile: Equatable, Sendable {
    var start = SessionStart()
    var steps: [SessionStep] = []
    /// The line within which a recording ends, or the first that it lacks; `nil` where it is whole.
    private(set) var cut: Int?

    /// The file's text.
    var text: String { Self.head(start) + steps.map { Self.line(of: $0) }.joined() }

    private static let heading = "# nnboard session: "

    /// Files of recorded sessions.
    static let kind = FileKind("recorded session of nnboard") { $0.contains(text: heading) }

    /// The first line of a recording.
    static let title =
        heading + "what was done, typed and pasted, one event a line; times are in milliseconds."

    /// The lines above the first step.
    static func head(_ start: SessionStart) -> String {
        title + "\n" + start.lines.map { "set \($0)\n" }.joined()
    }

    /// A step's line.
    static func line(of step: SessionStep) -> String {
        (step.milliseconds.map { "\($0) " } ?? "") + step.content.text + "\n"
    }

    /// Begins with steps of whoever has them.
    init(start: SessionStart = SessionStart(), steps: [SessionStep] = []) {
        self.start = start
        self.steps = steps
    }

    /// Reads a file's text.
    ///
    /// A recording may end anywhere: the program was killed, or the disk was full. What it has of a last line may look
    /// like another line, so that one is left out. What people write needs no line feed at its end.
    ///
    /// - Parameter text: The text.
    /// - Throws: ``SessionFileError`` with the first line that is wrong.
    init(text: String) throws(SessionFileError) {
        var settings: [(number: Int, text: String)] = []
        // By scalars: a mark at a line's start would join the line's end before it.
        var lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
        // Editors of other systems end lines with a carriage return, too.
        let first = lines.first.map { $0.last == "\r" ? $0.dropLast() : $0 }
        let isRecorded = first.map { String($0) } == Self.title
        if lines.count == 1, Self.title.hasPrefix(text) || isRecorded {
            cut = 1
        } else if isRecorded, let last = lines.last, !last.isEmpty, !Self.isByHand(String(last)) {
            cut = lines.count
            lines.removeLast()
        }
        for (index, scalars) in lines.enumerated() {
            let number = index + 1
            var line = scalars
            if line.last == "\r" { line.removeLast() }
            var words = LineWords(String(line))
            guard var first = words.next(), first.unicodeScalars.first != "#" else { continue }
            if first == "set" {
                guard steps.isEmpty else {
                    throw SessionFileError(line: number, reason: "Settings stand above all that happens.")
                }
                settings.append((number, words.rest()))
                continue
            }
            var time: Int?
            if let milliseconds = Int(first) {
                guard milliseconds >= 0 else {
                    throw SessionFileError(line: number, reason: "Times are milliseconds since the start.")
                }
                time = milliseconds
                first = ""
            }
            do {
                let content = try SessionStep.Content(text: first + " " + words.rest())
                steps.append(SessionStep(milliseconds: time, content: content, line: number))
            } catch {
                throw SessionFileError(line: number, reason: error.reason)
            }
        }
        let isUnfinished = isRecorded && steps.isEmpty
        start = try SessionStart(settings, isUnfinished: isUnfinished)
        if isUnfinished, cut == nil { cut = lines.count }
    }

    /// Tells whether a line is one that no recording has.
    private static func isByHand(_ line: String) -> Bool {
        var words = LineWords(line)
        var last = words.next()
        if let word = last, Int(word) != nil { last = words.next() }
        return last == "stay" && words.isEmpty
    }
}
