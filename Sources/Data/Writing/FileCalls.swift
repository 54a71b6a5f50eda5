import Glibc

/// The calls of the system that change files, so that tests can let each of them fail in turn.
///
/// Each gives what the system gives, and leaves its reason in `errno`.
package struct FileCalls: Sendable {
    /// A path, ended by zero.
    package typealias Path = UnsafePointer<CChar>

    /// `open`.
    package var open: @Sendable (_ path: Path, _ flags: Int32, _ mode: mode_t) -> Int32
    /// `write`.
    package var write: @Sendable (_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int
    /// `posix_fallocate`, which gives its reason as a result.
    package var reserve: @Sendable (_ descriptor: Int32, _ count: Int) -> Int32
    /// `ftruncate`.
    package var truncate: @Sendable (_ descriptor: Int32, _ count: Int) -> Int32
    /// `fsync`.
    package var sync: @Sendable (_ descriptor: Int32) -> Int32
    /// `close`.
    package var close: @Sendable (_ descriptor: Int32) -> Int32
    /// `fchown`.
    package var own: @Sendable (_ descriptor: Int32, _ owner: uid_t, _ group: gid_t) -> Int32
    /// `fchmod`.
    package var permit: @Sendable (_ descriptor: Int32, _ mode: mode_t) -> Int32
    /// Gives an open file without a name its first one.
    package var name: @Sendable (_ descriptor: Int32, _ path: Path) -> Int32
    /// `link`.
    package var link: @Sendable (_ old: Path, _ new: Path) -> Int32
    /// `rename`.
    package var rename: @Sendable (_ old: Path, _ new: Path) -> Int32
    /// `unlink`.
    package var unlink: @Sendable (_ path: Path) -> Int32
    /// Sleeps for a hundredth of a second.
    package var pause: @Sendable () -> Void

    /// Those of the system.
    package static let system = FileCalls(
        open: { path, flags, mode in Glibc.open(path, flags, mode) },
        write: { Glibc.write($0, $1, $2) },
        reserve: { posix_fallocate($0, 0, $1) },
        truncate: { ftruncate($0, $1) },
        sync: { fsync($0) },
        close: { Glibc.close($0) },
        own: { fchown($0, $1, $2) },
        permit: { fchmod($0, $1) },
        name: { descriptor, path in
            linkat(AT_FDCWD, "/proc/self/fd/\(descriptor)", AT_FDCWD, path, AT_SYMLINK_FOLLOW)
        },
        link: { Glibc.link($0, $1) },
        rename: { Glibc.rename($0, $1) },
        unlink: { Glibc.unlink($0) },
        pause: { usleep(10_000) })

    /// Writes all bytes, however many at a time the system takes.
    ///
    /// - Returns: The error's number, or `nil` once all are written.
    package func writeAll(_ bytes: [UInt8], to descriptor: Int32, patience: Int32 = -1) -> Int32? {
        bytes.withUnsafeBytes { buffer in
            var done = 0
            while done < buffer.count {
                let count = write(descriptor, buffer.baseAddress.map { $0 + done }, buffer.count - done)
                if count > 0 {
                    done += count
                } else if count < 0, errno == EAGAIN {
                    // Somebody else made the pipe one that doesn't wait.
                    var request = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
                    if poll(&request, 1, patience) == 0 { return EAGAIN }
                } else if count == 0 || errno != EINTR {
                    return count == 0 ? EIO : errno
                }
            }
            return nil
        }
    }
}
