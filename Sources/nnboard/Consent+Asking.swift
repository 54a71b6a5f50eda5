import Datasets
import Glibc

/// A file of another kind is replaced only if its owner wants that.
extension Consent {
    /// Makes sure that files may be replaced; on a terminal by a question for each that was not asked for before.
    ///
    /// - Parameter files: Files of other kinds.
    /// - Throws: `Refusal`.
    mutating func ask(for files: [OccupiedError]) throws(Refusal) {
        while let file = missing(for: files) {
            guard isatty(STDIN_FILENO) == 1, StandardError.isTerminal else {
                throw Refusal(of: file)
            }
            StandardError.put("nnboard: \(file.problem) Replace it? [y/N] ")
            guard let answer = readLine(), ["y", "yes"].contains(answer.lowercased()) else {
                throw Refusal(of: file)
            }
            give(for: file)
        }
    }
}
