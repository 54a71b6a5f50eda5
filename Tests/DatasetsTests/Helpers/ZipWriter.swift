import CZlib

/// Writes zip archives, right ones and wrong ones.
struct ZipWriter {
    /// A member, and what the headers say about it where that isn't the truth.
    struct Member {
        var name: String
        var bytes: [UInt8]
        var isDeflated = false
        /// Tells whether the sizes stand in ZIP64 fields, as numpy writes them.
        var isLarge = false
        /// Tells whether the sizes follow the member, as in an archive that is written to a pipe.
        var sizesFollow = false
        var checksum: UInt32?
        var size: UInt64?
        var storedSize: UInt64?
        var header: UInt64?
        var method: UInt16?
        var flags: UInt16 = 0
        var localName: String?
    }

    var members: [Member]
    var comment: [UInt8] = []
    /// Tells whether the end record is the wide one too.
    var isLarge = false
    var count: UInt64?

    init(_ members: Member...) {
        self.members = members
    }

    var bytes: [UInt8] {
        var out: [UInt8] = []
        var directory: [UInt8] = []
        for member in members {
            let stored = member.isDeflated ? Self.deflate(member.bytes) : member.bytes
            let size = member.size ?? UInt64(member.bytes.count)
            let storedSize = member.storedSize ?? UInt64(stored.count)
            let header = member.header ?? UInt64(out.count)
            let checksum =
                member.checksum ?? UInt32(truncatingIfNeeded: crc32_z(0, member.bytes, member.bytes.count))
            let shared =
                Self.little(member.flags | (member.sizesFollow ? 8 : 0))
                + Self.little(member.method ?? (member.isDeflated ? 8 : 0)) + [0, 0, 0, 0]

            let localName = Array((member.localName ?? member.name).utf8)
            let localExtra = member.isLarge ? Self.extra([size, storedSize]) : []
            out += [0x50, 0x4b, 3, 4, 45, 0] + shared
            if member.sizesFollow {
                out += [UInt8](repeating: 0, count: 12)
            } else {
                out += Self.little(checksum) + Self.sizes(storedSize, size, isLarge: member.isLarge)
            }
            out += Self.little(UInt16(localName.count)) + Self.little(UInt16(localExtra.count))
            out += localName + localExtra + stored
            if member.sizesFollow {
                out += [0x50, 0x4b, 7, 8] + Self.little(checksum)
                out += Self.sizes(storedSize, size, isLarge: false)
            }

            let name = Array(member.name.utf8)
            let extra = member.isLarge ? Self.extra([size, storedSize, header]) : []
            directory += [0x50, 0x4b, 1, 2, 45, 0, 45, 0] + shared + Self.little(checksum)
            directory += Self.sizes(storedSize, size, isLarge: member.isLarge)
            directory += Self.little(UInt16(name.count)) + Self.little(UInt16(extra.count))
            directory += [UInt8](repeating: 0, count: 10)
            directory += Self.little(member.isLarge ? UInt32.max : UInt32(truncatingIfNeeded: header))
            directory += name + extra
        }
        let start = UInt64(out.count)
        let count = self.count ?? UInt64(members.count)
        out += directory
        if isLarge {
            let record = UInt64(out.count)
            out +=
                [0x50, 0x4b, 6, 6] + Self.little(UInt64(44)) + [45, 0, 45, 0]
                + [UInt8](repeating: 0, count: 8)
            out += Self.little(count) + Self.little(count) + Self.little(UInt64(directory.count))
            out += Self.little(start)
            out += [0x50, 0x4b, 6, 7, 0, 0, 0, 0] + Self.little(record) + [1, 0, 0, 0]
        }
        let shortCount = Self.little(isLarge ? UInt16.max : UInt16(truncatingIfNeeded: count))
        out += [0x50, 0x4b, 5, 6, 0, 0, 0, 0] + shortCount + shortCount
        out += Self.little(isLarge ? UInt32.max : UInt32(directory.count))
        out += Self.little(isLarge ? UInt32.max : UInt32(start))
        return out + Self.little(UInt16(comment.count)) + comment
    }

    static func little<Number: FixedWidthInteger>(_ number: Number) -> [UInt8] {
        withUnsafeBytes(of: number.littleEndian) { Array($0) }
    }

    private static func sizes(_ stored: UInt64, _ size: UInt64, isLarge: Bool) -> [UInt8] {
        isLarge
            ? little(UInt32.max) + little(UInt32.max)
            : little(UInt32(truncatingIfNeeded: stored)) + little(UInt32(truncatingIfNeeded: size))
    }

    /// A foreign extra field, and then the one of ZIP64.
    private static func extra(_ numbers: [UInt64]) -> [UInt8] {
        [0x99, 0x99, 2, 0, 1, 1, 1, 0] + little(UInt16(8 * numbers.count)) + numbers.flatMap { little($0) }
    }

    static func deflate(_ bytes: [UInt8]) -> [UInt8] {
        var stream = z_stream()
        deflateInit2_(&stream, 6, Z_DEFLATED, -15, 8, 0, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
        defer { deflateEnd(&stream) }
        var input = bytes
        var output = [UInt8](repeating: 0, count: bytes.count + bytes.count / 100 + 64)
        input.withUnsafeMutableBufferPointer { source in
            output.withUnsafeMutableBufferPointer { target in
                stream.next_in = source.baseAddress
                stream.avail_in = uInt(source.count)
                stream.next_out = target.baseAddress
                stream.avail_out = uInt(target.count)
                CZlib.deflate(&stream, Z_FINISH)
            }
        }
        return Array(output.prefix(Int(stream.total_out)))
    }
}
