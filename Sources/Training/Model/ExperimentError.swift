import Datasets

/// A problem in the text of an experiment, with its line.
public enum ExperimentError: Error, Equatable, Sendable, CustomStringConvertible {
    /// A line that is neither empty, nor a comment, nor of the form `key = value`.
    case malformedLine(line: Int, text: String)
    /// A key that experiments don't have.
    case unknownKey(line: Int, key: String, choices: [String])
    /// A key that was given before.
    case repeatedKey(line: Int, key: String, first: Int)
    /// A value that can't be read.
    case wrongValue(line: Int, key: String, reason: String)
    /// A value that can't be read, given alone.
    case wrongSetting(key: String, reason: String)
    /// A key that is an argument of a setting, given alone or in a line; the text that gives it.
    case partOf(String, key: String, line: Int? = nil)
    /// A key that every experiment needs.
    case missingKey(String)

    /// One sentence: the line, what was found, and what to write instead.
    public var description: String {
        switch self {
        case .malformedLine(let line, let text):
            "Line \(line) of the experiment is “\(text)”. Write “key = value”, or put “#” before a comment."
        case .unknownKey(let line, let key, let choices):
            "Line \(line) of the experiment: \(TermError.unknownName(key, kind: "setting", choices: choices))"
        case .repeatedKey(let line, let key, let first):
            "Line \(line) of the experiment sets “\(key)” again, after line \(first). Remove one of the two."
        case .wrongValue(let line, let key, let reason):
            "Line \(line) of the experiment: “\(key)” can't be read. \(reason)"
        case .wrongSetting(let key, let reason): "“\(key)” can't be set. \(reason)"
        case .partOf(let text, let key, let line):
            (line.map { "Line \($0) of the experiment: " } ?? "")
                + "“\(key.printable)” is set as in \(text.printable)."
        case .missingKey(let key):
            "The experiment has no “\(key)”. Add a line “\(key) = …”."
        }
    }
}
