import Datasets
import Glibc

/// Reading and writing files that are of use only when they are whole.
package enum WholeFile {
    /// Opens an ordinary file for reading; the caller closes it.
    static func open(_ path: String) throws(FileError) -> Int32 {
        // Without O_NONBLOCK, a pipe in the file's place would make the call wait for a writer.
        let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { throw .unreadable(path: path, reason: .lastSystemError) }
        return descriptor
    }

    /// Finds the size of an open file, in bytes.
    static func size(of descriptor: Int32, _ path: String) throws(FileError) -> Int {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else {
            throw .unreadable(path: path, reason: .lastSystemError)
        }
        if let kind = FileType.otherThanFile(status.st_mode) { throw .noFile(path: path, kind: kind) }
        return Int(status.st_size)
    }

    /// Some bytes of an open file; fewer where it ends before.
    static func bytes(_ range: Range<Int>, of descriptor: Int32) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: range.count) { buffer, count in
            while count < range.count {
                let got = pread(
                    descriptor, buffer.baseAddress.map { $0 + count }, range.count - count,
                    range.lowerBound + count)
                if got < 0, errno == EINTR { continue }
                guard got > 0 else { break }
                count += got
            }
        }
    }

    /// All bytes of a file.
    ///
    /// - Parameters:
    ///   - path: The path of the file.
    ///   - largest: Larger files are not read.
    /// - Returns: As many as the file had.
    /// - Throws: ``FileError/unreadable(path:reason:)``.
    package static func read(_ path: String, atMost largest: Int) throws(FileError) -> [UInt8] {
        let descriptor = try open(path)
        defer { close(descriptor) }
        let size = try size(of: descriptor, path)
        guard size <= largest else {
            throw .unreadable(path: path, reason: "it has \(size) bytes, and at most \(largest) are read")
        }
        errno = 0
        let bytes = bytes(0..<size, of: descriptor)
        // A disk that fails must not make a file look shorter than it is.
        guard bytes.count == size else {
            let reason = errno == 0 ? "it ended after \(bytes.count) of its \(size) bytes" : .lastSystemError
            throw .unreadable(path: path, reason: reason)
        }
        return bytes
    }

    /// All bytes of a file, of a pipe or of a device, such as `/dev/stdin`.
    ///
    /// - Parameters:
    ///   - path: The path of the stream.
    ///   - largest: The most bytes; a stream that holds more is not read.
    ///   - patience: The time after which a pipe that nothing has been written to is waited for aloud, in milliseconds.
    ///   - waits: Is called once then; by default it says so on standard error.
    /// - Returns: All up to the end.
    /// - Throws: ``FileError/unreadable(path:reason:)``.
    package static func readStream(
        _ path: String, atMost largest: Int, patience: Int32 = 2000, waits: (() -> Void)? = nil
    ) throws(FileError) -> [UInt8] {
        // Opened a second time, a pipe does not tell that its writer has gone.
        if let own = ownDescriptor(path) { return try readStream(own, path, atMost: largest) }
        var status = stat()
        guard stat(path, &status) == 0, [S_IFIFO, S_IFCHR].contains(status.st_mode & S_IFMT) else {
            return try read(path, atMost: largest)
        }
        let isPipe = status.st_mode & S_IFMT == S_IFIFO
        // Opened in the usual way, a pipe without a writer waits in silence.
        let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY | (isPipe ? O_NONBLOCK : 0))
        guard descriptor >= 0 else { throw .unreadable(path: path, reason: .lastSystemError) }
        defer { close(descriptor) }
        if isPipe {
            if !hasSomething(descriptor, within: patience) {
                if let waits { waits() } else { tellOfWaiting(for: path) }
                while !hasSomething(descriptor, within: -1) {}
            }
            let flags = fcntl(descriptor, F_GETFL)
            guard flags >= 0, fcntl(descriptor, F_SETFL, flags & ~O_NONBLOCK) == 0 else {
                throw .unreadable(path: path, reason: .lastSystemError)
            }
        }
        return try readStream(descriptor, path, atMost: largest)
    }

    /// The descriptor of this program that a path names, such as `/dev/stdin` or `/dev/fd/63`; `nil` for other paths.
    private static func ownDescriptor(_ path: String) -> Int32? {
        if path == "/dev/stdin" { return STDIN_FILENO }
        let folder = ["/dev/fd/", "/proc/self/fd/"].first(where: path.hasPrefix)
        return folder.flatMap { Int32(path.dropFirst($0.count)) }
    }

    /// Says that the program waits for somebody to write into a pipe.
    private static func tellOfWaiting(for path: String) {
        StandardError.write("nnboard: Waiting for something to be written to the pipe \(path.printable).")
    }

    /// Tells whether a pipe has bytes, or its end, within so many milliseconds; -1 waits for as long as it takes, or for a
    /// signal.
    private static func hasSomething(_ descriptor: Int32, within time: Int32) -> Bool {
        var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        return poll(&request, 1, time) > 0
    }

    /// All bytes that an open file, a pipe, a socket or a device still gives.
    ///
    /// - Parameters:
    ///   - descriptor: Open for reading; it stays open.
    ///   - path: Its name, for errors.
    ///   - largest: More is not read.
    /// - Returns: All up to the end.
    /// - Throws: ``FileError/unreadable(path:reason:)``.
    package static func readStream(
        _ descriptor: Int32, _ path: String, atMost largest: Int
    ) throws(FileError) -> [UInt8] {
        var bytes: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let got = Glibc.read(descriptor, &piece, piece.count)
            if got < 0, errno == EINTR { continue }
            guard got >= 0 else { throw .unreadable(path: path, reason: .lastSystemError) }
            guard got > 0 else { return bytes }
            bytes += piece[..<got]
            guard bytes.count <= largest else {
                throw .unreadable(path: path, reason: "it has more than the \(largest) bytes that are read")
            }
        }
    }

    /// Writes a file, in the place of an earlier one: whole or not at all.
    ///
    /// - Parameters:
    ///   - bytes: All of it.
    ///   - path: The path of the file.
    ///   - isSafe: `true` to wait until it is on the disk.
    /// - Throws: ``FileError/notWritten(path:reason:remedy:)``.
    package static func write(
        _ bytes: [UInt8], to path: String, safely isSafe: Bool = true
    ) throws(FileError) {
        do throws(WritingError) {
            try FileWriter.write(bytes, to: path, safely: isSafe)
        } catch {
            throw FileError(error)
        }
    }
}

extension FileError {
    /// The error of a file that can't be written.
    init(_ error: WritingError) {
        self = .notWritten(path: error.path, reason: error.reason, remedy: error.remedy)
    }

    /// The error of a file that can't be written, by the system's number for the reason.
    init(notWritten path: String, _ number: Int32) { self.init(WritingError(path, number)) }
}
