/// The mark that some editors put in front of a text, U+FEFF (RFC 3629, section 6).
///
/// Readers of texts pass over one of them. A second one is a part of the text.
private enum ByteOrderMark {
    static let scalar: Unicode.Scalar = "\u{FEFF}"
    /// The mark in UTF-8.
    static let bytes: [UInt8] = [0xef, 0xbb, 0xbf]
}

extension Collection<UInt8> {
    /// The number of bytes that a byte order mark takes in front of this UTF-8 text: 3, or 0 without one.
    package var byteOrderMarkLength: Int {
        starts(with: ByteOrderMark.bytes) ? ByteOrderMark.bytes.count : 0
    }

    /// This UTF-8 text without one byte order mark in front; all of it if it has none.
    package var withoutByteOrderMark: SubSequence {
        dropFirst(byteOrderMarkLength)
    }
}

extension StringProtocol {
    /// This text without one byte order mark in front; all of it if it has none.
    package var withoutByteOrderMark: String {
        // By scalars: a mark stays a mark whatever follows it.
        guard unicodeScalars.first == ByteOrderMark.scalar else { return String(self) }
        return String(String.UnicodeScalarView(unicodeScalars.dropFirst()))
    }
}
