import Datasets

/// A reason why a file of weights, or the description next to it, can't be read or written.
public enum FileError: Error, Equatable, Sendable, CustomStringConvertible {
    /// The system won't give the file's bytes.
    case unreadable(path: String, reason: String)
    /// Something else than a file is there, whose kind is a part of a sentence.
    case noFile(path: String, kind: String)
    /// The system won't take them.
    case notWritten(path: String, reason: String, remedy: WritingRemedy = .otherPlace)
    /// The bytes are not what they should be; the problem says what was found.
    case malformed(path: String, problem: String)
    /// The file is in order, but lacks something that is wanted.
    case missing(path: String, what: String)
    /// The file is in order, but does not fit what it should belong to.
    case mismatched(path: String, problem: String)
    /// The file is in order, but has a number that can't be kept; the problem names it and its place.
    case outOfRange(path: String, problem: String)
    /// The weights are not those whose checksum their description names.
    case otherWeights(path: String, description: String)
    /// The name of a model is empty, or one that only a folder can have.
    case noFileName(String)

    /// The problem, its place, and what to do next.
    public var description: String {
        switch self {
        case .unreadable(let path, let reason):
            "\(path.printable) can't be read: \(reason.printable). Check its name and its rights."
        case .noFile(let path, let kind):
            "\(path.printable) can't be read: \(kind). Name an ordinary file."
        case .notWritten(let path, let reason, let remedy):
            "\(path.printable) can't be written: \(reason.printable). \(remedy.sentence())"
        case .malformed(let path, let problem):
            "\(path.printable) can't be used: \(problem.printable). "
                + "Replace it with a good copy, or save the network again."
        case .missing(let path, let what):
            "\(path.printable) has no \(what.printable). Choose the file that has it, or save the network again."
        case .mismatched(let path, let problem):
            "\(path.printable) does not fit: \(problem.printable). "
                + "Choose the file that was saved together with the description."
        case .outOfRange(let path, let problem):
            "\(path.printable) can't be used: \(problem.printable). "
                + "Save the network again with weights within that range."
        case .otherWeights(let path, let description):
            "\(path.printable) does not fit: its SHA-256 is not the one that \(description.printable) names. "
                + "Choose the file that was saved together with the description; if the weights were changed on purpose, "
                + "leave out “weights_sha256” in \(description.printable)."
        case .noFileName(""):
            "A model needs a name. Give it one, as in models/reuters."
        case .noFileName(let name):
            "“\(name.printable)” leaves no name for the files of a model. Give one, as in models/reuters."
        }
    }
}
