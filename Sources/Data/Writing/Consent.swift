/// The files of other kinds that a person lets be replaced.
///
/// It is given before work begins, and asked again when the work is done: what has come meanwhile is not meant by it.
package struct Consent: Sendable {
    /// Tells whether any file may be replaced without asking.
    package let isForced: Bool
    private var given: [OccupiedError] = []

    /// Begins with none, or with all.
    package init(forced isForced: Bool = false) { self.isForced = isForced }

    /// The first of some files that nobody let go.
    package func missing(for files: [OccupiedError]) -> OccupiedError? {
        isForced ? nil : files.first { !given.contains($0) }
    }

    /// Makes sure that nothing is replaced that nobody let go.
    package func check(_ files: [OccupiedError]) throws(Refusal) {
        if let file = missing(for: files) { throw Refusal(of: file) }
    }

    /// Lets a file be replaced, as it is now.
    package mutating func give(for file: OccupiedError) { given.append(file) }

    /// The files in whose place another one may come, once none is missing.
    package var replaceable: Replaceable { isForced ? .anything : .found }

    /// Nobody let a file go.
    package struct Refusal: Error, Equatable, Sendable, CustomStringConvertible {
        /// The file that stays.
        package let file: OccupiedError

        /// Refuses to replace a file.
        package init(of file: OccupiedError) { self.file = file }

        /// The file, and the ways to write all the same.
        package var description: String {
            "\(file.problem) Choose another name, or add --force to replace it."
        }
    }
}
