import Glibc

/// A file in the making: it has another name until it is whole, and is removed if it never becomes so.
struct PartialFile: ~Copyable {
    /// The name that it will have.
    let target: String
    /// The name that it has, in the same folder, so that renaming moves no bytes.
    let path: String
    /// Open for reading and writing.
    let descriptor: Int32
    private var isKept = false

    /// Makes an empty one.
    ///
    /// - Parameter target: The name that it will have.
    /// - Throws: ``DownloadError/notWritten(path:reason:)``.
    init(for target: String) throws {
        // Two downloads at once must not write into one file.
        path = target + "." + String(UInt64.random(in: 0 ... .max), radix: 36) + ".part"
        descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
        self.target = target
        guard descriptor >= 0 else { throw DownloadError.notWritten(path: path, reason: .lastSystemError) }
    }

    deinit {
        close(descriptor)
        if !isKept { unlink(path) }
    }

    /// Gives it its name, in place of a file that had it, once all of it is safe on the disk.
    ///
    /// - Throws: ``DownloadError/notWritten(path:reason:)``.
    consuming func keep() throws {
        guard fsync(descriptor) == 0, rename(path, target) == 0 else {
            throw DownloadError.notWritten(path: target, reason: .lastSystemError)
        }
        isKept = true
        // The new name is in the folder, which is written on its own. Some file systems can't, and need not.
        let folder = target.lastIndex(of: "/").map { String(target[..<$0]) } ?? "."
        let entry = open(folder.isEmpty ? "/" : folder, O_RDONLY | O_CLOEXEC | O_DIRECTORY)
        if entry >= 0 {
            fsync(entry)
            close(entry)
        }
    }
}
