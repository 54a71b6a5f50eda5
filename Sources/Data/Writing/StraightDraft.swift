import Glibc

/// A file that is written where it stands: a pipe or a device, or a file in a folder that takes no other one.
final class StraightDraft: FileDraft {
    let target: FileTarget
    private let bytes: [UInt8]
    private let way: FileTarget.Way
    private let isSafe: Bool
    private let calls: FileCalls
    /// Open where a file is rewritten.
    private var descriptor: Int32 = -1
    /// The bytes that are there, where they may be read.
    private var earlier: [UInt8]?
    /// The length of the file in bytes, for as long as it may have more of them reserved.
    private var size: Int?
    private var isCommitted = false

    /// Opens a file, and makes sure of its room on the disk, but changes none of its bytes.
    ///
    /// - Parameters:
    ///   - bytes: The whole file.
    ///   - target: The place.
    ///   - way: How it is written; by default as the target says.
    ///   - isSafe: Whether to wait for the disk.
    ///   - calls: The system, or what fails in its place.
    /// - Throws: ``WritingError``.
    init(
        _ bytes: [UInt8], to target: FileTarget, way: FileTarget.Way? = nil, safely isSafe: Bool,
        calls: FileCalls
    ) throws(WritingError) {
        (self.target, self.bytes, self.isSafe, self.calls) = (target, bytes, isSafe, calls)
        self.way = way ?? target.way
        guard self.way != .stream else { return }
        for rights in [O_RDWR, O_WRONLY] where descriptor < 0 {
            descriptor = target.path.withCString { calls.open($0, rights | O_CLOEXEC, 0) }
        }
        guard descriptor >= 0 else { throw WritingError(target.name, errno) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw WritingError(target.name, errno) }
        let size = Int(status.st_size)
        earlier = Self.contents(of: descriptor, size)
        let number = calls.reserve(descriptor, bytes.count)
        // Some file systems can't say; and no room is needed for no bytes.
        guard [0, EOPNOTSUPP, EINVAL, ENOSYS, EBADF].contains(number) else {
            _ = calls.truncate(descriptor, size)
            throw WritingError(target.name, number)
        }
        self.size = size
    }

    deinit {
        if let size { _ = calls.truncate(descriptor, size) }
        if descriptor >= 0 { _ = calls.close(descriptor) }
    }

    func commit() throws(WritingError) {
        guard way != .stream else { return try pour() }
        (isCommitted, size) = (true, nil)
        if let number = rewrite(with: bytes) {
            let isRestored = earlier.map { rewrite(with: $0) == nil } ?? false
            isCommitted = false
            let error = WritingError(target.name, number)
            throw isRestored ? error : error.adding("; the earlier file is lost")
        }
    }

    func rollBack() -> PathBytes? {
        if isCommitted, let earlier { _ = rewrite(with: earlier) }
        return nil
    }

    func finish() throws(WritingError) {}

    /// Replaces all bytes of the open file.
    private func rewrite(with bytes: [UInt8]) -> Int32? {
        guard lseek(descriptor, 0, SEEK_SET) == 0 else { return errno }
        if let number = calls.writeAll(bytes, to: descriptor) { return number }
        guard calls.truncate(descriptor, bytes.count) == 0 else { return errno }
        return !isSafe || calls.sync(descriptor) == 0 ? nil : errno
    }

    /// Gives a pipe or a device all bytes; one that waits for its reader waits.
    private func pour() throws(WritingError) {
        var stream: Int32 = -1
        repeat {
            stream = target.path.withCString { calls.open($0, O_WRONLY | O_CLOEXEC | O_NOCTTY, 0) }
        } while stream < 0 && errno == EINTR
        guard stream >= 0 else { throw WritingError(target.name, errno) }
        var number = withoutPipeSignal { calls.writeAll(bytes, to: stream) }
        if calls.close(stream) != 0, number == nil { number = errno }
        if let number { throw WritingError(target.name, number) }
    }

    /// Does something while a pipe without a reader is an error, and not the end of the program.
    private func withoutPipeSignal(_ body: () -> Int32?) -> Int32? {
        var (pipe, before, pending) = (sigset_t(), sigset_t(), sigset_t())
        sigemptyset(&pipe)
        sigaddset(&pipe, SIGPIPE)
        sigpending(&pending)
        let wasPending = sigismember(&pending, SIGPIPE) == 1
        pthread_sigmask(SIG_BLOCK, &pipe, &before)
        let number = body()
        if number == EPIPE, !wasPending {
            var none = timespec()
            while sigtimedwait(&pipe, nil, &none) < 0, errno == EINTR {}
        }
        pthread_sigmask(SIG_SETMASK, &before, nil)
        return number
    }

    private static func contents(of descriptor: Int32, _ size: Int) -> [UInt8]? {
        let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            while count < size {
                let got = pread(descriptor, buffer.baseAddress.map { $0 + count }, size - count, off_t(count))
                if got < 0, errno == EINTR { continue }
                guard got > 0 else { break }
                count += got
            }
        }
        return bytes.count == size ? bytes : nil
    }
}
