import Datasets
import Glibc

/// A name of a file behind a command: `save models/a`, `save "my model" --force`, `keras ~/blobs.py`.
///
/// A pair of quotation marks around the whole name is taken off, so that a name may begin or end with blanks, or be
/// `--force`; marks within a name belong to it. What elsewhere means something else than a file of that name is refused.
public struct FileArgument: Hashable, Sendable {
    /// The name as it was meant, a tilde for the home folder not yet replaced.
    public let name: String
    /// A file of another kind may be replaced.
    public var isForced = false

    private static let force = "--force"
    private static let marks: [Character] = ["\"", "'"]

    /// The fault of a text that names no file.
    enum Problem: Error, Equatable, CustomStringConvertible {
        /// Nothing is named.
        case missing
        /// Nothing stands between the quotation marks.
        case empty
        /// The mark before the name has none behind it.
        case unclosed(mark: Character, name: String)
        /// “-”, by which others mean standard input and output.
        case stream
        /// `--force` stands before the name, or within it.
        case forceWithin(name: String)
        /// A word that looks like an option.
        case option(String)
        /// The home folder itself.
        case home

        var description: String {
            switch self {
            case .missing: "Name a file."
            case .empty: "No file has an empty name. Write one between the quotation marks."
            case .unclosed(let mark, let name):
                "The quotation mark before the name is not closed: write \(mark)\(name)\(mark), "
                    + "or ./\(mark)\(name) where the mark belongs to the name."
            case .stream:
                "“-” is no file: standard input and output can't be used here. Name a file, or write ./- for one of "
                    + "that name."
            case .forceWithin(let name): "--force stands behind the name: write \(name) --force."
            case .option(let word):
                "“\(word)” looks like an option, and the only one here is --force, behind the name. Put a name with "
                    + "it in quotation marks."
            case .home: "“~” is the home folder. Name a file in it, such as ~/mine."
            }
        }
    }

    /// Takes a name as it stands.
    public init(_ name: String) { self.name = name }

    /// Reads what stands behind a command.
    ///
    /// - Parameter text: The name, perhaps quoted, and perhaps `--force` behind it.
    /// - Throws: ``Problem``.
    init(parsing text: some StringProtocol) throws(Problem) {
        var rest = text.trimmed
        var isQuoted = false
        if rest == Self.force { throw .missing }
        if rest.hasSuffix(" " + Self.force) {
            isForced = true
            rest = rest.dropLast(Self.force.count).trimmed
        }
        if let mark = rest.first, Self.marks.contains(mark) {
            guard rest.count >= 2, rest.last == mark else {
                throw .unclosed(mark: mark, name: String(rest.dropFirst().trimmed))
            }
            rest = rest.dropFirst().dropLast()
            isQuoted = true
        } else {
            try Self.checkOptions(in: String(rest.trimmed))
        }
        guard !rest.isEmpty else { throw isQuoted ? .empty : .missing }
        guard rest != "~" else { throw .home }
        name = String(rest)
    }

    /// Refuses an unquoted name that holds what elsewhere is an option.
    private static func checkOptions(in text: String) throws(Problem) {
        let words = text.split(separator: " ").map(String.init)
        guard let first = words.first else { return }
        if first == "-", words.count == 1 { throw .stream }
        if words.contains(force) {
            throw .forceWithin(name: words.filter { $0 != force }.joined(separator: " "))
        }
        if first.hasPrefix("-") { throw .option(first) }
        if let option = words.first(where: { $0.hasPrefix("--") }) { throw .option(option) }
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
        let isPlain = (try? FileArgument(parsing: name)) == FileArgument(name)
        return (isPlain ? name : "\"\(name)\"") + (isForced ? " " + Self.force : "")
    }
}
