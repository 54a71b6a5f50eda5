/// The data sets that nnboard knows by name.
///
/// A new one is a file of its own with a ``CatalogEntry``, and one line here.
public struct Catalog: Sendable {
    /// Everything that can be loaded, the preferred one first.
    public static let entries: [any CatalogEntry] = []
}

/// A data set that can be loaded by name.
public protocol CatalogEntry: Sendable {
    /// The name on the command line, and in the text form.
    var name: String { get }
    /// What it is called on the screen.
    var title: String { get }
    /// One line about it.
    var summary: String { get }
    /// The files that it is read from; none for a generated one.
    var files: [RemoteFile] { get }

    /// Reads or generates it.
    ///
    /// - Parameters:
    ///   - reference: Its name with the arguments of Keras' `load_data`.
    ///   - locations: Where its files may be.
    ///   - progress: Is told from time to time which share is done, from 0 to 1; may throw to cancel.
    /// - Returns: The data set, ready to be trained on.
    /// - Throws: A ``TermError`` for an argument, a ``DatasetError`` for a file.
    func load(_ reference: Term, from locations: DataLocations, progress: (Double) throws -> Void) throws
        -> Dataset
}

/// A file with a public address and a known content.
public struct RemoteFile: Equatable, Sendable {
    /// What it is called in a data folder.
    public var name: String
    /// Where it can be downloaded.
    public var address: String
    /// Its SHA-256, 64 lower-case hexadecimal digits.
    public var sha256: String
    /// Its size.
    public var bytes: Int

    /// Describes a file.
    public init(name: String, address: String, sha256: String, bytes: Int) {
        self.name = name
        self.address = address
        self.sha256 = sha256
        self.bytes = bytes
    }
}
