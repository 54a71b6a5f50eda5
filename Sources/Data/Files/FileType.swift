import Glibc

/// The types of things that a path may lead to.
package enum FileType {
    /// Names what stands in the place of an ordinary file.
    ///
    /// - Parameter mode: As `stat` tells it.
    /// - Returns: A part of a sentence; `nil` where it is a file.
    package static func otherThanFile(_ mode: mode_t) -> String? {
        switch mode & S_IFMT {
        case S_IFREG: nil
        case S_IFDIR: "it is a folder"
        case S_IFIFO: "it is a pipe"
        case S_IFSOCK: "it is a socket"
        case S_IFCHR, S_IFBLK: "it is a device"
        default: "it is no ordinary file"
        }
    }

    /// Tells whether a bare word is meant as a path: something is there, and no folder, which may be called as anything is.
    ///
    /// - Parameter word: A name without a slash; the two that every folder has can be meant as nothing else.
    /// - Returns: `true` where it is a path.
    package static func isPath(_ word: String) -> Bool {
        var status = stat()
        guard stat(word, &status) == 0 else { return false }
        return status.st_mode & S_IFMT != S_IFDIR || [".", ".."].contains(word)
    }
}
