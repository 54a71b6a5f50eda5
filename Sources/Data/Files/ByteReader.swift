/// Reads numbers and runs of bytes one after another, and never past the end.
struct ByteReader {
    let file: FileBytes
    /// The next byte to be read.
    private(set) var position: Int
    /// Behind the last byte that may be read.
    let end: Int

    /// Reads a part of a file, or all of it.
    ///
    /// - Parameters:
    ///   - file: The bytes.
    ///   - range: The part to read, as places in the file; `nil` for all of it.
    init(_ file: FileBytes, in range: Range<Int>? = nil) {
        self.file = file
        position = range?.lowerBound ?? 0
        end = range?.upperBound ?? file.bytes.count
    }

    var remaining: Int { end - position }
    var isAtEnd: Bool { position == end }

    /// An error at the place that was reached.
    func fault(_ problem: String) -> DatasetError {
        file.fault(at: position, problem)
    }

    /// The next byte.
    @inline(__always)
    mutating func byte(_ what: @autoclosure () -> String) throws -> UInt8 {
        guard position < end else { throw fault("it ends where \(what()) should be") }
        defer { position += 1 }
        return file.bytes[position]
    }

    /// A number stored with its lowest byte first.
    @inline(__always)
    mutating func integer<Number: FixedWidthInteger>(
        _ type: Number.Type = Number.self, _ what: @autoclosure () -> String
    ) throws -> Number {
        let start = try take(MemoryLayout<Number>.size, what()).lowerBound
        return file.bytes.withUnsafeBytes {
            Number(littleEndian: $0.loadUnaligned(fromByteOffset: start, as: Number.self))
        }
    }

    /// Passes over some bytes and tells where they are.
    @inline(__always)
    mutating func take(_ count: Int, _ what: @autoclosure () -> String) throws -> Range<Int> {
        guard count >= 0, count <= remaining else {
            throw fault("\(what()) should take \(count) bytes, but \(remaining) are left")
        }
        defer { position += count }
        return position..<position + count
    }

    /// Some bytes as text; whatever is not UTF-8 becomes a replacement character.
    mutating func text(_ count: Int, _ what: @autoclosure () -> String) throws -> String {
        String(decoding: file.bytes[try take(count, what())], as: UTF8.self)
    }
}
