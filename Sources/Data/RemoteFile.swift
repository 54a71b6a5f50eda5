/// A file with a public address and a known content.
public struct RemoteFile: Equatable, Sendable {
    /// The name in a data folder.
    public var name: String
    /// The address that it can be downloaded from.
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
