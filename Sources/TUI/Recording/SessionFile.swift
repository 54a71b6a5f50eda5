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

    /// The file's text.
    var text: String { Self.head(start) + steps.map { Self.line(of: $0) }.joined() }

    private static let heading = "# nnboard session: "

    /// Files of recorded sessions.
    static let kind = FileKind("recorded session of nnboard") { $0.contains(text: heading) }

    /// The lines above the first step.
    static func head(_ start: SessionStart) -> String {
        heading + "what was done, typed and pasted, one event a line; times are in milliseconds.\n"
            + start.lines.map { "set \($0)\n" }.joined()
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
    /// - Parameter text: The text.
    /// - Throws: ``SessionFileError`` with the first line that is wrong.
    init(text: String) throws(SessionFileError) {
        var settings: [(number: Int, text: String)] = []
        // By scalars: a mark at a line's start would join the line's end before it.
        let lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
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
        start = try SessionStart(settings)
    }
}
