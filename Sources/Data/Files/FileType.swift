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
}
