/// The encoding of a text, which its byte order mark names.
///
/// Texts are UTF-8; some editors' "Unicode" is UTF-16, and other programs write UTF-32. Without a mark nothing tells.
enum TextEncoding {
    case utf8
    case utf16(isBigEndian: Bool)
    case utf32(isBigEndian: Bool)

    /// Reads the mark in front of a text; UTF-8 where there is none.
    init(of bytes: some Collection<UInt8>) {
        // That of UTF-32 begins like one of UTF-16, behind which no text has a zero.
        switch Array(bytes.prefix(Self.longestMark)) {
        case [0xFF, 0xFE, 0, 0]: self = .utf32(isBigEndian: false)
        case [0, 0, 0xFE, 0xFF]: self = .utf32(isBigEndian: true)
        case let mark where mark.starts(with: [0xFF, 0xFE]): self = .utf16(isBigEndian: false)
        case let mark where mark.starts(with: [0xFE, 0xFF]): self = .utf16(isBigEndian: true)
        default: self = .utf8
        }
    }

    /// As many bytes as tell every encoding.
    static let longestMark = 4

    /// The number of bytes that the mark takes; that of UTF-8 is a part of the text.
    var markLength: Int {
        switch self {
        case .utf8: 0
        case .utf16: 2
        case .utf32: 4
        }
    }

    /// The number of bytes of a unit.
    var unitLength: Int {
        switch self {
        case .utf8: 1
        case .utf16: 2
        case .utf32: 4
        }
    }

    /// The end of a line.
    var newline: [UInt8] {
        let zeros = [UInt8](repeating: 0, count: unitLength - 1)
        return switch self {
        case .utf16(isBigEndian: true), .utf32(isBigEndian: true): zeros + [0x0A]
        default: [0x0A] + zeros
        }
    }

    /// Decodes a piece of a text, without its mark.
    ///
    /// Bytes that are no text are read as U+FFFD, and a part of a unit at the end is left out.
    func decode(_ bytes: some Collection<UInt8>) -> String {
        switch self {
        case .utf8: String(decoding: bytes, as: UTF8.self)
        case .utf16(let isBigEndian):
            String(decoding: Self.units(of: bytes, isBigEndian, as: UInt16.self), as: UTF16.self)
        case .utf32(let isBigEndian):
            String(decoding: Self.units(of: bytes, isBigEndian, as: UInt32.self), as: UTF32.self)
        }
    }

    private static func units<Unit: FixedWidthInteger>(
        of bytes: some Collection<UInt8>, _ isBigEndian: Bool, as: Unit.Type
    ) -> [Unit] {
        let bytes = Array(bytes)
        let size = MemoryLayout<Unit>.size
        return (0..<bytes.count / size).map { unit in
            let part = bytes[unit * size..<(unit + 1) * size]
            return isBigEndian
                ? part.reduce(0) { $0 << 8 | Unit($1) } : part.reversed().reduce(0) { $0 << 8 | Unit($1) }
        }
    }
}
