import ArgumentParser

/// A path as an argument of the command line.
enum PathArgument {
    /// Refuses an empty path, mostly a shell's variable without a value, and a tilde that is left.
    ///
    /// - Parameters:
    ///   - path: The path, if one was given.
    ///   - option: The option or the argument's name.
    /// - Throws: A usage error.
    static func check(_ path: String?, _ option: String) throws {
        guard path != "" else {
            throw ValidationError("\(option) is empty. Name a file or folder, or leave it out.")
        }
        if let path { try checkHome(path, option) }
    }

    /// Refuses a tilde that the shell has not replaced by the home folder.
    ///
    /// It does where a tilde stands unquoted at the beginning of a word. Quotation marks that are left belong to the name.
    ///
    /// - Parameters:
    ///   - path: The path.
    ///   - option: The option or the argument's name.
    /// - Throws: A usage error.
    static func checkHome(_ path: String, _ option: String) throws {
        guard path == "~" || path.hasPrefix("~/") else { return }
        throw ValidationError(
            "\(option) begins with a tilde that the shell has not replaced by the home folder: write "
                + "\(path.count > 2 ? path : "~/mine") as a word of its own, without quotation marks, or ./\(path) where "
                + "it belongs to the name.")
    }

    /// Refuses “-”, by which others mean standard output: only files are written.
    ///
    /// - Parameters:
    ///   - path: The path, if one was given.
    ///   - option: The option or the argument's name.
    /// - Throws: A usage error.
    static func checkWritten(_ path: String?, _ option: String) throws {
        try check(path, option)
        guard path != "-" else {
            throw ValidationError(
                "\(option) is “-”, and this writes to files, not to standard output. Name one, or write ./- for a file "
                    + "of that name.")
        }
    }
}
