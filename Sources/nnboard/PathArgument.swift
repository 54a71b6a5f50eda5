import ArgumentParser

/// A path as an argument of the command line.
enum PathArgument {
    /// Refuses an empty path: mostly a shell's variable without a value.
    ///
    /// - Parameters:
    ///   - path: The path, if one was given.
    ///   - option: The option or the argument's name.
    /// - Throws: A usage error.
    static func check(_ path: String?, _ option: String) throws {
        guard path != "" else {
            throw ValidationError("\(option) is empty. Name a file or folder, or leave it out.")
        }
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
