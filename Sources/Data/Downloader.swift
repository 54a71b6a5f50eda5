import CDownload
import Glibc

/// Downloads files whose content is known beforehand.
///
/// A file appears under its name only once it is complete and its checksum is right; whatever goes wrong
/// before leaves a file of that name as it was, and nothing else behind.
public struct Downloader: Sendable {
    /// A server may say a little more than was expected before it is stopped, so that a wrong checksum can be told.
    private static let slack = 1 << 16

    /// The folder for the files; made if it is missing.
    public var folder: String
    /// The address of a folder with copies, in place of each file's own.
    public var mirror: String?
    /// The longest time to wait for a connection, in seconds.
    public var connectSeconds = 30
    /// The longest time without new bytes, in seconds.
    public var stallSeconds = 30

    /// Prepares downloads; nothing happens yet.
    public init(folder: String, mirror: String? = nil) {
        self.folder = folder
        self.mirror = mirror
    }

    /// Downloads those files that are not there with the right content, one after another.
    ///
    /// Returns when all is done, so call it where waiting does no harm.
    ///
    /// - Parameters:
    ///   - files: The files to download.
    ///   - progress: Is told which share of all bytes has come, from 0 to 1, at least about once a second;
    ///     may throw to cancel.
    /// - Throws: ``DownloadError``, or what `progress` throws.
    public func download(_ files: [RemoteFile], progress: (Double) throws -> Void = { _ in }) throws {
        let total = Double(max(1, files.reduce(0) { $0 + $1.bytes }))
        var done = 0
        try progress(0)
        for file in files {
            if !has(file) {
                try download(file) { received in
                    try progress(Double(done + min(received, file.bytes)) / total)
                }
            }
            done += file.bytes
            try progress(Double(done) / total)
        }
    }

    /// The address that a file is downloaded from.
    func address(of file: RemoteFile) -> String {
        guard let mirror else { return file.address }
        return mirror + (mirror.hasSuffix("/") ? "" : "/") + file.name
    }

    /// Tells whether the folder has the file, with the right content.
    private func has(_ file: RemoteFile) -> Bool {
        let descriptor = open(folder + "/" + file.name, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_size == file.bytes else { return false }
        return SHA256(reading: descriptor)?.hexadecimal() == file.sha256
    }

    private func download(_ file: RemoteFile, progress: (Int) throws -> Void) throws {
        try makeFolder()
        let part = try partialFile(file.name)

        let address = address(of: file)
        let limit = file.bytes + Self.slack
        let result = try transfer(address, to: part.descriptor, limit: limit, progress: progress)
        let message = Self.words(of: result)
        switch result.status {
        case DOWNLOAD_DONE: break
        case DOWNLOAD_NO_LIBRARY: throw DownloadError.noLibrary(reason: message)
        case DOWNLOAD_UNREACHABLE: throw DownloadError.unreachable(address: address, reason: message)
        case DOWNLOAD_REFUSED: throw DownloadError.refused(address: address, status: result.http)
        case DOWNLOAD_TRUNCATED: throw DownloadError.truncated(address: address, reason: message)
        case DOWNLOAD_STALLED: throw DownloadError.stalled(address: address, reason: message)
        case DOWNLOAD_TOO_LARGE: throw DownloadError.tooLarge(address: address, expected: file.bytes)
        case DOWNLOAD_NOT_WRITTEN:
            throw DownloadError.notWritten(
                path: part.place.name, reason: .systemError(result.system_error),
                remedy: WritingRemedy(result.system_error))
        default: throw DownloadError.failed(address: address, reason: message)
        }

        guard lseek(part.descriptor, 0, SEEK_SET) == 0, let sum = SHA256(reading: part.descriptor) else {
            throw DownloadError(WritingError(part.place.name, errno))
        }
        let found = sum.hexadecimal()
        guard found == file.sha256 else {
            throw DownloadError.wrongContent(address: address, expected: file.sha256, found: found)
        }
        do {
            try part.keep()
        } catch {
            throw DownloadError(error)
        }
    }

    /// An empty file in the folder, which takes a name there once it is whole.
    private func partialFile(_ name: String) throws(DownloadError) -> PartialFile {
        do throws(WritingError) {
            let place = try FilePlace(folder + "/" + name)
            guard !place.isStream else { throw WritingError(place.name, "it is no ordinary file") }
            return try PartialFile(for: place)
        } catch {
            throw DownloadError(error)
        }
    }

    /// Lets libcurl fetch one file.
    private func transfer(
        _ address: String, to descriptor: Int32, limit: Int, progress: (Int) throws -> Void
    ) throws -> download_result {
        // No proxy is needed to reach a server on this machine, and few would find it.
        let isOnThisMachine = ["http://127.0.0.1", "http://[::1]", "http://localhost"].contains(
            where: address.hasPrefix)
        // libcurl forgets the closure when download_run returns, which is before withoutActuallyEscaping does.
        return try withoutActuallyEscaping(progress) { progress in
            let listener = Listener(progress)
            let result = address.withCString { address in
                var request = download_request()
                request.address = address
                request.is_direct = isOnThisMachine ? 1 : 0
                request.descriptor = descriptor
                request.limit = Int64(limit)
                request.connect_seconds = Int32(clamping: connectSeconds)
                request.stall_seconds = Int32(clamping: stallSeconds)
                request.context = Unmanaged.passUnretained(listener).toOpaque()
                request.progress = { context, received in
                    guard let context else { return 1 }
                    return Unmanaged<Listener>.fromOpaque(context).takeUnretainedValue().hear(Int(received))
                }
                return withExtendedLifetime(listener) { download_run(&request) }
            }
            if let error = listener.error { throw error }
            return result
        }
    }

    private static func words(of result: download_result) -> String {
        withUnsafeBytes(of: result.message) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
    }

    /// Makes the folder, and those around it that are missing.
    private func makeFolder() throws {
        var path = folder.hasPrefix("/") ? "/" : ""
        for part in folder.split(separator: "/") {
            path += (path.isEmpty || path == "/" ? "" : "/") + part
            guard mkdir(path, 0o777) == 0 || errno == EEXIST || errno == EISDIR else {
                throw DownloadError(WritingError(path, errno))
            }
        }
    }
}

/// Hands a closure through C, and keeps what it throws.
private final class Listener {
    private let progress: (Int) throws -> Void
    private(set) var error: (any Error)?

    init(_ progress: @escaping (Int) throws -> Void) {
        self.progress = progress
    }

    /// Passes the news on; other than 0 means to stop.
    func hear(_ received: Int) -> Int32 {
        do {
            try progress(received)
            return 0
        } catch {
            self.error = error
            return 1
        }
    }
}
