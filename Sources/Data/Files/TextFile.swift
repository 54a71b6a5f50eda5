extension String {
    /// Decodes a text that an editor may have written.
    ///
    /// Texts are UTF-8; one byte order mark in front is passed over. Where that mark is one of UTF-16, the text is read
    /// as such: some editors' "Unicode" is no other. What is no text is read as U+FFFD.
    ///
    /// - Parameter bytes: All bytes of a file.
    package init(textFile bytes: some Collection<UInt8>) {
        switch Array(bytes.prefix(2)) {
        case [0xFF, 0xFE]: self = Self.utf16(bytes.dropFirst(2)) { UInt16($0) | UInt16($1) << 8 }
        case [0xFE, 0xFF]: self = Self.utf16(bytes.dropFirst(2)) { UInt16($0) << 8 | UInt16($1) }
        default: self.init(decoding: bytes.withoutByteOrderMark, as: UTF8.self)
        }
    }

    private static func utf16(
        _ bytes: some Collection<UInt8>, _ unit: (UInt8, UInt8) -> UInt16
    ) -> String {
        let bytes = Array(bytes)
        let units = stride(from: 0, to: bytes.count - 1, by: 2).map { unit(bytes[$0], bytes[$0 + 1]) }
        return String(decoding: units, as: UTF16.self)
    }
}
