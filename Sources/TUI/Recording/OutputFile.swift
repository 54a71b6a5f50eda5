import Glibc

/// A file that is written to piece by piece: one that is made, or standard output.
final class OutputFile: Sendable {
    private let descriptor: Int32

    /// Standard output.
    static let standardOutput = OutputFile(descriptor: STDOUT_FILENO)
    /// Standard error.
    static let standardError = OutputFile(descriptor: STDERR_FILENO)

    private init(descriptor: Int32) { self.descriptor = descriptor }

    /// Begins a file, in the place of one that was there; `nil` where it can't be written.
    init?(path: String) {
        descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        if descriptor < 0 { return nil }
    }

    deinit { if descriptor > STDERR_FILENO { close(descriptor) } }

    /// Writes text; what can't be written, since nobody reads or the disk is full, is lost.
    func write(_ text: String) {
        var bytes = Array(text.utf8)[...]
        while !bytes.isEmpty {
            let count = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return }
            bytes = bytes.dropFirst(count)
        }
    }
}
