import Glibc

/// A file in the making, which appears under its name once it is whole, and leaves nothing if it never becomes so.
///
/// Where the file system can, it has no name until then, so that it vanishes with the program however that ends.
/// Elsewhere it has another name in the same folder, and what a killed program left of that kind goes after a day.
package struct PartialFile: ~Copyable {
    /// The place where it will be.
    let target: FileTarget
    /// Open for reading and writing.
    package let descriptor: Int32
    /// The name that it has meanwhile, if it has one.
    private var path: PathBytes?
    private let calls: FileCalls

    /// No file's name is longer than 255 bytes, so a temporary one doesn't contain it.
    private static let prefix = ".nnboard-"
    private static let suffix = ".part"
    /// Linux' `O_TMPFILE` (`<bits/fcntl-linux.h>`), a macro that Swift can't read.
    private static let unnamed = 0o20_000_000 | O_DIRECTORY
    /// No download takes longer than this, in seconds.
    private static let longestDownload = 86_400

    /// Makes an empty one.
    ///
    /// - Parameters:
    ///   - target: The place where it will be.
    ///   - mayBeUnnamed: Whether to try without a name first.
    ///   - calls: The system, or what fails in its place.
    /// - Throws: ``WritingError``.
    package init(
        for target: FileTarget, mayBeUnnamed: Bool = true, calls: FileCalls = .system
    ) throws(WritingError) {
        (self.target, self.calls) = (target, calls)
        // Until it has the mode of the file that it replaces, it is nobody else's business.
        let mode: mode_t = target.way == .make ? 0o666 : 0o600
        // A name is given through /proc, which some containers lack.
        if mayBeUnnamed, access("/proc/self/fd", X_OK) == 0 {
            let unnamed = target.path.folder.withCString {
                calls.open($0, O_RDWR | O_CLOEXEC | Self.unnamed, mode)
            }
            if unnamed >= 0 {
                descriptor = unnamed
                return
            }
        }
        Self.removeLeftovers(beside: target.path)
        let path = Self.temporaryPath(beside: target.path)
        let named = path.withCString { calls.open($0, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, mode) }
        guard named >= 0 else { throw WritingError(target.name, errno) }
        descriptor = named
        self.path = path
    }

    deinit {
        _ = calls.close(descriptor)
        if let path { _ = path.withCString(calls.unlink) }
    }

    /// Writes bytes behind those that are there.
    package func write(_ bytes: [UInt8]) throws(WritingError) {
        if let number = calls.writeAll(bytes, to: descriptor) { throw WritingError(target.name, number) }
    }

    /// Gives it the mode and owner of the file that it replaces, and waits until its bytes are on the disk.
    ///
    /// - Parameter isSafe: Whether to wait for the disk.
    /// - Throws: ``WritingError``.
    package func complete(safely isSafe: Bool = true) throws(WritingError) {
        if case .replace(var mode, let owner, let group) = target.way {
            // Only the administrator may give files away; what is then another owner's keeps its own rights.
            if calls.own(descriptor, owner, group) != 0 {
                mode &= 0o777
                if calls.own(descriptor, .max, group) != 0 { mode = mode & 0o707 | (mode & 0o7) << 3 }
            }
            guard calls.permit(descriptor, mode) == 0 else { throw WritingError(target.name, errno) }
        }
        if isSafe, calls.sync(descriptor) != 0 { throw WritingError(target.name, errno) }
    }

    /// Gives it a name in its folder, so that only renaming is left to be done.
    package mutating func takeTemporaryName() throws(WritingError) {
        guard path == nil else { return }
        Self.removeLeftovers(beside: target.path)
        let other = Self.temporaryPath(beside: target.path)
        guard other.withCString({ calls.name(descriptor, $0) }) == 0 else {
            throw WritingError(target.name, errno)
        }
        path = other
    }

    /// Gives it its own name, in place of a file that has it.
    package mutating func takeName() throws(WritingError) {
        if path == nil {
            if target.path.withCString({ calls.name(descriptor, $0) }) == 0 { return }
            // Linking never replaces a file, but renaming does.
            guard errno == EEXIST else { throw WritingError(target.name, errno) }
            try takeTemporaryName()
        }
        guard let path, path.withCString({ old in target.path.withCString { calls.rename(old, $0) } }) == 0
        else { throw WritingError(target.name, errno) }
        self.path = nil
    }

    /// Gives it a name that nothing else has.
    ///
    /// - Parameter name: A name in the same folder.
    /// - Returns: Whether it was free.
    /// - Throws: ``WritingError``.
    package mutating func takeNewName(_ name: String) throws(WritingError) -> Bool {
        let new = PathBytes(name)
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

    /// Gives it its name, and waits until file and name are on the disk, where no loss of power can take them away.
    ///
    /// - Throws: ``WritingError``.
    package consuming func keep() throws(WritingError) {
        try complete()
        try takeName()
        try Self.syncFolder(of: target, calls)
    }

    /// Waits until the names in a file's folder are on the disk; it is written on its own.
    static func syncFolder(of target: FileTarget, _ calls: FileCalls) throws(WritingError) {
        let entry = target.path.folder.withCString { calls.open($0, O_RDONLY | O_CLOEXEC | O_DIRECTORY, 0) }
        // A folder may be one that can be written and not read.
        guard entry >= 0 else { return }
        let number = calls.sync(entry) == 0 ? 0 : errno
        _ = calls.close(entry)
        // Some file systems can't, and need not.
        guard [0, EINVAL, EROFS, EOPNOTSUPP].contains(number) else { throw WritingError(target.name, number) }
    }

    /// A name in the same folder, so that renaming moves no bytes; another each time, as two programs must not write
    /// into one file.
    static func temporaryPath(beside path: PathBytes, suffix: String = suffix) -> PathBytes {
        let name = prefix + String(UInt64.random(in: 0 ... .max), radix: 36) + suffix
        return path.sibling(Array(name.utf8))
    }

    /// Removes what programs that were killed have left behind.
    private static func removeLeftovers(beside path: PathBytes) {
        for name in FolderListing(path.folder).names where name.hasPrefix(prefix) && name.hasSuffix(suffix) {
            let other = path.sibling(Array(name.utf8))
            var status = stat()
            // A younger one may be a download that somebody else waits for.
            guard other.withCString({ lstat($0, &status) }) == 0, status.st_mode & S_IFMT == S_IFREG,
                time(nil) - status.st_mtim.tv_sec > longestDownload
            else { continue }
            _ = other.withCString(unlink)
        }
    }
}
