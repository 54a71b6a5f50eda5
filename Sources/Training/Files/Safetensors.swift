/// Named arrays of numbers, as the files of the safetensors format hold them.
///
/// Such a file is the length of a header (8 bytes, lowest first), the header (JSON: the type, shape and place of each
/// array, and a map of texts called `__metadata__`), and the numbers one array after another, each with its lowest
/// byte first. Source: the format's description at https://huggingface.co/docs/safetensors.
public struct Safetensors: Equatable, Sendable {
    /// The texts about the whole file, by name.
    public var metadata: [String: String]
    /// The arrays, in the order of a file.
    ///
    /// A file has those of larger elements first, so that each number stands where machines like to read it.
    public var tensors: [Tensor]
    /// The arrays of a file that were passed over, since nnboard has no use for their types: the type of each by name.
    ///
    /// They are not written again.
    public private(set) var passedOver: [String: String] = [:]

    /// Gathers arrays, each with a name of its own.
    public init(metadata: [String: String] = [:], tensors: [Tensor] = []) {
        self.metadata = metadata
        self.tensors = tensors
    }

    /// Reads the bytes of a file.
    ///
    /// - Parameters:
    ///   - bytes: All of them.
    ///   - path: The name of the data in errors.
    /// - Throws: ``FileError/malformed(path:problem:)``.
    public init(bytes: [UInt8], path: String = "The safetensors data") throws(FileError) {
        do throws(SafetensorsHeader.Fault) {
            let length = try SafetensorsHeader.length(bytes.prefix(8), of: bytes.count)
            let header = try SafetensorsHeader(json: bytes[8..<8 + length], room: bytes.count - 8 - length)
            self.init(
                metadata: header.metadata,
                tensors: header.entries.compactMap { entry in
                    Tensor(entry, bytes: Array(bytes[entry.place(behind: 8 + length)]))
                })
            passOver(header.entries)
        } catch {
            throw .malformed(path: path, problem: error.problem)
        }
    }

    /// Reads a whole file; ``SafetensorsFile`` reads one array at a time.
    ///
    /// - Parameter path: The path of the file.
    /// - Throws: ``FileError``.
    public init(path: String) throws(FileError) {
        let file = try SafetensorsFile(path: path)
        var tensors: [Tensor] = []
        for entry in file.entries {
            if let tensor = try file.tensor(entry) { tensors.append(tensor) }
        }
        self.init(metadata: file.metadata, tensors: tensors)
        passOver(file.entries)
    }

    private mutating func passOver(_ entries: [SafetensorsHeader.Entry]) {
        for entry in entries where entry.type == nil { passedOver[entry.name] = entry.typeName }
    }

    /// The array of a name, if there is one.
    public subscript(name: String) -> Tensor? { tensors.first { $0.name == name } }

    /// The bytes of a file.
    public var bytes: [UInt8] {
        // Sorting is stable only where places decide between equals.
        let ordered = tensors.enumerated().sorted {
            ($1.element.type.size, $0.offset) < ($0.element.type.size, $1.offset)
        }.map(\.element)
        let header = SafetensorsHeader(metadata: metadata, tensors: ordered).json
        var bytes: [UInt8] = []
        bytes.reserveCapacity(8 + header.count + ordered.reduce(0) { $0 + $1.bytes.count })
        withUnsafeBytes(of: UInt64(header.count).littleEndian) { bytes.append(contentsOf: $0) }
        bytes.append(contentsOf: header)
        for tensor in ordered { bytes.append(contentsOf: tensor.bytes) }
        return bytes
    }

    /// Writes a file, in the place of an earlier one: whole and safe on the disk, or not at all.
    ///
    /// - Parameters:
    ///   - path: The path of the file.
    ///   - isSafe: `true` to wait until it is on the disk, where no loss of power can take it away.
    /// - Throws: ``FileError/notWritten(path:reason:remedy:)``.
    public func write(to path: String, safely isSafe: Bool = true) throws(FileError) {
        try WholeFile.write(bytes, to: path, safely: isSafe)
    }
}
