import Foundation
import Synchronization
import Testing

@testable import Datasets

@Suite struct `A file that is written` {
    private let folder: TemporaryFolder
    private var file: String { folder.path + "/file" }

    init() throws { folder = try TemporaryFolder() }

    private func bytes(_ name: String) throws -> [UInt8] {
        try FileBytes(reading: folder.path + "/" + name).bytes
    }

    private func status(_ name: String) -> stat {
        var status = stat()
        _ = lstat(folder.path + "/" + name, &status)
        return status
    }

    private func refusal(_ name: String) -> String? {
        let error = #expect(throws: WritingError.self) { try FileWriter.write([1], to: name) }
        return error?.reason
    }

    // MARK: Links

    @Test func `is the one that links lead to, and the links stay`() throws {
        try FileManager.default.createDirectory(
            atPath: folder.path + "/deep/er", withIntermediateDirectories: true)
        try folder.write([1], to: "deep/target")
        symlink("../target", folder.path + "/deep/er/second")
        symlink("deep/er/second", file)
        try FileWriter.write([2], to: file)
        #expect(try bytes("deep/target") == [2])
        #expect(status("file").st_mode & S_IFMT == S_IFLNK)
        #expect(status("deep/er/second").st_mode & S_IFMT == S_IFLNK)
        #expect(try folder.contents == ["deep", "file"])
    }

    @Test func `is made where a link leads to none yet`() throws {
        symlink("target", file)
        try FileWriter.write([2], to: file)
        #expect(try bytes("target") == [2])
        #expect(status("file").st_mode & S_IFMT == S_IFLNK)
        symlink("none/target", folder.path + "/lost")
        #expect(refusal(folder.path + "/lost") == "there is no folder \(folder.path)/none")
    }

    @Test func `is none where links lead in a circle`() throws {
        symlink("file", folder.path + "/other")
        symlink("other", file)
        #expect(refusal(file) == "Too many levels of symbolic links")
    }

    @Test func `is found behind a link whose bytes are no text`() throws {
        let target: [CChar] = [CChar(bitPattern: 0xE9), 0]
        symlink(target, file)
        try FileWriter.write([2], to: file)
        #expect(try bytes("file") == [2])
        #expect(FolderListing(folder.path).unnameable == ["\\xe9"])
        #expect(try FilePlace(file).path.text == folder.path + "/\\xe9")
    }

    @Test func `takes no file that can't be read for one of its kind`() throws {
        // A program's own memory is a file whose first bytes nobody can read.
        let place = try FilePlace("/proc/self/mem")
        let kind = FileKind("text") { _ in true }
        #expect(throws: OccupiedError.self) { try kind.check(place) }
    }

    @Test func `leaves the earlier bytes to other hard links`() throws {
        try folder.write([1], to: "file")
        link(file, folder.path + "/copy")
        try FileWriter.write([2], to: file)
        #expect(try bytes("file") == [2] && bytes("copy") == [1])
    }

    // MARK: Mode and owner

    @Test(arguments: [0o600, 0o640, 0o666, 0o755] as [mode_t])
    func `keeps the mode of the one before`(mode: mode_t) throws {
        try folder.write([1], to: "file")
        chmod(file, mode)
        try FileWriter.write([2], to: file)
        #expect(status("file").st_mode & 0o7777 == mode)
    }

    @Test(.enabled(if: geteuid() == 0)) func `keeps the owner of the one before`() throws {
        try folder.write([1], to: "file")
        chown(file, 12, 34)
        chmod(file, 0o640)
        try FileWriter.write([2], to: file)
        let status = status("file")
        #expect(status.st_uid == 12 && status.st_gid == 34 && status.st_mode & 0o7777 == 0o640)
    }

    @Test(.disabled(if: geteuid() == 0)) func `is refused where nobody may write to the one before`() throws {
        try folder.write([1], to: "file")
        chmod(file, 0o444)
        #expect(refusal(file) == "Permission denied")
        #expect(try bytes("file") == [1])
    }

    // MARK: Other than files

    @Test func `goes straight into a pipe`() throws {
        mkfifo(file, 0o600)
        // Open at both ends, so that nobody waits.
        let pipe = open(file, O_RDWR)
        defer { close(pipe) }
        try FileWriter.write([1, 2, 3], to: file)
        var bytes = [UInt8](repeating: 0, count: 3)
        #expect(read(pipe, &bytes, 3) == 3)
        #expect(bytes == [1, 2, 3])
        #expect(status("file").st_mode & S_IFMT == S_IFIFO)
    }

    @Test func `is refused by a pipe that nothing reads from`() throws {
        mkfifo(file, 0o600)
        var calls = FileCalls.system
        calls.pause = {}
        let error = #expect(throws: WritingError.self) {
            try FileWriter.write([([1], try FilePlace(file))], FileWriter.Options(calls: calls))
        }
        #expect(
            error?.description == "\(file) can't be written: nothing reads from the pipe. "
                + "Start a reader first, or choose another place.")
        #expect(throws: WritingError.self) { try FilePlace(file).openStream(calls) }
    }

    @Test func `goes whole into a pipe whose reader comes late and is slow`() throws {
        mkfifo(file, 0o600)
        let path = file
        let reader = Reader()
        var calls = FileCalls.system
        calls.pause = { reader.open(path) }
        // More than a pipe holds.
        let bytes = (0..<300_000).map { UInt8(truncatingIfNeeded: $0) }
        try FileWriter.write([(bytes, try FilePlace(file))], FileWriter.Options(calls: calls))
        #expect(reader.finish() == bytes)
    }

    /// Reads from a pipe on a thread of its own, a little at a time.
    private final class Reader: Sendable {
        private let queue = DispatchQueue(label: "reader")
        private let bytes = Mutex<[UInt8]?>(nil)

        /// Begins to read, once.
        func open(_ path: String) {
            guard bytes.withLock({ $0 == nil }) else { return }
            bytes.withLock { $0 = [] }
            let descriptor = Glibc.open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
            _ = fcntl(descriptor, F_SETFL, 0)
            queue.async { [self] in
                var piece = [UInt8](repeating: 0, count: 1000)
                // The writer may not have come yet: then the first look finds the end.
                var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
                poll(&request, 1, -1)
                while case let count = read(descriptor, &piece, piece.count), count > 0 {
                    bytes.withLock { $0? += piece[..<count] }
                }
                close(descriptor)
            }
        }

        /// Waits for the end, and gives all.
        func finish() -> [UInt8]? {
            queue.sync {}
            return bytes.withLock(\.self)
        }
    }

    @Test func `goes straight into a device, which may refuse it`() throws {
        var path = "/dev/full"
        if geteuid() == 0, mknod(file, S_IFCHR | 0o600, 1 << 8 | 7) == 0 { path = file }
        #expect(refusal(path) == "No space left on device")
        try FileWriter.write([1], to: "/dev/null")
        var status = stat()
        #expect(stat("/dev/null", &status) == 0 && status.st_mode & S_IFMT == S_IFCHR)
        #expect(stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFCHR)
    }

    @Test func `is refused in the place of a folder, a socket or nothing`() throws {
        #expect(refusal(folder.path) == "Is a directory")
        #expect(refusal("") == "it has no name")
        for name in ["/", "/.", "/.."] {
            #expect(refusal(folder.path + name) == "Is a directory", "\(name)")
        }
        for name in ["/new/", "/new/."] {
            #expect(refusal(folder.path + name) == "its name is a folder's", "\(name)")
        }
        #expect(refusal(folder.path + "/a\0b") == "no name holds a zero byte")
        let socket = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(socket) }
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: file.utf8) }
        let isBound = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(socket, $0, socklen_t(MemoryLayout<sockaddr_un>.size)) == 0
            }
        }
        #expect(isBound)
        #expect(refusal(file) == "it is a socket")
    }

    // MARK: Names

    @Test func `may have the longest name there is, and any character in it`() throws {
        let long = String(repeating: "x", count: 255)
        for name in [long, "\u{301}mark", " ", "new\nline", "-"] {
            for byte in [1, 2] as [UInt8] {
                try FileWriter.write([byte], to: folder.path + "/" + name)
                #expect(try bytes(name) == [byte])
            }
        }
        #expect(refusal(folder.path + "/x" + long) == "File name too long")
        #expect(try folder.contents.count == 5)
    }

    // MARK: Faults

    /// The place of a file in a folder that takes no other one.
    @Test func `is rewritten where its folder takes no other`() throws {
        try folder.write([1, 1, 1], to: "file")
        var calls = FileCalls.system
        calls.open = { path, flags, mode in
            guard flags & (O_CREAT | 0o20_000_000) == 0 else {
                errno = EACCES
                return -1
            }
            return FileCalls.system.open(path, flags, mode)
        }
        let before = status("file").st_ino
        try FileWriter.write([2], to: file, calls: calls)
        #expect(try bytes("file") == [2])
        #expect(status("file").st_ino == before)
        // A file that is mounted on its own can't be renamed over.
        calls = .system
        calls.rename = { _, _ in
            errno = EBUSY
            return -1
        }
        try FileWriter.write([3, 3], to: file, calls: calls)
        #expect(try bytes("file") == [3, 3])
        #expect(status("file").st_ino == before)
        #expect(try folder.contents == ["file"])
    }

    @Test func `is whole however few bytes the system takes at a time`() throws {
        var calls = FileCalls.system
        calls.write = { descriptor, bytes, count in
            if Bool.random() {
                errno = EINTR
                return -1
            }
            return FileCalls.system.write(descriptor, bytes, min(count, 3))
        }
        let all = (0..<100).map { UInt8($0) }
        try FileWriter.write(all, to: file, calls: calls)
        #expect(try bytes("file") == all)
    }

    // MARK: Files that come meanwhile

    @Test func `begins nothing in the place of one that came meanwhile`() throws {
        let place = try FilePlace(file)
        try folder.write([1], to: "file")
        #expect(throws: WritingError.appeared(at: file)) { try place.begin() }
        let found = try FilePlace(file)
        rename(try folder.write([2], to: "other"), file)
        #expect(throws: WritingError.appeared(at: file)) { try found.begin() }
        #expect(try bytes("file") == [2])
        close(try FilePlace(file).begin())
        #expect(try bytes("file") == [])
    }

    @Test func `goes into no file that has come in the place of a pipe`() throws {
        mkfifo(file, 0o600)
        let place = try FilePlace(file)
        rename(try folder.write([1, 1], to: "other"), file)
        #expect(throws: WritingError.appeared(at: file)) { try FileWriter.write([([2], place)]) }
        #expect(try bytes("file") == [1, 1])
    }

    @Test func `may be replaced by consent as it is now, and not what comes later`() throws {
        let kind = FileKind("text") { _ in false }
        func occupied() throws -> [OccupiedError] { [try #require(kind.occupied(FilePlace(file)))] }
        try folder.write([1], to: "file")
        var consent = Consent()
        #expect(try consent.missing(for: occupied()) == occupied().first)
        let refusal = #expect(throws: Consent.Refusal.self) { try consent.check(occupied()) }
        #expect(
            refusal?.description == "\(file) exists already, and is no text. "
                + "Choose another name, or add --force to replace it.")
        consent.give(for: try occupied()[0])
        #expect(try consent.missing(for: occupied()) == nil)
        rename(try folder.write([1], to: "other"), file)
        #expect(try consent.missing(for: occupied()) != nil)
        #expect(try Consent(forced: true).missing(for: occupied()) == nil)
        #expect(throws: Never.self) { try Consent(forced: true).check(occupied()) }
    }

    // MARK: Folders that keep names

    @Test(
        arguments: [
            (0o1777, 0, 1000, 1001, true), (0o1777, 0, 1000, 1000, false), (0o1777, 1000, 1001, 1000, false),
            (0o1777, 0, 1000, 0, false), (0o777, 0, 1000, 1001, false),
        ] as [(mode_t, uid_t, uid_t, uid_t, Bool)])
    func `is rewritten in a folder such as /tmp, where it is somebody else's`(
        mode: mode_t, folder: uid_t, owner: uid_t, user: uid_t, isKept: Bool
    ) {
        var status = stat()
        (status.st_mode, status.st_uid) = (S_IFDIR | mode, folder)
        #expect(FileWay.keepsNames(status, ownedBy: owner, from: user) == isKept)
    }

    // MARK: What is said

    @Test(arguments: [
        (ENOSPC, "Make room, or choose another place."), (EDQUOT, "Make room, or choose another place."),
        (EACCES, "Change the rights of the file or its folder, or choose another place."),
        (EROFS, "Mount its file system for writing, or choose another place."),
        (EISDIR, "Give the name of a file, or choose another place."),
        (ENOTDIR, "Correct the folders in its path, or choose another place."),
        (EIO, "Check the disk, or choose another place."),
        (ENAMETOOLONG, "Give it a shorter name, or choose another place."),
        (EFBIG, "Raise the limit of a file's size (ulimit -f), or choose another place."),
        (EMFILE, "Raise the limit of open files (ulimit -n), or choose another place."),
        (ETXTBSY, "Choose another place."),
    ])
    func `has a remedy for each reason`(number: Int32, remedy: String) {
        let text = "\(WritingError("file", number))"
        #expect(text == "file can't be written: \(String.systemError(number)). \(remedy)")
    }
}
