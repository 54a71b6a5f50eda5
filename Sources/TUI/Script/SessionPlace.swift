import Datasets

/// The file of a session that is done again.
public struct SessionPlace: Equatable, Sendable {
    /// Its name, as a person gave it.
    let name: String
    private let file: FoundFile?

    /// Finds the file that a name leads to.
    ///
    /// - Parameter name: The name; without a regular file behind it, the name alone tells files apart.
    public init(_ name: String) {
        self.name = name
        file = FoundFile(following: name)
    }

    /// Tells whether both lead to one file.
    func isSame(as other: SessionPlace) -> Bool {
        guard let file, let otherFile = other.file else { return name == other.name }
        return file.isSame(as: otherFile)
    }
}
