import Datasets
import Glibc

/// The system calls behind the files of a run.
///
/// Writing and flushing are apart. What is written is in the system's memory and survives the end of the program; only
/// what is flushed survives that of the machine's power. A folder has one writer, which holds its lock.
enum RunFile {
    /// The end of the name of a file that is not whole yet.
    static let partSuffix = ".part"

    /// Writes a file, which has its name only once it is whole.
    ///
    /// - Throws: ``FileError/notWritten(path:reason:remedy:)``; nothing of it is left then.
    static func write(_ bytes: [UInt8], to path: String) throws(FileError) {
        // The same name each time: what a killed program left of it is written over.
        let part = path + partSuffix
        let descriptor = open(part, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw FileError(notWritten: path, errno) }
        if put(bytes, at: 0, intoAndClose: descriptor), rename(part, path) == 0 { return }
        let reason = errno
        unlink(part)
        throw FileError(notWritten: path, reason)
    }

    /// Writes bytes at a place of a file, over those that it has; the file is made where there is none.
    ///
    /// - Throws: ``FileError/notWritten(path:reason:remedy:)``; some of them may be in the file then.
    static func write(_ bytes: [UInt8], to path: String, at offset: Int) throws(FileError) {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw FileError(notWritten: path, errno) }
        guard put(bytes, at: offset, intoAndClose: descriptor) else {
            throw FileError(notWritten: path, errno)
        }
    }

    /// Tells whether all bytes are written; if not, `errno` says why.
    private static func put(_ bytes: [UInt8], at offset: Int, intoAndClose descriptor: Int32) -> Bool {
        let isWritten = bytes.withUnsafeBytes { buffer in
            var done = 0
            while done < buffer.count {
                let count = pwrite(
                    descriptor, buffer.baseAddress.map { $0 + done }, buffer.count - done,
                    off_t(offset + done))
                if count < 0, errno == EINTR { continue }
                guard count > 0 else { return false }
                done += count
            }
            return true
        }
        let reason = errno
        // Some file systems tell only here that there is no room.
        let isClosed = close(descriptor) == 0
        if !isWritten { errno = reason }
        return isWritten && isClosed
    }

    /// Waits until a file, or the names in a folder, are on the disk.
    ///
    /// - Throws: ``FileError/notWritten(path:reason:remedy:)``; what is not there needs no flush.
    static func flush(_ path: String) throws(FileError) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else {
            if errno == ENOENT { return }
            throw FileError(notWritten: path, errno)
        }
        defer { close(descriptor) }
        while fsync(descriptor) != 0 {
            if errno == EINTR { continue }
            // Some file systems can't, and need not.
            if errno == EINVAL || errno == ENOTSUP { return }
            throw FileError(notWritten: path, errno)
        }
    }
}
