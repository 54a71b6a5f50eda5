/// The lines of a text that comes piece by piece, in the encoding that its byte order mark names.
package struct TextLines: Sendable {
    /// Bytes of lines that have not ended yet.
    private var bytes: [UInt8] = []
    /// The number of those that hold no end of a line.
    private var seen = 0
    /// Nothing until enough bytes are there to tell.
    private var encoding: TextEncoding?
    private var isFirst = true

    /// Begins before the first byte.
    package init() {}

    /// Takes more bytes.
    ///
    /// - Returns: The lines that have ended, without their ends.
    package mutating func take(_ more: some Collection<UInt8>) -> [String] {
        bytes += more
        guard let encoding = encoding ?? found() else { return [] }
        let newline = encoding.newline
        var lines: [String] = []
        var start = 0
        while seen + newline.count <= bytes.count {
            let unit = seen..<seen + newline.count
            seen = unit.upperBound
            guard bytes[unit].elementsEqual(newline) else { continue }
            lines.append(line(bytes[start..<unit.lowerBound], encoding))
            start = seen
        }
        bytes.removeFirst(start)
        seen -= start
        return lines
    }

    /// Takes the end.
    ///
    /// - Returns: The last line, where the text does not end with the end of one.
    package mutating func finish() -> String? {
        let encoding = encoding ?? begin(TextEncoding(of: bytes))
        defer { (bytes, seen) = ([], 0) }
        return bytes.isEmpty ? nil : line(bytes[...], encoding)
    }

    /// Reads the mark once it is there: whoever types a line without one does not wait for more bytes.
    private mutating func found() -> TextEncoding? {
        guard let first = bytes.first else { return nil }
        let mayBeMark = [0xFF, 0xFE, 0].contains(first)
        guard !mayBeMark || bytes.count >= TextEncoding.longestMark else { return nil }
        return begin(TextEncoding(of: bytes))
    }

    private mutating func begin(_ encoding: TextEncoding) -> TextEncoding {
        bytes.removeFirst(encoding.markLength)
        self.encoding = encoding
        return encoding
    }

    private mutating func line(_ bytes: ArraySlice<UInt8>, _ encoding: TextEncoding) -> String {
        var text = encoding.decode(bytes)
        // Those of other encodings are no part of the text.
        if isFirst, encoding.markLength == 0 { text = text.withoutByteOrderMark }
        isFirst = false
        if text.unicodeScalars.last == "\r" { text.unicodeScalars.removeLast() }
        return text
    }
}
