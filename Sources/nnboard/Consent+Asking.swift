import Datasets
import Glibc

/// A file of another kind is replaced only if its owner wants that.
extension Consent {
    /// The owner did not say so.
    struct Refusal: Error, CustomStringConvertible {
        let problem: String
        var description: String { "\(problem) Choose another name, or add --force to replace it." }
    }

    /// Makes sure that files may be replaced; on a terminal by a question for each that was not asked for before.
    ///
    /// - Parameter files: Files of other kinds.
    /// - Throws: ``Refusal``.
    mutating func ask(for files: [OccupiedError]) throws {
        while let file = missing(for: files) {
            guard isatty(STDIN_FILENO) == 1, StandardError.isTerminal else {
                throw Refusal(problem: file.problem)
            }
            StandardError.put("nnboard: \(file.problem) Replace it? [y/N] ")
            guard let answer = readLine(), ["y", "yes"].contains(answer.lowercased()) else {
                throw Refusal(problem: file.problem)
            }
            give(for: file)
        }
    }
}
