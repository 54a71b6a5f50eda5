/// A reason why a text is no JSON.
struct JSONError: Error, Equatable, CustomStringConvertible {
    /// The number of bytes that were in order.
    let offset: Int
    /// The fault that was found behind them.
    let problem: String

    var description: String { "byte \(offset): \(problem)" }
}

extension JSONValue {
    /// Reads JSON (RFC 8259), and what Python's `json` writes beyond it: `NaN`, `Infinity` and `-Infinity`.
    ///
    /// Members keep their order; of one that comes twice the last holds, as in Python. One byte order mark in front is
    /// passed over, and half of a surrogate pair is read as U+FFFD.
    ///
    /// - Parameter bytes: UTF-8.
    /// - Throws: ``JSONError`` where they are no JSON.
    init(parsing bytes: [UInt8]) throws(JSONError) {
        var reader = JSONReader(bytes: bytes, start: bytes.byteOrderMarkLength)
        self = try reader.value(depth: 0)
        reader.skipSpace()
        guard reader.position == bytes.count else { throw reader.fault("there is more behind the value") }
    }
}

/// Goes through a JSON text byte by byte.
private struct JSONReader {
    let bytes: [UInt8]
    private(set) var position: Int

    /// Nothing here is nested deeper, and a thread's stack is not without end.
    private static let deepest = 64

    init(bytes: [UInt8], start: Int) { (self.bytes, position) = (bytes, start) }

    func fault(_ problem: String) -> JSONError { JSONError(offset: position, problem: problem) }

    private var next: UInt8? { position < bytes.count ? bytes[position] : nil }

    mutating func skipSpace() {
        while let next, next == 0x20 || next == 0x0A || next == 0x0D || next == 0x09 { position += 1 }
    }

    private mutating func take(_ character: Unicode.Scalar) -> Bool {
        guard next == UInt8(ascii: character) else { return false }
        position += 1
        return true
    }

    mutating func value(depth: Int) throws(JSONError) -> JSONValue {
        guard depth <= Self.deepest else { throw fault("it is nested deeper than \(Self.deepest) levels") }
        skipSpace()
        guard let next else { throw fault("it ends where a value should be") }
        switch next {
        case UInt8(ascii: "{"): return .object(try members(depth: depth))
        case UInt8(ascii: "["): return .list(try items(depth: depth))
        case UInt8(ascii: "\""): return .text(try text())
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try number()
        default:
            if let value = word() { return value }
            throw fault("here should be a value")
        }
    }

    private static let words: [(word: String, value: JSONValue)] = [
        ("true", .flag(true)), ("false", .flag(false)), ("null", .null), ("NaN", .number(.nan)),
        ("Infinity", .number(.infinity)), ("-Infinity", .number(-.infinity)),
    ]

    private mutating func word() -> JSONValue? {
        for (word, value) in Self.words where bytes[position...].starts(with: word.utf8) {
            position += word.utf8.count
            return value
        }
        return nil
    }

    private mutating func members(depth: Int) throws(JSONError) -> [(key: String, value: JSONValue)] {
        position += 1
        var members: [(key: String, value: JSONValue)] = []
        skipSpace()
        if take("}") { return members }
        repeat {
            skipSpace()
            guard next == UInt8(ascii: "\"") else { throw fault("here should be a name in quotes") }
            let key = try text()
            skipSpace()
            guard take(":") else { throw fault("here should be a colon") }
            members.append((key, try value(depth: depth + 1)))
            skipSpace()
        } while take(",")
        guard take("}") else { throw fault("here should be a comma or a closing brace") }
        return members
    }

    private mutating func items(depth: Int) throws(JSONError) -> [JSONValue] {
        position += 1
        var items: [JSONValue] = []
        skipSpace()
        if take("]") { return items }
        repeat {
            items.append(try value(depth: depth + 1))
            skipSpace()
        } while take(",")
        guard take("]") else { throw fault("here should be a comma or a closing bracket") }
        return items
    }

    private mutating func number() throws(JSONError) -> JSONValue {
        if next == UInt8(ascii: "-"), let infinity = word() { return infinity }
        let start = position
        while let next,
            next == UInt8(ascii: "-") || next == UInt8(ascii: "+") || next == UInt8(ascii: ".")
                || next | 0x20 == UInt8(ascii: "e") || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(next)
        {
            position += 1
        }
        let digits = String(decoding: bytes[start..<position], as: UTF8.self)
        if let integer = Int(digits) { return .integer(integer) }
        // As in Python, a number beyond all others is infinite.
        guard let number = Double(digits), !number.isNaN else {
            position = start
            throw fault("“\(digits)” is no number")
        }
        return .number(number)
    }

    private mutating func text() throws(JSONError) -> String {
        position += 1
        var result: [UInt8] = []
        while let byte = next {
            position += 1
            switch byte {
            case UInt8(ascii: "\""):
                guard let text = String(validating: result, as: UTF8.self) else {
                    throw fault("the text before is no UTF-8")
                }
                return text
            case UInt8(ascii: "\\"): result.append(contentsOf: try escape().utf8)
            case 0..<0x20: throw fault("a control character stands in a text")
            default: result.append(byte)
            }
        }
        throw fault("it ends within a text")
    }

    private mutating func escape() throws(JSONError) -> String {
        let escapes: [UInt8: String] = [
            UInt8(ascii: "\""): "\"", UInt8(ascii: "\\"): "\\", UInt8(ascii: "/"): "/",
            UInt8(ascii: "b"): "\u{8}", UInt8(ascii: "f"): "\u{C}", UInt8(ascii: "n"): "\n",
            UInt8(ascii: "r"): "\r", UInt8(ascii: "t"): "\t",
        ]
        guard let byte = next else { throw fault("it ends within a text") }
        position += 1
        if let plain = escapes[byte] { return plain }
        guard byte == UInt8(ascii: "u") else { throw fault("no such escape is known") }
        let first = try unit()
        // Characters beyond the first 65,536 are written as two units.
        if (0xD800..<0xDC00).contains(first), bytes[position...].starts(with: "\\u".utf8) {
            let behind = position
            position += 2
            let second = try unit()
            if (0xDC00..<0xE000).contains(second),
                let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
            {
                return String(scalar)
            }
            // The second is a character of its own.
            position = behind
        }
        return String(Unicode.Scalar(first) ?? "\u{FFFD}")
    }

    private mutating func unit() throws(JSONError) -> UInt32 {
        let digits = bytes[position..<min(position + 4, bytes.count)]
        guard digits.count == 4, digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }),
            let unit = UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
        else { throw fault("here should be four hexadecimal digits") }
        position += 4
        return unit
    }
}
