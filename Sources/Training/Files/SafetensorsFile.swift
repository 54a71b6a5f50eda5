import Datasets
import Glibc

/// A safetensors file that is open, to read one array after another without all the rest.
public final class SafetensorsFile: Sendable {
    /// The path of the file.
    public let path: String
    /// The texts about the whole file, by name.
    public let metadata: [String: String]
    /// The names, types, shapes and places of the arrays, in the order of their bytes.
    let entries: [SafetensorsHeader.Entry]
    /// The first byte of the numbers.
    private let start: Int
    private let descriptor: Int32

    /// Opens a file and reads its header.
    ///
    /// - Parameter path: The path of the file.
    /// - Throws: ``FileError``.
    public init(path: String) throws(FileError) {
        self.path = path
        // Read, not mapped: a file that another program cuts short while it is mapped ends this one.
        let descriptor = try WholeFile.open(path)
        var isKept = false
        defer { if !isKept { close(descriptor) } }
        let size = try WholeFile.size(of: descriptor, path)
        do throws(SafetensorsHeader.Fault) {
            let length = try SafetensorsHeader.length(
                try Self.bytes(0..<min(8, size), of: descriptor, path), of: size)
            let json = try Self.bytes(8..<8 + length, of: descriptor, path)
            let header = try SafetensorsHeader(json: json, room: size - 8 - length)
            metadata = header.metadata
            entries = header.entries
            start = 8 + length
        } catch {
            throw .malformed(path: path, problem: error.problem)
        }
        self.descriptor = descriptor
        isKept = true
    }

    deinit { close(descriptor) }

    /// The names of the arrays, in the order of their bytes.
    public var names: [String] { entries.map(\.name) }

    /// Reads one array.
    ///
    /// - Parameter name: Its name.
    /// - Returns: It, or `nil` where there is none of that name and of a type that nnboard has a use for.
    /// - Throws: ``FileError`` where the file was cut short meanwhile.
    public func tensor(_ name: String) throws(FileError) -> Safetensors.Tensor? {
        guard let entry = entries.first(where: { $0.name == name }) else { return nil }
        return try tensor(entry)
    }

    func tensor(_ entry: SafetensorsHeader.Entry) throws(FileError) -> Safetensors.Tensor? {
        guard entry.type != nil else { return nil }
        do throws(SafetensorsHeader.Fault) {
            let bytes = try Self.bytes(entry.place(behind: start), of: descriptor, path)
            return Safetensors.Tensor(entry, bytes: bytes)
        } catch {
            throw .malformed(path: path, problem: error.problem)
        }
    }

    private static func bytes(
        _ range: Range<Int>, of descriptor: Int32, _ path: String
    ) throws(SafetensorsHeader.Fault) -> [UInt8] {
        let bytes = WholeFile.bytes(range, of: descriptor)
        guard bytes.count == range.count else {
            throw SafetensorsHeader.Fault(
                problem: "it ends at byte \(range.lowerBound + bytes.count), before byte \(range.upperBound)")
        }
        return bytes
    }
}
