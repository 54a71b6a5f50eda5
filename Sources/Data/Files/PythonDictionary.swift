/// The few Python literals that occur in an `.npy` header.
struct PythonDictionary {
    private var reader: ByteReader

    init(_ reader: ByteReader) {
        self.reader = reader
    }

    func fault(_ problem: String) -> DatasetError {
        reader.fault(problem)
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

    /// A quoted string without escapes; Python 2 may put `u` in front.
    mutating func string() throws -> String {
        _ = skip("u")
        let quote = skip("'") ? UInt8(ascii: "'") : UInt8(ascii: "\"")
        if quote == UInt8(ascii: "\"") { try require("\"") }
        var characters: [UInt8] = []
        while true {
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
        switch word() {
        case "True": true
        case "False": false
        case let other: throw fault("“\(other.printable)” should be True or False")
        }
    }

    /// A tuple of numbers that are not negative; Python 2 writes some of them with `L` at the end.
    mutating func tuple() throws -> [Int] {
        try require("(")
        var numbers: [Int] = []
        while !skip(")") {
            let digits = word()
            guard let number = Int(digits.hasSuffix("L") ? digits.dropLast() : digits[...]), number >= 0
            else {
                throw fault("“\(digits.printable)” in the shape should be a number")
            }
            guard numbers.count < 32 else { throw fault("the shape has more than 32 axes") }
            numbers.append(number)
            if !skip(",") {
                try require(")")
                break
            }
        }
        return numbers
    }

    // MARK: - Characters

    /// The next character that is no space; bytes beyond ASCII are their Latin-1 characters.
    private var peek: Character? {
        mutating get {
            while let character = next, " \n\t\r".contains(character) { advance() }
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

    /// A run of letters and digits, which may be empty.
    private mutating func word() -> String {
        var word = ""
        guard peek != nil else { return word }
        while let character = next, character.isLetter || character.isNumber {
            word.append(character)
            advance()
        }
        return word
    }
}
