/// Arrays for numpy: an `.npz` file as its `savez` writes it, a ZIP archive of `.npy` files that are not compressed.
///
/// Sources: numpy's "NPY format", version 1.0; PKWARE's APPNOTE, sections 4.3.7 to 4.3.16.
struct NpzWriter {
    /// The archive so far.
    private var bytes: [UInt8] = []
    /// The entries so far of the directory, which ends the archive.
    private var directory: [UInt8] = []
    private var count: UInt16 = 0

    /// Adds an array.
    ///
    /// - Parameters:
    ///   - name: Its name in numpy.
    ///   - type: numpy's word for its numbers, such as `<f4`.
    ///   - shape: Its length in each direction.
    ///   - numbers: Its numbers row by row, lowest byte first.
    private mutating func add(_ name: String, type: String, shape: [Int], numbers: [UInt8]) {
        let sizes = shape.map { "\($0)," }.joined(separator: " ")
        var header = "{'descr': '\(type)', 'fortran_order': False, 'shape': (\(sizes)), }"
        // The numbers begin at a multiple of 64, and a line feed ends the header.
        header += String(repeating: " ", count: 63 - (10 + header.utf8.count) % 64) + "\n"
        var array: [UInt8] = [0x93] + Array("NUMPY".utf8) + [1, 0]
        array += Self.bytes(UInt16(header.utf8.count)) + Array(header.utf8) + numbers
        addMember(name + ".npy", array)
    }

    /// Adds floating-point numbers.
    mutating func add(_ name: String, shape: [Int], _ numbers: [Float]) {
        add(
            name, type: "<f4", shape: shape,
            numbers: numbers.map(\.bitPattern.littleEndian).withUnsafeBytes(Array.init))
    }

    /// Adds whole numbers.
    mutating func add(_ name: String, shape: [Int], _ numbers: [Int32]) {
        add(
            name, type: "<i4", shape: shape,
            numbers: numbers.map(\.littleEndian).withUnsafeBytes(Array.init))
    }

    private mutating func addMember(_ name: String, _ content: [UInt8]) {
        let sum = Self.bytes(Inflate.crc32(content))
        let size = Self.bytes(UInt32(content.count))
        // Version 2.0, no flags, not compressed, midnight of the first of January 1980.
        let common: [UInt8] =
            [20, 0, 0, 0, 0, 0, 0, 0, 0x21, 0] + sum + size + size
            + Self.bytes(UInt16(name.utf8.count)) + [0, 0]
        directory += [0x50, 0x4B, 1, 2, 20, 0] + common + [UInt8](repeating: 0, count: 10)
        directory += Self.bytes(UInt32(bytes.count)) + Array(name.utf8)
        bytes += [0x50, 0x4B, 3, 4] + common + Array(name.utf8) + content
        count += 1
    }

    /// Tells whether bytes are the beginning of an archive of this writer, with a first array of one of these names.
    ///
    /// numpy's own differ: it leaves room for sizes of 64 bits.
    static func wrote(_ bytes: [UInt8], first names: [String]) -> Bool {
        let header: [UInt8] = [0x50, 0x4B, 3, 4, 20, 0, 0, 0, 0, 0, 0, 0, 0x21, 0]
        // Behind checksum, two sizes and the length of the name: no extra fields, then the name.
        guard bytes.starts(with: header), bytes.count > 30, bytes[28] == 0, bytes[29] == 0 else {
            return false
        }
        return names.contains { bytes[30...].starts(with: ($0 + ".npy").utf8) }
    }

    /// The archive with its directory.
    var archive: [UInt8] {
        let count = Self.bytes(count)
        return bytes + directory + [0x50, 0x4B, 5, 6, 0, 0, 0, 0] + count + count
            + Self.bytes(UInt32(directory.count)) + Self.bytes(UInt32(bytes.count)) + [0, 0]
    }

    private static func bytes<Number: FixedWidthInteger>(_ number: Number) -> [UInt8] {
        withUnsafeBytes(of: number.littleEndian, Array.init)
    }
}
