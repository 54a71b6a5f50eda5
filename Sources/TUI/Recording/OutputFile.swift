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
        // A reader that stands still must not make the dashboard stand still.
        _ = fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) | O_NONBLOCK)
    }

    deinit { close(descriptor) }

    /// Writes text.
    ///
    /// - Returns: The reason why it could not be written: the system's, or a pipe whose reader does not keep up.
    func write(_ text: String) -> String? {
        let number = PipeSignal.blocked {
            FileCalls.system.writeAll(Array(text.utf8), to: descriptor, patience: 0)
        }
        return number.map {
            $0 == EAGAIN ? "its reader does not keep up" : String.systemError($0)
        }
    }
}
