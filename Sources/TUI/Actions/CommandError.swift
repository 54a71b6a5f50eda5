import Datasets

/// Why a text is no command.
public enum CommandError: Error, Equatable, CustomStringConvertible {
    /// Nothing was written.
    case empty
    /// No command begins with that word.
    case unknown(String)
    /// The first word is right, what follows is not; how it is written.
    case malformed(String, forms: [String])
    /// What follows says itself what is wrong.
    case argument(String)

    /// What is wrong, and what to write.
    public var description: String {
        switch self {
        case .empty: "Write a command, such as train, or press tab to see them."
        case .unknown(let verb):
            "There is no command “\(verb.clipped(to: 30))”. "
                + TermError.nearest(to: verb, among: ActionTable.verbs, list: "help")
        case .malformed(_, let forms):
            "Write \(forms.formatted)."
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
