import Datasets
import Glibc

/// A file that is written to piece by piece, so that it holds all that came before the end of the program.
final class OutputFile: Sendable {
    private let descriptor: Int32

    /// Begins a file, in the place of the one that was found there.
    ///
    /// - Parameter place: The file's place; a pipe or a device takes what comes.
    /// - Throws: The system's reason, as a `WritingError`.
    init(_ place: FilePlace) throws {
        descriptor = try place.begin()
    }

    deinit { close(descriptor) }

    /// Writes text.
    ///
    /// - Returns: The system's reason where it could not be written.
    func write(_ text: String) -> String? {
        FileCalls.system.writeAll(Array(text.utf8), to: descriptor).map { String.systemError($0) }
    }
}
