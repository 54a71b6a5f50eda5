import Datasets
import FoundationEssentials
import Glibc
import Training

/// The library of themes: files called `NAME.theme`, or `NAME.yaml` for base16 schemes, in a few folders, and
/// ``Theme/dark``, which is always there.
public struct ThemeLibrary: Equatable, Sendable {
    /// The folders, the first to be asked first.
    public let folders: [String]

    /// The largest file that is taken for a theme, in bytes.
    private static let largestFile = 65_536
    /// The ends of files' names: nnboard's own, then base16's.
    private static let suffixes = [".theme", ".yaml", ".yml"]

    /// Searches in given folders.
    ///
    /// - Parameter folders: The folders, the first to be asked first.
    public init(folders: [String]) {
        self.folders = folders
    }

    /// Searches where themes belong.
    ///
    /// These are `$XDG_CONFIG_HOME/nnboard/themes` (or `~/.config/nnboard/themes`), the share folder next to
    /// the program's folder, and `themes` in the checkout that the program was built in.
    ///
    /// - Parameters:
    ///   - environment: The environment's variables.
    ///   - executable: The program's path, without symbolic links.
    public init(environment: [String: String], executable: String) {
        func variable(_ name: String) -> String? {
            environment[name].flatMap { $0.isEmpty ? nil : $0 }
        }
        let config = variable("XDG_CONFIG_HOME") ?? variable("HOME").map { $0 + "/.config" }
        var above = executable.split(separator: "/").dropLast().map(String.init)
        func path(_ parts: [String]) -> String { "/" + parts.joined(separator: "/") }
        var folders = [
            config.map { $0 + "/nnboard/themes" }, path(above.dropLast() + ["share", "nnboard", "themes"]),
        ].compactMap(\.self)
        while !above.isEmpty {
            if FileManager.default.fileExists(atPath: path(above + ["Package.swift"])),
                FileManager.default.fileExists(atPath: path(above + ["themes"]))
            {
                folders.append(path(above + ["themes"]))
                break
            }
            above.removeLast()
        }
        self.folders = folders
    }

    /// The names of all themes, in order.
    public var names: [String] {
        let files = folders.flatMap { FolderListing($0).names }
        let found = files.compactMap { file in
            Self.suffixes.first { file.hasSuffix($0) }.map { String(file.dropLast($0.count)) }
        }
        return Set(found + [Theme.dark.name]).filter { !$0.isEmpty }.sorted()
    }

    /// A theme to choose.
    public struct Entry: Equatable, Sendable {
        /// The theme; ``Theme/dark`` where its file is wrong.
        public let theme: Theme
        /// Its name.
        public let name: String
        /// The reason that it can't be had; `nil` for one that can.
        public let problem: ThemeError?
    }

    /// All themes with their names, in order: what a person chooses from.
    public var all: [Entry] {
        var known: [String: Theme] = [:]
        return names.map { name in
            do throws(ThemeError) {
                return Entry(
                    theme: try theme(named: name, inheritors: [], &known), name: name, problem: nil)
            } catch {
                return Entry(theme: .dark, name: name, problem: error)
            }
        }
    }

    /// Finds a theme.
    ///
    /// - Parameters:
    ///   - request: A name, or a path, which has a slash in it or ends in `.theme`, `.yaml` or `.yml`.
    ///   - opensFiles: Any other name that no theme has is a path, too, where there is such a file.
    /// - Returns: The theme, with all that it inherits.
    /// - Throws: ``ThemeError`` if there is none or a file is wrong.
    public func theme(_ request: String, opensFiles: Bool = false) throws(ThemeError) -> Theme {
        var known: [String: Theme] = [:]
        let isPath = request.contains("/") || Self.suffixes.contains(where: request.hasSuffix)
        if isPath || (opensFiles && !names.contains(request) && FileType.isPath(request)) {
            var name = request.split(separator: "/").last.map(String.init) ?? request
            if let suffix = Self.suffixes.first(where: name.hasSuffix) { name.removeLast(suffix.count) }
            return try read(request, name: name, inheritors: [], &known)
        }
        return try theme(named: request, inheritors: [], &known)
    }

    /// Finds a theme, or falls back to ``Theme/dark``.
    ///
    /// - Parameters:
    ///   - request: A name or a path, as for ``theme(_:opensFiles:)``.
    ///   - opensFiles: As there.
    /// - Returns: The theme; and why it is not the one that was asked for, if it is not.
    public func themeOrDark(
        _ request: String, opensFiles: Bool = false
    ) -> (theme: Theme, problem: ThemeError?) {
        do throws(ThemeError) {
            return (try theme(request, opensFiles: opensFiles), nil)
        } catch {
            return (.dark, error)
        }
    }

    private func theme(
        named name: String, inheritors: [String], _ known: inout [String: Theme]
    ) throws(ThemeError) -> Theme {
        // Somebody's own dark.theme may change a few things of the built-in one.
        if inheritors.contains(name) {
            guard name == Theme.dark.name else { throw .circularInheritance(inheritors + [name]) }
            return .dark
        }
        if let theme = known[name] { return theme }
        let paths = folders.flatMap { folder in Self.suffixes.map { folder + "/" + name + $0 } }
        if let path = paths.first(where: { access($0, F_OK) == 0 }) {
            let theme = try read(path, name: name, inheritors: inheritors, &known)
            // A theme that `dark` inherits may have met the built-in `dark` in its place.
            if !inheritors.contains(Theme.dark.name) { known[name] = theme }
            return theme
        }
        guard name == Theme.dark.name else { throw .notFound(name: name, folders: folders, known: names) }
        return .dark
    }

    private func read(
        _ path: String, name: String, inheritors: [String], _ known: inout [String: Theme]
    ) throws(ThemeError) -> Theme {
        let text = try text(of: path)
        let file = path.split(separator: "/").last.map(String.init) ?? path
        if Self.suffixes.dropFirst().contains(where: path.hasSuffix) {
            return Theme(try Base16(text, file: file), name: name)
        }
        return try Theme(text, name: name, file: file) { (other) throws(ThemeError) in
            try theme(named: other, inheritors: inheritors + [name], &known)
        }
    }

    private func text(of path: String) throws(ThemeError) -> String {
        var file = stat()
        guard stat(path, &file) == 0 || errno != ENOENT else { throw .noFile(path: path) }
        do throws(FileError) {
            return String(textFile: try WholeFile.read(path, atMost: Self.largestFile))
        } catch .unreadable(_, let reason), .noFile(_, let reason) {
            throw .unreadable(path: path, reason: reason)
        } catch {
            throw .unreadable(path: path, reason: "\(error)")
        }
    }
}
