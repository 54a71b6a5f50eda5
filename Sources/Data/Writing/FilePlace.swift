import Glibc

/// The place that a name leads to, and its occupant at the moment.
///
/// Symbolic links are followed, also those that lead to no file yet. The file that standard output or standard error
/// goes to is no place for another one. What is found is looked at again when a file takes its place: look a place up
/// right before writing.
package struct FilePlace: Equatable, Sendable {
    /// The name that a person gave.
    package let name: String
    /// The end of the symbolic links; the name itself where there are none.
    package let path: PathBytes
    /// The occupant when the place was looked up.
    let occupant: Occupant

    /// The things that may be at a place.
    enum Occupant: Equatable, Sendable {
        /// Nothing yet.
        case nothing
        /// A file, which is replaced or rewritten.
        case file(FoundFile)
        /// A pipe or a device, which takes the bytes as they come.
        case stream
    }

    /// As many links as Linux follows.
    private static let mostLinks = 40

    /// Finds the place of a name.
    ///
    /// - Throws: ``WritingError`` where nothing can be written there.
    package init(_ name: String) throws(WritingError) {
        self.name = name
        let named = PathBytes(name)
        guard !named.bytes.isEmpty else { throw WritingError(name, "it has no name") }
        guard !named.bytes.contains(0) else { throw WritingError(name, "no name holds a zero byte") }
        var status = stat()
        guard named.withCString({ stat($0, &status) }) == 0 else {
            guard errno == ENOENT else { throw WritingError(name, errno) }
            guard !named.namesFolder else {
                throw WritingError(name, "its name is a folder's", remedy: .fileName)
            }
            path = try Self.end(of: named, name)
            occupant = .nothing
            try Self.checkFolder(path.folder, of: name)
            return
        }
        switch status.st_mode & S_IFMT {
        case S_IFREG: break
        case S_IFDIR: throw WritingError(name, EISDIR)
        case S_IFSOCK: throw WritingError(name, "it is a socket")
        default:
            (path, occupant) = (named, .stream)
            return
        }
        guard let file = FoundFile(status) else { throw WritingError(name, "it is no ordinary file") }
        for (descriptor, title) in [(STDOUT_FILENO, "output"), (STDERR_FILENO, "error")]
        where FoundFile(open: descriptor)?.isSame(as: file) == true {
            throw WritingError(name, "it is the file that standard \(title) goes to")
        }
        let end = try Self.end(of: named, name)
        // Links of /proc lead where no path does.
        path = FoundFile(at: end)?.isSame(as: file) == true ? end : named
        occupant = .file(file)
        // Renaming would need no right to the file; whoever took it away meant it.
        guard path.may(W_OK) else { throw WritingError(name, errno) }
    }

    /// A name that nothing has yet, as it stands.
    ///
    /// - Parameter name: The name.
    package init(new name: String) {
        (self.name, path, occupant) = (name, PathBytes(name), .nothing)
    }

    /// Tells whether nothing has the name, no link either.
    package var isFree: Bool {
        var status = stat()
        return path.withCString { lstat($0, &status) } != 0
    }

    /// Tells whether a pipe or a device is written to.
    var isStream: Bool { occupant == .stream }

    /// Tells whether bytes are given as they come to what was found: a pipe or a device.
    static func isStream(_ status: stat) -> Bool {
        ![S_IFREG, S_IFDIR, S_IFSOCK].contains(status.st_mode & S_IFMT)
    }

    /// The file at the place, if there is one.
    package var file: FoundFile? {
        if case .file(let file) = occupant { file } else { nil }
    }

    /// Begins a file that grows while the program runs: with the mode and owner of the one that was there, and without
    /// its bytes.
    ///
    /// - Returns: An open file for the caller to close.
    /// - Throws: ``WritingError``, also where another file has appeared since this place was looked up.
    package func begin() throws(WritingError) -> Int32 {
        guard !isStream else { return try openStream() }
        // In a folder such as /tmp, O_CREAT refuses somebody else's file, though it may be written.
        let making = occupant == .nothing ? O_CREAT | O_EXCL : 0
        var descriptor: Int32 = -1
        repeat {
            descriptor = path.withCString { open($0, O_WRONLY | O_CLOEXEC | O_NOCTTY | making, 0o666) }
        } while descriptor < 0 && errno == EINTR
        guard descriptor >= 0 else {
            throw errno == EEXIST ? .appeared(at: name) : WritingError(name, errno)
        }
        let found = FoundFile(open: descriptor)
        let isExpected =
            switch occupant {
            case .nothing: true
            case .file(let file): found?.isSame(as: file) == true
            case .stream: false
            }
        guard isExpected, found == nil || ftruncate(descriptor, 0) == 0 else {
            let error = isExpected ? WritingError(name, errno) : .appeared(at: name)
            close(descriptor)
            throw error
        }
        return descriptor
    }

    /// The time that a pipe may be without a reader, in hundredths of a second: the reader may be started at the same
    /// time, or read several pipes one after another.
    private static let patience = 200

    /// Opens the pipe or the device that is there.
    ///
    /// - Parameter calls: The system, or what fails in its place.
    /// - Returns: An open file for the caller to close, which waits for its reader once it has one.
    /// - Throws: ``WritingError``, also where nothing reads from the pipe: to wait for a reader could take for ever.
    func openStream(_ calls: FileCalls = .system) throws(WritingError) -> Int32 {
        var descriptor: Int32 = -1
        var patience = Self.patience
        while true {
            descriptor = path.withCString {
                calls.open($0, O_WRONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK, 0)
            }
            if descriptor >= 0 { break }
            let number = errno
            switch number {
            case EINTR: continue
            case ENXIO where isPipe:
                guard patience > 0 else {
                    throw WritingError(name, "nothing reads from the pipe", remedy: .reader)
                }
                patience -= 1
                calls.pause()
            default: throw WritingError(name, number)
            }
        }
        let flags = fcntl(descriptor, F_GETFL)
        guard FoundFile(open: descriptor) == nil, flags >= 0,
            fcntl(descriptor, F_SETFL, flags & ~O_NONBLOCK) == 0
        else {
            _ = calls.close(descriptor)
            throw .appeared(at: name)
        }
        return descriptor
    }

    private var isPipe: Bool {
        var status = stat()
        return path.withCString { stat($0, &status) } == 0 && status.st_mode & S_IFMT == S_IFIFO
    }

    private static func checkFolder(_ folder: PathBytes, of name: String) throws(WritingError) {
        var status = stat()
        guard folder.withCString({ stat($0, &status) }) == 0 else {
            throw errno == ENOENT
                ? WritingError(name, "there is no folder \(folder.text.printable)", remedy: .folders)
                : WritingError(name, errno)
        }
        guard status.st_mode & S_IFMT == S_IFDIR else { throw WritingError(name, ENOTDIR) }
        guard folder.may(W_OK | X_OK) else { throw WritingError(name, errno) }
    }

    /// Follows the links of the last part; those of folders are the system's.
    private static func end(of named: PathBytes, _ name: String) throws(WritingError) -> PathBytes {
        var path = named
        for _ in 0..<mostLinks {
            var status = stat()
            guard path.withCString({ lstat($0, &status) }) == 0 else {
                guard errno == ENOENT else { throw WritingError(name, errno) }
                guard !path.namesFolder else { throw WritingError(name, EISDIR) }
                return path
            }
            guard status.st_mode & S_IFMT == S_IFLNK else { return path }
            let link = [UInt8](unsafeUninitializedCapacity: Int(PATH_MAX)) { buffer, count in
                count = path.withCString { path in
                    buffer.withMemoryRebound(to: CChar.self) { link in
                        link.baseAddress.map { max(0, readlink(path, $0, link.count)) } ?? 0
                    }
                }
            }
            guard !link.isEmpty else { throw WritingError(name, errno) }
            path = path.following(link)
        }
        throw WritingError(name, ELOOP)
    }
}

extension PathBytes {
    /// Tells whether the program has rights to what the place holds.
    func may(_ rights: Int32) -> Bool {
        withCString { faccessat(AT_FDCWD, $0, rights, AT_EACCESS) } == 0
    }
}
