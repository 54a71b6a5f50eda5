import Glibc

/// A regular file as it was found, to be known again.
package struct FoundFile: Equatable, Sendable {
    private let device: dev_t
    private let inode: ino_t
    /// The time of the last change of its bytes, rights or names, in seconds and billionths.
    private let changed: [Int]
    let mode: mode_t
    let owner: uid_t
    let group: gid_t

    /// Takes what the system says; `nil` where it is no regular file.
    init?(_ status: stat) {
        guard status.st_mode & S_IFMT == S_IFREG else { return nil }
        (device, inode) = (status.st_dev, status.st_ino)
        changed = [status.st_ctim.tv_sec, status.st_ctim.tv_nsec]
        (mode, owner, group) = (status.st_mode & 0o7777, status.st_uid, status.st_gid)
    }

    /// Looks at a name; `nil` where none, a link or no regular file has it.
    init?(at path: PathBytes) {
        var status = stat()
        guard path.withCString({ lstat($0, &status) }) == 0 else { return nil }
        self.init(status)
    }

    /// Looks at the file that a name leads to; `nil` where it leads to none, or to no regular file.
    package init?(following name: String) {
        var status = stat()
        guard PathBytes(name).withCString({ stat($0, &status) }) == 0 else { return nil }
        self.init(status)
    }

    /// Looks at an open file.
    init?(open descriptor: Int32) {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { return nil }
        self.init(status)
    }

    /// Tells whether it is the same file, whatever has changed about it.
    package func isSame(as other: FoundFile) -> Bool { device == other.device && inode == other.inode }
}
