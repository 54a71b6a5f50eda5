import Datasets

/// The reason that a text is no command.
public enum CommandError: Error, Equatable, CustomStringConvertible {
    /// Nothing was written.
    case empty
    /// No command begins with that word.
    case unknown(String)
    /// The first word is right, what follows is not; how it is written.
    case malformed(String, forms: [String])
    /// The text holds zero bytes, which no text does.
    case zeroBytes
    /// The text behind the first word is wrong, for the reason given.
    case argument(String)

    /// The problem, and the text to write instead.
    public var description: String {
        switch self {
        case .empty: "Write a command, such as train, or press tab to see them."
        case .unknown(let verb):
            "There is no command “\(verb.clipped(to: 30))”. "
                + TermError.nearest(to: verb, among: ActionTable.verbs, list: "help")
        case .malformed(_, let forms):
            "Write \(forms.formatted)."
        case .zeroBytes:
            "This holds zero bytes: it seems to be UTF-16 without a byte order mark. Save it as UTF-8, or with the mark."
        case .argument(let reason): reason
        }
    }
}

extension [String] {
    /// The texts with commas and an “or”.
    fileprivate var formatted: String {
        guard let last, count > 1 else { return first ?? "" }
        return dropLast().joined(separator: ", ") + " or " + last
    }
}
