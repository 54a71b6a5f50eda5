import Glibc

/// A file in the making, which appears under its name once it is whole, and leaves nothing if it never becomes so.
///
/// If the file system can do so, it has no name until then, so that it vanishes with the program however that
/// ends. Elsewhere it has another name in the same folder, and what a killed program left of that kind goes
/// after a day.
package struct PartialFile: ~Copyable {
    /// The place where it will be.
    let place: FilePlace
    /// Open for reading and writing.
    package let descriptor: Int32
    /// The name that it has meanwhile, if it has one.
    private var path: PathBytes?
    private let calls: FileCalls

    /// No file's name is longer than 255 bytes, so a temporary one doesn't contain it.
    private static let prefix = ".nnboard-"
    private static let suffix = ".part"
    private static let earlierSuffix = ".before"
    /// Linux' `O_TMPFILE` (`<bits/fcntl-linux.h>`), a macro that Swift can't read.
    private static let unnamed = 0o20_000_000 | O_DIRECTORY
    /// No download takes longer than this, in seconds.
    private static let longest = 86_400

    /// Makes an empty one.
    ///
    /// - Parameters:
    ///   - place: The place where it will be.
    ///   - mayBeUnnamed: `true` to try without a name first.
    ///   - calls: The system, or what fails in its place.
    /// - Throws: ``WritingError``.
    package init(
        for place: FilePlace, mayBeUnnamed: Bool = true, calls: FileCalls = .system
    ) throws(WritingError) {
        (self.place, self.calls) = (place, calls)
        // Until it has the mode of the file that it replaces, it is nobody else's business.
        let mode: mode_t = place.file == nil ? 0o666 : 0o600
        // A name is given through /proc, which some containers lack.
        if mayBeUnnamed, access("/proc/self/fd", X_OK) == 0 {
            let unnamed = place.path.folder.withCString {
                calls.open($0, O_RDWR | O_CLOEXEC | Self.unnamed, mode)
            }
            if unnamed >= 0 {
                descriptor = unnamed
                return
            }
        }
        Self.removeLeftovers(beside: place.path)
        let path = Self.temporaryPath(beside: place.path)
        let named = path.withCString { calls.open($0, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, mode) }
        guard named >= 0 else { throw WritingError(place.name, errno) }
        descriptor = named
        self.path = path
    }

    deinit {
        _ = calls.close(descriptor)
        if let path { _ = path.withCString(calls.unlink) }
    }

    /// Writes bytes behind those that it has already.
    package func write(_ bytes: [UInt8]) throws(WritingError) {
        if let number = calls.writeAll(bytes, to: descriptor) { throw WritingError(place.name, number) }
    }

    /// Gives it the mode and owner of the file that it replaces, and waits until its bytes are on the disk.
    ///
    /// - Parameter isSafe: `true` to wait for the disk.
    /// - Throws: ``WritingError``.
    package func complete(safely isSafe: Bool = true) throws(WritingError) {
        if let file = place.file {
            var mode = file.mode
            // Only the administrator may give files away; what is then another owner's keeps its own rights.
            if calls.own(descriptor, file.owner, file.group) != 0 {
                mode &= 0o777
                if calls.own(descriptor, .max, file.group) != 0 { mode = mode & 0o707 | (mode & 0o7) << 3 }
            }
            guard calls.permit(descriptor, mode) == 0 else { throw WritingError(place.name, errno) }
        }
        if isSafe, calls.sync(descriptor) != 0 { throw WritingError(place.name, errno) }
    }

    /// Gives it a name in its folder, so that only renaming is left to be done.
    package mutating func takeTemporaryName() throws(WritingError) {
        guard path == nil else { return }
        Self.removeLeftovers(beside: place.path)
        let other = Self.temporaryPath(beside: place.path)
        guard other.withCString({ calls.name(descriptor, $0) }) == 0 else {
            throw WritingError(place.name, errno)
        }
        path = other
    }

    /// Gives it its own name, in place of a file that has it.
    ///
    /// - Parameter replaceable: The files whose place it may take.
    /// - Throws: ``WritingError``, also where another file has come there meanwhile.
    package mutating func takeName(replacing replaceable: Replaceable = .found) throws(WritingError) {
        let isThere = place.file.map { FoundFile(at: place.path)?.isSame(as: $0) == true } ?? false
        if !isThere {
            // Linking never replaces a file, but renaming does.
            if try takeNewName(place.path, place.name) { return }
            guard replaceable == .anything else { throw .appeared(at: place.name) }
        }
        try takeTemporaryName()
        guard let path, path.withCString({ old in place.path.withCString { calls.rename(old, $0) } }) == 0
        else { throw WritingError(place.name, errno) }
        self.path = nil
    }

    /// Gives it a name that nothing else has.
    ///
    /// - Parameter name: A name in the same folder.
    /// - Returns: `true` if the name was free.
    /// - Throws: ``WritingError``.
    package mutating func takeNewName(_ name: String) throws(WritingError) -> Bool {
        try takeNewName(PathBytes(name), name)
    }

    private mutating func takeNewName(_ new: PathBytes, _ name: String) throws(WritingError) -> Bool {
        let result = new.withCString { new in
            path.map { $0.withCString { calls.link($0, new) } } ?? calls.name(descriptor, new)
        }
        guard result != 0 else {
            if let path { _ = path.withCString(calls.unlink) }
            path = nil
            return true
        }
        let number = errno
        if number == EEXIST { return false }
        guard let path, [EPERM, EOPNOTSUPP, ENOSYS, EMLINK].contains(number) else {
            throw WritingError(name, number)
        }
        // A file system without links: the name is taken first, and then filled at once.
        let taken = new.withCString { calls.open($0, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666) }
        guard taken >= 0 else {
            if errno == EEXIST { return false }
            throw WritingError(name, errno)
        }
        _ = calls.close(taken)
        guard path.withCString({ old in new.withCString { calls.rename(old, $0) } }) == 0 else {
            let number = errno
            _ = new.withCString(calls.unlink)
            throw WritingError(name, number)
        }
        self.path = nil
        return true
    }

    /// Gives it its name, whatever has it, and waits until file and name are on the disk, where no loss of power can
    /// take them away.
    ///
    /// - Throws: ``WritingError``.
    package consuming func keep() throws(WritingError) {
        try complete()
        try takeName(replacing: .anything)
        try Self.syncFolder(of: place, calls)
    }

    /// Waits until the names in a file's folder are on the disk; it is written on its own.
    static func syncFolder(of place: FilePlace, _ calls: FileCalls) throws(WritingError) {
        let entry = place.path.folder.withCString { calls.open($0, O_RDONLY | O_CLOEXEC | O_DIRECTORY, 0) }
        // A folder may be one that can be written and not read.
        guard entry >= 0 else { return }
        let number = calls.sync(entry) == 0 ? 0 : errno
        _ = calls.close(entry)
        // Some file systems can't, and need not.
        guard [0, EINVAL, EROFS, EOPNOTSUPP].contains(number) else { throw WritingError(place.name, number) }
    }

    /// A name in the same folder, so that renaming moves no bytes; another each time, as two programs must not write
    /// into one file.
    private static func temporaryPath(beside path: PathBytes) -> PathBytes {
        path.sibling(Array((prefix + chance + suffix).utf8))
    }

    /// A second name for a file that is about to be replaced.
    ///
    /// It is never removed unasked: where the program was killed it may be the only whole copy.
    static func earlierPath(beside path: PathBytes) -> PathBytes {
        path.sibling(Array((prefix + chance + earlierSuffix).utf8))
    }

    private static var chance: String { String(UInt64.random(in: 0 ... .max), radix: 36) }

    /// Removes what programs that were killed have left behind; what is younger may be in the making.
    private static func removeLeftovers(beside path: PathBytes) {
        let oldest = time(nil) - longest
        for name in FolderListing(path.folder).names where name.hasPrefix(prefix) && name.hasSuffix(suffix) {
            let other = path.sibling(Array(name.utf8))
            var status = stat()
            guard other.withCString({ lstat($0, &status) }) == 0, status.st_mode & S_IFMT == S_IFREG,
                status.st_mtim.tv_sec < oldest
            else { continue }
            _ = other.withCString(unlink)
        }
    }
}
