import ArgumentParser
import Datasets
import Glibc

/// A file of another kind, which is replaced only if its owner wants that.
enum Replacing {
    /// The owner did not say so.
    struct Refusal: Error, CustomStringConvertible {
        let problem: String
        var description: String { "\(problem) Choose another name, or add --force to replace it." }
    }

    /// Makes sure that a file may be replaced; on a terminal by a question.
    ///
    /// - Parameters:
    ///   - isForced: Tells whether `--force` was given.
    ///   - check: Looks whether there is a file of another kind.
    /// - Throws: ``Refusal``, and other errors of `check`.
    static func allow(forced isForced: Bool, _ check: () throws -> Void) throws {
        do {
            try check()
        } catch let error as OccupiedError {
            guard !isForced else { return }
            guard isatty(STDIN_FILENO) == 1, StandardError.isTerminal else {
                throw Refusal(problem: error.problem)
            }
            StandardError.put("nnboard: \(error.problem) Replace it? [y/N] ")
            guard let answer = readLine(), ["y", "yes"].contains(answer.lowercased()) else {
                throw Refusal(problem: error.problem)
            }
        }
    }
}
