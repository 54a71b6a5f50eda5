extension String {
    /// Decodes a text that an editor may have written.
    ///
    /// Texts are UTF-8; one byte order mark in front is passed over. Where that mark is one of UTF-16 or UTF-32, the text
    /// is read as such. Bytes that are no text are read as U+FFFD.
    ///
    /// - Parameter bytes: All bytes of a file.
    package init(textFile bytes: some Collection<UInt8>) {
        let encoding = TextEncoding(of: bytes)
        let rest = bytes.dropFirst(encoding.markLength)
        if case .utf8 = encoding {
            self = encoding.decode(rest.withoutByteOrderMark)
        } else {
            self = encoding.decode(rest)
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
