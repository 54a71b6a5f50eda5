import Datasets
import Glibc

/// The way out of the program.
enum Ending {
    /// The exit status, once it is known whether all that was printed has been written.
    ///
    /// - Parameter status: The status that it would be otherwise.
    /// - Returns: At least 1 where something was not written, which is said.
    static func status(after status: Int32) -> Int32 {
        guard let problem = StandardOutput.finish() else { return status }
        StandardError.write("nnboard: \(problem)")
        return max(status, 1)
    }

    /// Ends the program.
    static func leave(with status: Int32) -> Never { exit(self.status(after: status)) }
}
