/// A path as the system has it: bytes, of which only the slash and zero mean anything.
///
/// Text is compared and cut by characters, and a combining mark behind a slash would join it.
package struct PathBytes: Hashable, Sendable {
    /// All of it, without a zero at its end.
    package let bytes: [UInt8]

    private static let slash = UInt8(ascii: "/")

    /// Takes a text's UTF-8.
    package init(_ text: String) { bytes = Array(text.utf8) }

    /// Takes bytes that the system gave.
    package init(bytes: [UInt8]) { self.bytes = bytes }

    /// The part behind the last slash; empty where the path ends with one.
    package var name: [UInt8] { Array(bytes[(bytes.lastIndex(of: Self.slash).map { $0 + 1 } ?? 0)...]) }

    /// Tells whether the last part can only be a folder: none at all, `.` or `..`.
    package var namesFolder: Bool {
        let dot = UInt8(ascii: ".")
        return name.isEmpty || name == [dot] || name == [dot, dot]
    }

    /// The folder of the last part, as this path reaches it.
    package var folder: PathBytes {
        guard let slash = bytes.lastIndex(of: Self.slash) else { return PathBytes(".") }
        return PathBytes(bytes: Array(bytes[..<max(1, slash)]))
    }

    /// Another file in the same folder.
    func sibling(_ name: [UInt8]) -> PathBytes {
        let start = bytes.lastIndex(of: Self.slash).map { $0 + 1 } ?? 0
        return PathBytes(bytes: bytes[..<start] + name)
    }

    /// The place that a symbolic link at this path leads to.
    func following(_ link: [UInt8]) -> PathBytes {
        link.first == Self.slash ? PathBytes(bytes: link) : sibling(link)
    }

    /// Lends the path to a call of the system.
    func withCString<Result>(_ body: (UnsafePointer<CChar>) throws -> Result) rethrows -> Result {
        let ended = bytes.map { CChar(bitPattern: $0) } + [0]
        return try ended.withUnsafeBufferPointer { buffer in
            // An array that has at least the zero always has an address.
            guard let start = buffer.baseAddress else { return try "".withCString(body) }
            return try body(start)
        }
    }

    /// The path for people: bytes that are no UTF-8 as `\xE9`.
    package var text: String { Self.text(of: bytes) }

    /// Bytes for people: UTF-8 as it is, other bytes as `\xE9`.
    package static func text(of bytes: some Sequence<UInt8>) -> String {
        let bytes = Array(bytes)
        var text = ""
        var place = 0
        while place < bytes.count {
            let scalar = (1...4).lazy.compactMap { length -> (String, Int)? in
                guard place + length <= bytes.count else { return nil }
                return String(validating: bytes[place..<place + length], as: UTF8.self).map { ($0, length) }
            }.first
            if let (piece, length) = scalar {
                text += piece
                place += length
            } else {
                let digits = String(bytes[place], radix: 16)
                text += "\\x" + (digits.count < 2 ? "0" : "") + digits
                place += 1
            }
        }
        return text
    }
}
