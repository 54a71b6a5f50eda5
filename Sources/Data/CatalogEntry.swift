/// A data set that can be loaded by name.
public protocol CatalogEntry: Sendable {
    /// The name on the command line, and in the text form.
    var name: String { get }
    /// The name on the screen.
    var title: String { get }
    /// One line about it.
    var summary: String { get }
    /// The files that it is read from; none for a generated one.
    var files: [RemoteFile] { get }
    /// The steps that prepare its numbers unless a person chooses others.
    var preprocessing: [Preprocessing] { get }
    /// The built-in sample that takes its place where its files are missing; `nil` where it needs none.
    var substitute: Term? { get }

    /// Reads or generates it.
    ///
    /// - Parameters:
    ///   - reference: Its name with the arguments of Keras' `load_data`.
    ///   - locations: The folders to look for its files in.
    ///   - progress: Is told from time to time which share is done, from 0 to 1; may throw to cancel.
    /// - Returns: The data set, ready to be trained on.
    /// - Throws: A ``TermError`` for an argument, a ``DatasetError`` for a file.
    func load(_ reference: Term, from locations: DataLocations, progress: (Double) throws -> Void) throws
        -> Dataset
}

extension CatalogEntry {
    /// Nothing is done.
    public var preprocessing: [Preprocessing] { [] }
    /// None is needed.
    public var substitute: Term? { nil }
}
