import FoundationEssentials
import Glibc

/// A file in the making, which appears under its name once it is whole, and leaves nothing if it never becomes so.
///
/// Where the file system can, it has no name until then, so that it vanishes with the program however that ends.
/// Elsewhere it has another name in the same folder, and what a killed program left of that kind goes after a day.
package struct PartialFile: ~Copyable {
    /// The name that it will have.
    let target: String
    /// Open for reading and writing.
    package let descriptor: Int32
    /// The name that it has meanwhile, if it has one.
    private var path: String?

    private static let suffix = ".part"
    /// Linux' `O_TMPFILE` (`<bits/fcntl-linux.h>`), a macro that Swift can't read.
    private static let unnamed = 0o20_000_000 | O_DIRECTORY
    /// No download takes longer than this, in seconds.
    private static let longestDownload = 86_400

    /// Makes an empty one.
    ///
    /// - Parameters:
    ///   - target: The name that it will have.
    ///   - mayBeUnnamed: Whether to try without a name first.
    /// - Throws: ``DownloadError/notWritten(path:reason:)``.
    package init(for target: String, mayBeUnnamed: Bool = true) throws {
        self.target = target
        Self.removeLeftovers(of: target)
        // A name is given through /proc, which some containers lack.
        if mayBeUnnamed, access("/proc/self/fd", X_OK) == 0 {
            let unnamed = open(Self.folder(of: target), O_RDWR | O_CLOEXEC | Self.unnamed, 0o666)
            if unnamed >= 0 {
                descriptor = unnamed
                return
            }
        }
        let path = Self.temporaryName(for: target)
        descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else {
            throw DownloadError.notWritten(path: target, reason: .lastSystemError)
        }
        self.path = path
    }

    deinit {
        close(descriptor)
        if let path { unlink(path) }
    }

    /// Gives it its name, in place of a file that had it.
    ///
    /// - Parameter isSafe: Whether to wait until all of it is on the disk, where no loss of power can take it away.
    /// - Throws: ``DownloadError/notWritten(path:reason:)``.
    package consuming func keep(safely isSafe: Bool = true) throws {
        guard !isSafe || fsync(descriptor) == 0, takeName() else {
            throw DownloadError.notWritten(path: target, reason: .lastSystemError)
        }
        path = nil
        guard isSafe else { return }
        // The new name is in the folder, which is written on its own. Some file systems can't, and need not.
        let entry = open(Self.folder(of: target), O_RDONLY | O_CLOEXEC | O_DIRECTORY)
        if entry >= 0 {
            fsync(entry)
            close(entry)
        }
    }

    /// Whether it has its name now; if not, `errno` says why.
    private mutating func takeName() -> Bool {
        if let path { return rename(path, target) == 0 }
        func link(to name: String) -> Bool {
            linkat(AT_FDCWD, "/proc/self/fd/\(descriptor)", AT_FDCWD, name, AT_SYMLINK_FOLLOW) == 0
        }
        if link(to: target) { return true }
        // Linking never replaces a file, but renaming does.
        guard errno == EEXIST else { return false }
        let other = Self.temporaryName(for: target)
        guard link(to: other) else { return false }
        path = other
        return rename(other, target) == 0
    }

    /// A name in the same folder, so that renaming moves no bytes; another each time, as two downloads at once must
    /// not write into one file.
    private static func temporaryName(for target: String) -> String {
        target + "." + String(UInt64.random(in: 0 ... .max), radix: 36) + suffix
    }

    private static func folder(of target: String) -> String {
        guard let slash = target.lastIndex(of: "/") else { return "." }
        return slash == target.startIndex ? "/" : String(target[..<slash])
    }

    /// Removes what programs that were killed have left behind.
    private static func removeLeftovers(of target: String) {
        let folder = folder(of: target)
        let prefix = (target.split(separator: "/").last.map(String.init) ?? target) + "."
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        for name in names where name.hasPrefix(prefix) && name.hasSuffix(suffix) {
            let path = folder + "/" + name
            var status = stat()
            // A younger one may be somebody's download that goes on.
            guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
                time(nil) - status.st_mtim.tv_sec > longestDownload
            else { continue }
            unlink(path)
        }
    }
}
