/// The encoding of a text file, which its byte order mark names.
///
/// Texts are UTF-8; some editors' "Unicode" is UTF-16, and other programs write UTF-32. Without a mark nothing tells.
private enum TextEncoding {
    case utf8
    case utf16(isBigEndian: Bool)
    case utf32(isBigEndian: Bool)

    /// The number of bytes that the mark takes.
    var markLength: Int {
        switch self {
        case .utf8: 0
        case .utf16: 2
        case .utf32: 4
        }
    }

    init(of bytes: some Collection<UInt8>) {
        // That of UTF-32 begins like one of UTF-16, behind which no text has a zero.
        switch Array(bytes.prefix(4)) {
        case [0xFF, 0xFE, 0, 0]: self = .utf32(isBigEndian: false)
        case [0, 0, 0xFE, 0xFF]: self = .utf32(isBigEndian: true)
        case let mark where mark.starts(with: [0xFF, 0xFE]): self = .utf16(isBigEndian: false)
        case let mark where mark.starts(with: [0xFE, 0xFF]): self = .utf16(isBigEndian: true)
        default: self = .utf8
        }
    }
}

extension String {
    /// Decodes a text that an editor may have written.
    ///
    /// Texts are UTF-8; one byte order mark in front is passed over. Where that mark is one of UTF-16 or UTF-32, the text
    /// is read as such. What is no text is read as U+FFFD.
    ///
    /// - Parameter bytes: All bytes of a file.
    package init(textFile bytes: some Collection<UInt8>) {
        let encoding = TextEncoding(of: bytes)
        let rest = bytes.dropFirst(encoding.markLength)
        switch encoding {
        case .utf8: self.init(decoding: rest.withoutByteOrderMark, as: UTF8.self)
        case .utf16(let isBigEndian):
            self.init(decoding: Self.units(of: rest, isBigEndian, as: UInt16.self), as: UTF16.self)
        case .utf32(let isBigEndian):
            self.init(decoding: Self.units(of: rest, isBigEndian, as: UInt32.self), as: UTF32.self)
        }
    }

    /// The whole units of a text; a part of one at its end is left out.
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

extension [UInt8] {
    /// The UTF-8 of a text file: the bytes themselves, unless their byte order mark is one of UTF-16 or UTF-32.
    package var utf8OfTextFile: [UInt8] {
        switch TextEncoding(of: self) {
        case .utf8: self
        case .utf16, .utf32: Array(String(textFile: self).utf8)
        }
    }

    /// Tells whether a text is somewhere in a text file, or in the beginning of one.
    package func contains(text: String) -> Bool {
        utf8OfTextFile.contains(Array(text.utf8))
    }
}
