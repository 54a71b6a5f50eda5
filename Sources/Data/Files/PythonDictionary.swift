/// The few Python literals that occur in an `.npy` header.
///
/// Text that is not understood is refused, but not called damaged: Python may well read it.
struct PythonDictionary {
    /// Python itself follows no more.
    private static let deepestParentheses = 200

    private var reader: ByteReader

    init(_ reader: ByteReader) {
        self.reader = reader
    }

    func fault(_ problem: String) -> DatasetError {
        reader.file.refusal(at: reader.position, problem)
    }

    /// Reads `{'key': value, …}`; the closure must read each value.
    mutating func read(_ entry: (String, inout PythonDictionary) throws -> Void) throws {
        try require("{")
        while !skip("}") {
            let key = try string()
            try require(":")
            try entry(key, &self)
            if !skip(",") {
                try require("}")
                break
            }
        }
        guard peek == nil else { throw fault("something follows the header's dictionary") }
    }

    /// A quoted string without escapes; `u` or `r` may stand in front.
    mutating func string() throws -> String {
        if let prefix = peek, "uUrR".contains(prefix) { advance() }
        let quote = skip("'") ? UInt8(ascii: "'") : UInt8(ascii: "\"")
        if quote == UInt8(ascii: "\"") { try require("\"") }
        var characters: [UInt8] = []
        while true {
            guard !reader.isAtEnd else {
                throw fault("the header ends where a closing quotation mark should be")
            }
            let byte = try reader.byte("a closing quotation mark")
            if byte == quote { return String(decoding: characters, as: UTF8.self) }
            guard byte != UInt8(ascii: "\\") else { throw fault("a string in the header has an escape") }
            characters.append(byte)
        }
    }

    /// A string, or else the source text of a list or tuple, brackets included.
    mutating func stringOrList() throws -> String {
        guard let first = peek, "[(".contains(first) else { return try string() }
        var text = ""
        var depth = 0
        var quote: Character?
        repeat {
            guard let character = next else { throw fault("the header ends within a list") }
            advance()
            text.append(character)
            if let open = quote {
                if character == open { quote = nil }
            } else if "'\"".contains(character) {
                quote = character
            } else if "[(".contains(character) {
                depth += 1
            } else if "])".contains(character) {
                depth -= 1
            }
        } while depth > 0
        return text
    }

    /// `True` or `False`.
    mutating func flag() throws -> Bool {
        var open = 0
        while skip("(") { open += 1 }
        let word = word()
        guard ["True", "False"].contains(word) else {
            throw fault("“\(word.printable)” should be True or False")
        }
        for _ in 0..<open { try require(")") }
        return word == "True"
    }

    /// A number or a tuple of numbers.
    private enum Sizes {
        case number(Int)
        case tuple([Int])
    }

    /// A tuple of numbers that are not negative; Python 2 writes some of them with `L` at the end.
    mutating func tuple() throws -> [Int] {
        switch try sizes(depth: 0) {
        case .tuple(let numbers): return numbers
        case .number(let number):
            throw fault("the shape is \(number), where a tuple should stand: (\(number),)")
        }
    }

    /// A number, a tuple of numbers, or either of them in further parentheses, which mean nothing to Python.
    private mutating func sizes(depth: Int) throws -> Sizes {
        guard skip("(") else { return .number(try number()) }
        guard depth < Self.deepestParentheses else { throw fault("parentheses are nested too deep") }
        var numbers: [Int] = []
        while !skip(")") {
            let inner = try sizes(depth: depth + 1)
            let isFollowed = skip(",")
            if numbers.isEmpty, !isFollowed {
                try require(")")
                return inner
            }
            guard case .number(let number) = inner else { throw fault("the shape holds a tuple") }
            guard numbers.count < 32 else { throw fault("the shape has more than 32 axes") }
            numbers.append(number)
            if !isFollowed {
                try require(")")
                break
            }
        }
        return .tuple(numbers)
    }

    /// A whole number as Python writes it: with underscores between the digits, in base 2, 8 or 16.
    private mutating func number() throws -> Int {
        guard let first = peek, "+-_".contains(first) || first.isLetter || first.isNumber else {
            throw fault("the shape should be a tuple of numbers")
        }
        let sign = skip("+") ? "" : skip("-") ? "-" : ""
        let word = word()
        guard sign.isEmpty, let number = Self.number(word) else {
            throw fault("“\(sign + word.printable)” in the shape should be a number")
        }
        return number
    }

    private static func number(_ word: String) -> Int? {
        let bases: [(prefix: String, radix: Int)] = [("0x", 16), ("0o", 8), ("0b", 2)]
        let (prefix, radix) = bases.first { word.lowercased().hasPrefix($0.prefix) } ?? ("", 10)
        var digits = word.dropFirst(prefix.count)
        if radix == 10, digits.hasSuffix("L") { digits.removeLast() }
        // An underscore stands between digits, or behind the prefix.
        if radix != 10, digits.first == "_" { digits.removeFirst() }
        guard digits.first != "_", digits.last != "_", !digits.contains("__") else { return nil }
        let bare = digits.filter { $0 != "_" }
        guard radix != 10 || bare.first != "0" || bare.allSatisfy({ $0 == "0" }) else { return nil }
        return Int(bare, radix: radix)
    }

    // MARK: - Characters

    /// The next character that is no space and in no comment; bytes beyond ASCII are their Latin-1 characters.
    private var peek: Character? {
        mutating get {
            while let character = next, " \n\t\r#".contains(character) {
                if character == "#" {
                    while let character = next, character != "\n" { advance() }
                } else {
                    advance()
                }
            }
            return next
        }
    }

    private var next: Character? {
        reader.isAtEnd ? nil : Character(UnicodeScalar(reader.file.bytes[reader.position]))
    }

    private mutating func advance() {
        _ = try? reader.byte("a character")
    }

    private mutating func skip(_ character: Character) -> Bool {
        guard peek == character else { return false }
        advance()
        return true
    }

    private mutating func require(_ character: Character) throws {
        guard skip(character) else { throw fault("“\(character)” should stand here in the header") }
    }

    /// A run of letters, digits and underscores, which may be empty.
    private mutating func word() -> String {
        var word = ""
        guard peek != nil else { return word }
        while let character = next, character.isLetter || character.isNumber || character == "_" {
            word.append(character)
            advance()
        }
        return word
    }
}
