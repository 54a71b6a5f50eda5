/// Keras' list of words: a JSON object with the rank of each word, 1 being the most frequent.
///
/// Only this one shape is read, so that a fault can be told with its place; `Foundation` would read any JSON, and take
/// longer.
struct WordIndex {
    /// Ranks beyond this are a mistake; the list has one place for each up to the greatest.
    static let largestRank = 1_000_000

    /// `words[rank]`; an empty word where no word has that rank, as for rank 0.
    let words: [String]

    /// A word with its rank, and where the rank stands.
    private struct Entry {
        var word: String
        var rank: Int
        var place: Int
    }

    /// Reads a word index.
    ///
    /// Ranks below 1 belong to marks such as `<pad>`, and are passed over. Of a word that is given twice the last rank
    /// holds, and of words of one rank the last has it, as in Python's `{rank: word for word, rank in index.items()}`.
    ///
    /// - Parameter original: A JSON object of whole numbers, in UTF-8; a byte order mark may stand in front, and may be
    ///   one of UTF-16 or UTF-32.
    /// - Throws: ``DatasetError``.
    init(_ original: FileBytes) throws {
        let file = original.asUTF8
        var parser = JSONWords(
            ByteReader(file, in: file.bytes.byteOrderMarkLength..<file.bytes.count))
        var entries: [Entry] = []
        // Keras' entries have 18 bytes on average.
        let count = file.bytes.count / 18
        var known = WordTable(expecting: count)
        entries.reserveCapacity(count)
        try parser.read { word, rank, place in
            let number = known.number(of: word) { entries[$0].word }
            let entry = Entry(word: word, rank: rank, place: place)
            if number < entries.count { entries[number] = entry } else { entries.append(entry) }
        }
        words = try Self.words(of: entries, file)
    }

    /// Puts words into the places of their ranks.
    private static func words(of entries: [Entry], _ file: FileBytes) throws -> [String] {
        if let entry = entries.first(where: { $0.rank > largestRank }) {
            throw file.refusal(
                at: entry.place,
                "“\(entry.word.printable)” has the rank \(entry.rank), and at most \(largestRank) is read")
        }
        let count = 1 + (entries.lazy.map(\.rank).max().map { max(0, $0) } ?? 0)
        var words = [String](repeating: "", count: count)
        for entry in entries where entry.rank > 0 { words[entry.rank] = entry.word }
        return words
    }
}

/// Reads a JSON object (RFC 8259) whose values are all ranks: whole numbers, or any below 1.
private struct JSONWords {
    private var reader: ByteReader

    init(_ reader: ByteReader) {
        self.reader = reader
    }

    /// Reads all of it.
    ///
    /// - Parameter entry: Is told each key, its number, and where the number stands.
    /// - Throws: ``DatasetError/malformed(path:place:problem:)``, ``DatasetError/unsuitable(path:problem:)`` for a whole file
    ///   of another kind, and what `entry` throws.
    mutating func read(_ entry: (String, Int, Int) throws -> Void) throws {
        let first = try peek("“{”")
        guard first == UInt8(ascii: "{") else {
            guard first >= 0x20 else {
                throw reader.fault("“{” should stand here")
            }
            // Whole, but something else: a list of words, or a text.
            let found = first == UInt8(ascii: "[") ? "it is a list" : "it does not begin with “{”"
            throw reader.file.refusal(
                at: reader.position,
                "\(found), where an object with the rank of each word should stand, "
                    + "{\"the\": 1, …}")
        }
        try require("{")
        if try peek("“}”") == UInt8(ascii: "}") {
            try require("}")
        } else {
            while true {
                let key = try string()
                try require(":")
                _ = try peek("a number")
                let place = reader.position
                try entry(key, try rank(), place)
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

    /// A whole number; 0 for any number below 1, whole or not, since none of them is a rank.
    private mutating func rank() throws -> Int {
        let start = reader.position
        while !reader.isAtEnd, Self.belongsToNumber(reader.file.bytes[reader.position]) {
            _ = try reader.byte("a digit")
        }
        var digits = String(decoding: reader.file.bytes[start..<reader.position], as: UTF8.self)
        let rest = reader.file.bytes[reader.position..<reader.end]
        if digits.isEmpty || digits == "-", rest.starts(with: Self.infinity) {
            _ = try reader.take(Self.infinity.count, "a number")
            digits += "Infinity"
        }
        // Python writes a whole float as 3.0.
        guard !digits.hasPrefix("+"), let number = Double(digits), number < 1 || number.rounded() == number
        else { throw reader.file.refusal(at: start, "a whole number should stand here") }
        guard number >= 1 else { return 0 }
        guard let rank = Int(digits) ?? Int(exactly: number) else {
            throw reader.file.refusal(
                at: start,
                "\(digits.printable) is too large for a rank; at most \(WordIndex.largestRank) is read")
        }
        return rank
    }

    /// A number in JSON as Python writes it.
    private static let infinity = Array("Infinity".utf8)

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
                    // Another encoding is no damage, and nothing tells the two apart.
                    throw reader.file.refusal(
                        at: start, "a word is not in UTF-8, in which the list has to be saved")
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
            if UTF16.isLeadSurrogate(units[0]), let half = try secondHalf() { units.append(half) }
            // Half a character, which Python reads, too, becomes U+FFFD.
            return String(decoding: units, as: UTF16.self).first ?? "\u{fffd}"
        default: throw reader.file.fault(at: place, "“\\” stands before a character that it can't escape")
        }
    }

    /// The second half of a character, where it follows; otherwise nothing is read.
    private mutating func secondHalf() throws -> UInt16? {
        var ahead = reader
        guard try ahead.byte("the second half") == UInt8(ascii: "\\"),
            try ahead.byte("the second half") == UInt8(ascii: "u")
        else { return nil }
        swap(&ahead, &reader)
        let unit = try codeUnit()
        if UTF16.isTrailSurrogate(unit) { return unit }
        swap(&ahead, &reader)
        return nil
    }

    private mutating func codeUnit() throws -> UInt16 {
        let digits = try reader.text(4, "four hexadecimal digits")
        guard let unit = UInt16(digits, radix: 16), !digits.hasPrefix("+") else {
            throw reader.fault("four hexadecimal digits should stand here")
        }
        return unit
    }
}
