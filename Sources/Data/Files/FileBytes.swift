import Glibc

/// Some bytes, with what an error needs to say where they came from.
struct FileBytes: Sendable {
    /// Larger files are none of ours, and are not worth filling the memory with.
    static let largest = 1 << 28

    /// The file that was read.
    let path: String
    /// The member of an archive that the bytes are, if they are one.
    let member: String?
    /// All of it.
    let bytes: [UInt8]

    init(path: String, member: String? = nil, bytes: [UInt8]) {
        self.path = path
        self.member = member
        self.bytes = bytes
    }

    /// The same in UTF-8, where it is a text in UTF-16 or UTF-32.
    var asUTF8: FileBytes { FileBytes(path: path, member: member, bytes: bytes.utf8OfTextFile) }

    /// Reads a whole file.
    ///
    /// - Parameter path: A regular file of at most ``largest`` bytes.
    /// - Throws: ``DatasetError/unreadable(path:reason:)``.
    init(reading path: String) throws {
        // Without O_NONBLOCK, a pipe in the file's place would make the call wait for a writer.
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { throw DatasetError.unreadable(path: path, reason: .lastSystemError) }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else {
            throw DatasetError.unreadable(path: path, reason: .lastSystemError)
        }
        if let kind = FileType.otherThanFile(status.st_mode) {
            throw DatasetError.unreadable(path: path, reason: kind)
        }
        let size = Int(status.st_size)
        guard size <= Self.largest else {
            throw DatasetError.unreadable(
                path: path, reason: "it has \(size) bytes, and at most \(Self.largest) are read")
        }
        var failed = false
        let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            while count < size {
                let got = read(descriptor, buffer.baseAddress.map { $0 + count }, size - count)
                if got < 0, errno == EINTR { continue }
                failed = got < 0
                guard got > 0 else { break }
                count += got
            }
        }
        guard !failed else { throw DatasetError.unreadable(path: path, reason: .lastSystemError) }
        self.init(path: path, bytes: bytes)
    }

    /// An error for damage, which names the file, the place and what is wrong there.
    func fault(at offset: Int, _ problem: String) -> DatasetError {
        .malformed(path: path, place: place(offset), problem: problem)
    }

    /// An error for what is whole, but not of use.
    func refusal(at offset: Int, _ problem: String) -> DatasetError {
        .unsuitable(path: path, problem: place(offset) + ": " + problem)
    }

    private func place(_ offset: Int) -> String {
        (member.map { $0.printable + ", " } ?? "") + "byte \(offset)"
    }
}

extension String {
    /// The system's words for what its last call complained of.
    package static var lastSystemError: String { systemError(errno) }

    /// The system's words for an error number.
    package static func systemError(_ number: Int32) -> String {
        // strerror may keep its words where another thread writes its own.
        withUnsafeTemporaryAllocation(of: CChar.self, capacity: 256) { buffer in
            guard let start = buffer.baseAddress, strerror_r(number, start, buffer.count) == 0 else {
                return "error \(number)"
            }
            return String(cString: start)
        }
    }
}
