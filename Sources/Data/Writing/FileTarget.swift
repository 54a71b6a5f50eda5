import Glibc

/// The place that a name leads to, and the way in which a file gets there.
///
/// Symbolic links are followed, also those that lead to no file yet. The file that standard output or standard error
/// goes to is no place for another one.
package struct FileTarget: Equatable, Sendable {
    /// The name that a person gave.
    package let name: String
    /// The end of the symbolic links; the name itself where there are none.
    package let path: PathBytes
    /// The way in which a file gets there.
    let way: Way

    /// The way in which a file gets to its place.
    enum Way: Equatable, Sendable {
        /// There is none yet.
        case make
        /// A file that is replaced at once, with its mode and, where that is allowed, its owner.
        case replace(mode: mode_t, owner: uid_t, group: gid_t)
        /// A file in a folder that takes no new ones: its bytes are replaced.
        case rewrite
        /// A pipe or a device takes the bytes as they come.
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
        guard !named.namesFolder else { throw WritingError(name, EISDIR) }
        var status = stat()
        guard named.withCString({ stat($0, &status) }) == 0 else {
            guard errno == ENOENT else { throw WritingError(name, errno) }
            path = try Self.end(of: named, name)
            way = .make
            try Self.checkFolder(path.folder, of: name)
            return
        }
        switch status.st_mode & S_IFMT {
        case S_IFREG: break
        case S_IFDIR: throw WritingError(name, EISDIR)
        case S_IFSOCK: throw WritingError(name, "it is a socket")
        default:
            (path, way) = (named, .stream)
            return
        }
        for (descriptor, title) in [(STDOUT_FILENO, "output"), (STDERR_FILENO, "error")] {
            var other = stat()
            if fstat(descriptor, &other) == 0, other.st_dev == status.st_dev, other.st_ino == status.st_ino {
                throw WritingError(name, "it is the file that standard \(title) goes to")
            }
        }
        let end = try Self.end(of: named, name)
        var last = stat()
        // Links of /proc lead where no path does.
        let isThere =
            end.withCString { lstat($0, &last) } == 0 && last.st_ino == status.st_ino
            && last.st_dev == status.st_dev
        path = isThere ? end : named
        // Renaming would need no right to the file; whoever took it away meant it.
        guard Self.may(W_OK, path) else { throw WritingError(name, errno) }
        way =
            isThere && Self.may(W_OK | X_OK, end.folder)
            ? .replace(mode: status.st_mode & 0o7777, owner: status.st_uid, group: status.st_gid) : .rewrite
    }

    /// A name that nothing has yet, as it stands.
    ///
    /// - Parameter name: The name.
    package init(new name: String) {
        (self.name, path, way) = (name, PathBytes(name), .make)
    }

    /// Tells whether a pipe or a device is written to.
    var isStream: Bool { way == .stream }

    /// Begins a file that grows while the program runs: with the mode and owner of one that was there, and without its
    /// bytes.
    ///
    /// - Returns: An open file for the caller to close.
    /// - Throws: ``WritingError``.
    package func begin() throws(WritingError) -> Int32 {
        let descriptor = path.withCString {
            open($0, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOCTTY, 0o666)
        }
        guard descriptor >= 0 else { throw WritingError(name, errno) }
        return descriptor
    }

    private static func may(_ rights: Int32, _ path: PathBytes) -> Bool {
        path.withCString { faccessat(AT_FDCWD, $0, rights, AT_EACCESS) } == 0
    }

    private static func checkFolder(_ folder: PathBytes, of name: String) throws(WritingError) {
        var status = stat()
        guard folder.withCString({ stat($0, &status) }) == 0 else {
            throw errno == ENOENT
                ? WritingError(name, "there is no folder \(folder.text.printable)")
                : WritingError(name, errno)
        }
        guard status.st_mode & S_IFMT == S_IFDIR else { throw WritingError(name, ENOTDIR) }
        guard may(W_OK | X_OK, folder) else { throw WritingError(name, errno) }
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
