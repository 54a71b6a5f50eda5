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
