import Glibc

/// A file that is written where it stands: a pipe or a device, or a file in a folder that takes no other one.
final class StraightDraft: FileDraft {
    let place: FilePlace
    private let bytes: [UInt8]
    private let options: FileWriter.Options
    /// Open where a file is rewritten.
    private var descriptor: Int32 = -1
    /// The bytes of the file before it is written, if they may be read.
    private var earlier: [UInt8]?
    /// The length of the file in bytes, for as long as it may have more of them reserved.
    private var size: Int?
    /// Tells whether the file has lost bytes of the earlier one.
    private var isChanged = false

    /// Opens a file, and makes sure of its room on the disk, but changes none of its bytes.
    ///
    /// - Parameters:
    ///   - bytes: The whole file.
    ///   - place: The place of a file, a pipe or a device.
    ///   - options: The way in which it is written.
    /// - Throws: ``WritingError``.
    init(
        _ bytes: [UInt8], to place: FilePlace, _ options: FileWriter.Options
    ) throws(WritingError) {
        (self.place, self.bytes, self.options) = (place, bytes, options)
        guard !place.isStream else { return }
        // A pipe that came meanwhile must not make the call wait for a reader.
        for rights in [O_RDWR, O_WRONLY] where descriptor < 0 {
            descriptor = place.path.withCString {
                options.calls.open($0, rights | O_CLOEXEC | O_NONBLOCK, 0)
            }
        }
        guard descriptor >= 0 else { throw WritingError(place.name, errno) }
        guard let found = FoundFile(open: descriptor),
            options.replaceable == .anything || place.file?.isSame(as: found) == true
        else { throw .appeared(at: place.name) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw WritingError(place.name, errno) }
        let size = Int(status.st_size)
        earlier = Self.contents(of: descriptor, size)
        let number = options.calls.reserve(descriptor, bytes.count)
        // Some file systems can't say; and no room is needed for no bytes.
        guard [0, EOPNOTSUPP, EINVAL, ENOSYS, EBADF].contains(number) else {
            _ = options.calls.truncate(descriptor, size)
            throw WritingError(place.name, number)
        }
        self.size = size
    }

    deinit {
        if let size { _ = options.calls.truncate(descriptor, size) }
        if descriptor >= 0 { _ = options.calls.close(descriptor) }
    }

    func commit() throws(WritingError) {
        guard !place.isStream else { return try pour() }
        (isChanged, size) = (true, nil)
        if let number = rewrite(with: bytes) { throw WritingError(place.name, number) }
    }

    func rollBack() -> EarlierFile? {
        guard isChanged else { return nil }
        guard let earlier, rewrite(with: earlier) == nil else { return .lost(place.name) }
        isChanged = false
        return nil
    }

    func finish() throws(WritingError) {}

    /// Replaces all bytes of the open file.
    private func rewrite(with bytes: [UInt8]) -> Int32? {
        guard lseek(descriptor, 0, SEEK_SET) == 0 else { return errno }
        if let number = options.calls.writeAll(bytes, to: descriptor) { return number }
        guard options.calls.truncate(descriptor, bytes.count) == 0 else { return errno }
        return !options.isSafe || options.calls.sync(descriptor) == 0 ? nil : errno
    }

    /// Gives a pipe or a device all bytes, however slowly its reader takes them.
    private func pour() throws(WritingError) {
        let stream = try place.openStream(options.calls)
        var number = PipeSignal.blocked { options.calls.writeAll(bytes, to: stream) }
        if options.calls.close(stream) != 0, number == nil { number = errno }
        if let number { throw WritingError(place.name, number) }
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
