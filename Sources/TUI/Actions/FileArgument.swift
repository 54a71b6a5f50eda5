import Datasets
import Glibc

/// A name of a file behind a command: `save models/a`, `save "my model" --force`, `keras ~/blobs.py`.
///
/// A pair of quotation marks around the whole name is taken off, so that a name may begin or end with blanks, or be
/// `--force`; other marks belong to the name.
public struct FileArgument: Hashable, Sendable {
    /// The name as it was meant, a tilde for the home folder not yet replaced.
    public let name: String
    /// A file of another kind may be replaced.
    public var isForced = false

    private static let force = "--force"
    private static let marks: [Character] = ["\"", "'"]

    /// Takes a name as it stands.
    public init(_ name: String) { self.name = name }

    /// Reads what stands behind a command; `nil` where that is no name.
    ///
    /// - Parameter text: The name, perhaps quoted, and perhaps `--force` behind it.
    init?(parsing text: some StringProtocol) {
        var rest = text.trimmed
        if rest == Self.force { return nil }
        if rest.hasSuffix(" " + Self.force) {
            isForced = true
            rest = rest.dropLast(Self.force.count).trimmed
        }
        if rest.count >= 2, let mark = rest.first, Self.marks.contains(mark), rest.last == mark {
            rest = rest.dropFirst().dropLast()
        }
        guard !rest.isEmpty else { return nil }
        name = String(rest)
    }

    /// The path, with the home folder in the place of a tilde.
    var path: String {
        guard name == "~" || name.hasPrefix("~/"), let home = getenv("HOME").map({ String(cString: $0) }),
            !home.isEmpty
        else { return name }
        return home + name.dropFirst()
    }

    /// The files of other kinds that may be replaced.
    var consent: Consent { Consent(forced: isForced) }
}

extension FileArgument: CustomStringConvertible {
    /// The name as ``init(parsing:)`` reads it back.
    public var description: String {
        let isPlain = FileArgument(parsing: name).map { $0.name == name && !$0.isForced } ?? false
        return (isPlain ? name : "\"\(name)\"") + (isForced ? " " + Self.force : "")
    }
}
