import Datasets

/// The reason that a theme can't be used.
public enum ThemeError: Error, Equatable {
    /// No file has that name; `folders` are those that were searched.
    case notFound(name: String, folders: [String], known: [String])
    /// There is no such file.
    case noFile(path: String)
    /// The file exists, but can't be read.
    case unreadable(path: String, reason: String)
    /// A line is no `key = value`.
    case malformedLine(String, file: String, line: Int)
    /// A key is neither a role nor a surface.
    case unknownKey(String, file: String, line: Int)
    /// A key stands in two lines.
    case repeatedKey(String, file: String, line: Int)
    /// A word is no colour and no attribute.
    case wrongValue(String, key: String, file: String, line: Int)
    /// A surface was given a colour for letters.
    case surfaceWithForeground(key: String, file: String, line: Int)
    /// A base16 file is no YAML.
    case invalidYAML(String, file: String, line: Int)
    /// A base16 file lacks colours.
    case missingColors([String], file: String)
    /// A base16 file gives a colour as something else.
    case wrongColor(String, key: String, file: String, line: Int)
    /// Themes inherit from each other in a circle.
    case circularInheritance([String])
}

extension ThemeError {
    /// Tells whether nothing has the name or the path, rather than a file a mistake.
    public var isNameless: Bool {
        switch self {
        case .notFound(_, _, _), .noFile: true
        default: false
        }
    }
}

extension ThemeError: CustomStringConvertible {
    /// The problem, its place, and the next step.
    public var description: String {
        switch self {
        case .notFound(let name, let folders, let known):
            "There is no file “\(name.quoted)” here, and no theme called so in \(folders.joined(separator: ", ")). "
                + TermError.suggestion(for: name, among: known)
        case .noFile(let path):
            "There is no theme file \(path.quoted). Name another one, or a theme without a slash or suffix."
        case .unreadable(let path, let reason):
            "The theme file \(path) can't be read: \(reason). Choose another one."
        case .malformedLine(let text, let file, let line):
            "\(file.quoted), line \(line): “\(text.quoted)” is not a setting. Write key = value, or # before a comment."
        case .unknownKey(let key, let file, let line):
            "\(file.quoted), line \(line): “\(key.quoted)” is no role or surface. "
                + TermError.suggestion(for: key, among: Theme.keys)
        case .repeatedKey(let key, let file, let line):
            "\(file.quoted), line \(line): “\(key)” was set before. Remove one of the lines."
        case .wrongValue(let word, let key, let file, let line):
            "\(file.quoted), line \(line): “\(word.quoted)” is not what “\(key)” can be. Write #rrggbb, default "
                + "or a name such as red or bright-red, then perhaps “on #rrggbb”, then any of \(Theme.attributeNames.joined(separator: ", "))."
        case .surfaceWithForeground(let key, let file, let line):
            "\(file.quoted), line \(line): “\(key)” is a surface, and letters get their colours from roles. "
                + "Write “on #rrggbb”."
        case .invalidYAML(let problem, let file, let line):
            "\(file.quoted), line \(line): this is no YAML: \(problem.quoted). Correct the line."
        case .missingColors(let keys, let file):
            "\(file.quoted) is no base16 scheme: it lacks \(keys.prefix(3).joined(separator: ", "))"
                + (keys.count > 3 ? " and \(keys.count - 3) more" : "") + ". Give it base00 to base0F."
        case .wrongColor(let value, let key, let file, let line):
            "\(file.quoted), line \(line): “\(value.quoted)” is no colour for \(key). "
                + "Write six hexadecimal digits in quotes."
        case .circularInheritance(let names):
            "Themes inherit from each other in a circle: \(names.map(\.quoted).joined(separator: " → ")). Break it in one of them."
        }
    }
}

extension String {
    /// The text as a message may repeat it: a file holds anything, at any length.
    fileprivate var quoted: String { String(map(\.printable)).clipped(to: 40) }
}
