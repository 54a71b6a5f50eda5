import CZlib

/// The checksum of zip and gzip, piece by piece.
package struct CRC32: Equatable, Sendable {
    /// The checksum of all that was added.
    package private(set) var value: UInt32 = 0

    /// Begins with nothing.
    package init() {}

    /// Adds the next bytes.
    package mutating func add(_ bytes: [UInt8]) {
        value = UInt32(truncatingIfNeeded: crc32_z(uLong(value), bytes, bytes.count))
    }
}
