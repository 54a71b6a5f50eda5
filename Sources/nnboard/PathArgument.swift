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
}
