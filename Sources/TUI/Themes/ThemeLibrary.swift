import FoundationEssentials
import Glibc

/// Where themes are found: files called `NAME.theme` in a few folders, and ``Theme/dark``, which is always there.
public struct ThemeLibrary: Equatable, Sendable {
    /// The folders, the first to be asked first.
    public let folders: [String]

    /// The largest file that is taken for a theme, in bytes.
    private static let largestFile = 65_536
    private static let suffix = ".theme"

    /// Searches in given folders.
    ///
    /// - Parameter folders: The folders, the first to be asked first.
    public init(folders: [String]) {
        self.folders = folders
    }

    /// Searches where themes belong.
    ///
    /// These are `$XDG_CONFIG_HOME/nnboard/themes` (or `~/.config/nnboard/themes`), the share folder beside the
    /// program's folder, and `themes` in the checkout that the program was built in.
    ///
    /// - Parameters:
    ///   - environment: The environment's variables.
    ///   - executable: The program's path, without symbolic links.
    public init(environment: [String: String], executable: String) {
        func variable(_ name: String) -> String? {
            environment[name].flatMap { $0.isEmpty ? nil : $0 }
        }
        let config = variable("XDG_CONFIG_HOME") ?? (variable("HOME") ?? "") + "/.config"
        var above = executable.split(separator: "/").dropLast().map(String.init)
        func path(_ parts: [String]) -> String { "/" + parts.joined(separator: "/") }
        var folders = [config + "/nnboard/themes", path(above.dropLast() + ["share", "nnboard", "themes"])]
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
        let files = folders.flatMap { (try? FileManager.default.contentsOfDirectory(atPath: $0)) ?? [] }
        let found = files.filter { $0.hasSuffix(Self.suffix) }.map { String($0.dropLast(Self.suffix.count)) }
        return Set(found + [Theme.dark.name]).sorted()
    }

    /// Finds a theme.
    ///
    /// - Parameter request: A name, or a path, which has a slash in it or ends in `.theme`.
    /// - Returns: The theme, with all that it inherits.
    /// - Throws: ``ThemeError`` if there is none or a file is wrong.
    public func theme(_ request: String) throws(ThemeError) -> Theme {
        if request.contains("/") || request.hasSuffix(Self.suffix) {
            var name = request.split(separator: "/").last.map(String.init) ?? request
            if name.hasSuffix(Self.suffix) { name.removeLast(Self.suffix.count) }
            return try read(request, name: name, inheritors: [])
        }
        return try theme(named: request, inheritors: [])
    }

    private func theme(named name: String, inheritors: [String]) throws(ThemeError) -> Theme {
        // Somebody's own dark.theme may change a few things of the built-in one.
        if inheritors.contains(name) {
            guard name == Theme.dark.name else { throw .circularInheritance(inheritors + [name]) }
            return .dark
        }
        let paths = folders.map { $0 + "/" + name + Self.suffix }
        if let path = paths.first(where: { FileManager.default.fileExists(atPath: $0) }) {
            return try read(path, name: name, inheritors: inheritors)
        }
        guard name == Theme.dark.name else { throw .notFound(name: name, folders: folders, known: names) }
        return .dark
    }

    private func read(_ path: String, name: String, inheritors: [String]) throws(ThemeError) -> Theme {
        var file = stat()
        guard stat(path, &file) == 0 else {
            throw .unreadable(path: path, reason: "there is no such file")
        }
        guard file.st_mode & S_IFMT == S_IFREG, file.st_size <= Self.largestFile else {
            throw .unreadable(path: path, reason: "it is no small text file")
        }
        guard let data = FileManager.default.contents(atPath: path) else {
            throw .unreadable(path: path, reason: "the system refuses it")
        }
        return try Theme(String(decoding: data, as: UTF8.self), name: name) { (other) throws(ThemeError) in
            try theme(named: other, inheritors: inheritors + [name])
        }
    }
}
