import Datasets

/// A checksum among a file's metadata.
///
/// A power cut may leave a file that has its name and its size, but lacks some of its bytes; nothing else tells.
extension Safetensors {
    private static let checksumName = "crc32"

    /// CRC-32 of all metadata and arrays but the checksum itself.
    private var checksum: String {
        var sum = CRC32()
        for (name, text) in metadata.sorted(by: { $0.key < $1.key }) where name != Self.checksumName {
            sum.add(Array("\(name)\0\(text)\0".utf8))
        }
        // A file has its arrays in an order of its own.
        for tensor in tensors.sorted(by: { $0.name < $1.name }) {
            sum.add(Array("\(tensor.name)\0\(tensor.type.rawValue)\0\(tensor.shape)\0".utf8))
            sum.add(tensor.bytes)
        }
        return String(sum.value, radix: 16)
    }

    /// The same with its checksum.
    var checksummed: Safetensors {
        var copy = self
        copy.metadata[Self.checksumName] = checksum
        return copy
    }

    /// Reads a file that was written with its checksum; one without any, of an older version, is taken as it is.
    ///
    /// - Parameter path: The place of the file.
    /// - Throws: ``FileError``: it can't be read, or is not what was written.
    init(checkedPath path: String) throws(FileError) {
        try self.init(path: path)
        guard let written = metadata[Self.checksumName], written != checksum else { return }
        throw .malformed(path: path, problem: "its CRC-32 is \(checksum), and it says \(written)")
    }
}
