import Datasets

/// Why a theme can't be used.
public enum ThemeError: Error, Equatable {
    /// No file has that name; `folders` are those that were searched.
    case notFound(name: String, folders: [String], known: [String])
    /// The file is there, but can't be read.
    case unreadable(path: String, reason: String)
    /// A line is no `key = value`.
    case malformedLine(String, theme: String, line: Int)
    /// A key is neither a role nor a surface.
    case unknownKey(String, theme: String, line: Int)
    /// A key stands in two lines.
    case repeatedKey(String, theme: String, line: Int)
    /// A word is no colour and no attribute.
    case wrongValue(String, key: String, theme: String, line: Int)
    /// A surface was given a colour for letters.
    case surfaceWithForeground(key: String, theme: String, line: Int)
    /// Themes inherit from each other in a circle.
    case circularInheritance([String])
}

extension ThemeError: CustomStringConvertible {
    /// What is wrong, where, and what to do.
    public var description: String {
        switch self {
        case .notFound(let name, let folders, let known):
            "There is no theme called “\(name.quoted)” in \(folders.joined(separator: ", ")). "
                + TermError.suggestion(for: name, among: known)
        case .unreadable(let path, let reason):
            "The theme file \(path) can't be read: \(reason). Name another one with --theme."
        case .malformedLine(let text, let theme, let line):
            "Theme \(theme), line \(line): “\(text.quoted)” is not a setting. Write key = value, or # before a comment."
        case .unknownKey(let key, let theme, let line):
            "Theme \(theme), line \(line): “\(key.quoted)” is no role or surface. "
                + TermError.suggestion(for: key, among: Theme.keys)
        case .repeatedKey(let key, let theme, let line):
            "Theme \(theme), line \(line): “\(key)” was set before. Remove one of the lines."
        case .wrongValue(let word, let key, let theme, let line):
            "Theme \(theme), line \(line): “\(word.quoted)” is not what “\(key)” can be. Write #rrggbb or default, "
                + "then perhaps “on #rrggbb”, then any of \(Theme.attributeNames.joined(separator: ", "))."
        case .surfaceWithForeground(let key, let theme, let line):
            "Theme \(theme), line \(line): “\(key)” is a surface, and letters get their colours from roles. "
                + "Write “on #rrggbb”."
        case .circularInheritance(let names):
            "Themes inherit from each other in a circle: \(names.map(\.quoted).joined(separator: " → ")). Break it in one of them."
        }
    }
}

extension String {
    /// The text as a message may repeat it: a file holds anything, at any length.
    fileprivate var quoted: String { String(map(\.printable)).clipped(to: 40) }
}
