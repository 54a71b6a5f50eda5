/// Keras' list of words: a JSON object with the rank of each word, 1 being the most frequent.
///
/// Only this one shape is read, so that a fault can be told with its place; `Foundation` would read any JSON, and take
/// longer.
struct WordIndex {
    /// Ranks beyond this are a mistake; the list has one place for each up to the greatest.
    static let largestRank = 1_000_000

    /// `words[rank]`; an empty word where no word has that rank, as for rank 0.
    let words: [String]

    /// Reads a word index.
    ///
    /// - Parameter file: A JSON object of whole numbers, in UTF-8.
    /// - Throws: ``DatasetError/malformed(path:place:problem:)``.
    init(_ file: FileBytes) throws {
        var parser = JSONWords(ByteReader(file))
        var words = [""]
        var taken = [true]
        try parser.read { word, rank, place in
            guard (1...Self.largestRank).contains(rank) else {
                throw file.fault(
                    at: place,
                    "“\(word.printable)” has the rank \(rank), which is not from 1 to \(Self.largestRank)")
            }
            if rank >= words.count {
                words.append(contentsOf: repeatElement("", count: rank + 1 - words.count))
                taken.append(contentsOf: repeatElement(false, count: rank + 1 - taken.count))
            }
            guard !taken[rank] else {
                throw file.fault(
                    at: place,
                    "“\(word.printable)” and “\(words[rank].printable)” both have the rank \(rank)")
            }
            taken[rank] = true
            words[rank] = word
        }
        self.words = words
    }
}

/// Reads a JSON object (RFC 8259) whose values are all whole numbers.
private struct JSONWords {
    private var reader: ByteReader

    init(_ reader: ByteReader) {
        self.reader = reader
    }

    /// Reads all of it.
    ///
    /// - Parameter entry: Is told each key, its number, and where the number stands.
    /// - Throws: ``DatasetError/malformed(path:place:problem:)``, and what `entry` throws.
    mutating func read(_ entry: (String, Int, Int) throws -> Void) throws {
        try require("{")
        if try peek("“}”") == UInt8(ascii: "}") {
            try require("}")
        } else {
            while true {
                let key = try string()
                try require(":")
                _ = try peek("a number")
                let place = reader.position
                try entry(key, try integer(), place)
                if try peek("“,” or “}”") == UInt8(ascii: "}") { break }
                try require(",")
            }
            try require("}")
        }
        skipSpaces()
        guard reader.isAtEnd else { throw reader.fault("something follows the object's end") }
    }

    private mutating func skipSpaces() {
        while !reader.isAtEnd, [0x20, 0x09, 0x0a, 0x0d].contains(reader.file.bytes[reader.position]) {
            _ = try? reader.byte("a space")
        }
    }

    /// The next byte that is no space; it stays.
    private mutating func peek(_ expected: String) throws -> UInt8 {
        skipSpaces()
        guard !reader.isAtEnd else { throw reader.fault("it ends where \(expected) should be") }
        return reader.file.bytes[reader.position]
    }

    private mutating func require(_ character: Character) throws {
        guard try peek("“\(character)”") == character.asciiValue else {
            throw reader.fault("“\(character)” should stand here")
        }
        _ = try reader.byte("“\(character)”")
    }

    private mutating func integer() throws -> Int {
        let start = reader.position
        while !reader.isAtEnd, Self.belongsToNumber(reader.file.bytes[reader.position]) {
            _ = try reader.byte("a digit")
        }
        let digits = String(decoding: reader.file.bytes[start..<reader.position], as: UTF8.self)
        guard let number = Int(digits), !digits.hasPrefix("+") else {
            throw reader.file.fault(at: start, "a whole number should stand here")
        }
        return number
    }

    private static func belongsToNumber(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || "+-.eE".utf8.contains(byte)
    }

    private mutating func string() throws -> String {
        try require("\"")
        let start = reader.position
        var unescaped: [UInt8]?
        while true {
            let place = reader.position
            switch try reader.byte("a closing quotation mark") {
            case UInt8(ascii: "\""):
                let bytes = unescaped?[...] ?? reader.file.bytes[start..<place]
                guard let text = String(validating: bytes, as: UTF8.self) else {
                    throw reader.file.fault(at: start, "a word is not in UTF-8")
                }
                return text
            case UInt8(ascii: "\\"):
                var bytes = unescaped ?? Array(reader.file.bytes[start..<place])
                bytes.append(contentsOf: String(try escape(at: place)).utf8)
                unescaped = bytes
            case 0..<0x20: throw reader.file.fault(at: place, "a word holds a control character")
            case let byte: unescaped?.append(byte)
            }
        }
    }

    private mutating func escape(at place: Int) throws -> Character {
        switch try reader.byte("an escaped character") {
        case UInt8(ascii: "\""): return "\""
        case UInt8(ascii: "\\"): return "\\"
        case UInt8(ascii: "/"): return "/"
        case UInt8(ascii: "b"): return "\u{8}"
        case UInt8(ascii: "f"): return "\u{c}"
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "u"):
            var units = [try codeUnit()]
            if UTF16.isLeadSurrogate(units[0]), try reader.text(2, "the second half") == "\\u" {
                units.append(try codeUnit())
            }
            guard let text = String(validating: units, as: UTF16.self), let character = text.first else {
                throw reader.file.fault(at: place, "an escape is half a character")
            }
            return character
        default: throw reader.file.fault(at: place, "“\\” stands before a character that it can't escape")
        }
    }

    private mutating func codeUnit() throws -> UInt16 {
        let digits = try reader.text(4, "four hexadecimal digits")
        guard let unit = UInt16(digits, radix: 16), !digits.hasPrefix("+") else {
            throw reader.fault("four hexadecimal digits should stand here")
        }
        return unit
    }
}
