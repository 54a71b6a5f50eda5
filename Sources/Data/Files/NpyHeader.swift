/// What stands before the numbers of an `.npy` file: a Python dictionary with `descr`, `fortran_order` and `shape`.
struct NpyHeader: Equatable {
    /// Longer headers belong to records of many fields, which are not read.
    static let longest = 10_000

    /// The type in numpy's short form: byte order, kind, size.
    let type: String
    /// The size along each axis.
    let shape: [Int]
    /// How many numbers there are.
    let count: Int

    /// Reads the header, and leaves the reader at the first number.
    ///
    /// - Parameter reader: At the file's beginning.
    /// - Throws: ``DatasetError/malformed(path:place:problem:)``.
    init(_ reader: inout ByteReader) throws {
        let file = reader.file
        let magic = try reader.take(6, "the mark of an .npy file")
        guard file.bytes[magic].elementsEqual([0x93] + Array("NUMPY".utf8)) else {
            throw file.fault(at: magic.lowerBound, "it is no .npy file")
        }
        let version = try reader.byte("the version")
        _ = try reader.byte("the version")
        let length =
            switch version {
            case 1: Int(try reader.integer(UInt16.self, "the header's length"))
            case 2, 3: Int(try reader.integer(UInt32.self, "the header's length"))
            default: throw reader.fault("version \(version) of the format is not known")
            }
        guard length <= Self.longest else { throw reader.fault("a header of \(length) bytes is too long") }
        var dictionary = PythonDictionary(ByteReader(file, in: try reader.take(length, "the header")))
        var type: String?
        var shape: [Int]?
        var isFortran: Bool?
        try dictionary.read { key, value in
            switch key {
            case "descr": type = try value.string()
            case "fortran_order": isFortran = try value.flag()
            case "shape": shape = try value.tuple()
            default: throw value.fault("the header has an unknown key “\(key.printable)”")
            }
        }
        guard let type, let shape, let isFortran else {
            throw reader.fault("the header lacks descr, fortran_order or shape")
        }
        guard !isFortran || shape.count < 2 else {
            throw reader.fault("the array is stored by columns (fortran_order), which is not read")
        }
        var count = 1
        for size in shape {
            let (product, overflow) = count.multipliedReportingOverflow(by: size)
            guard !overflow else { throw reader.fault("the shape \(shape) is absurd") }
            count = product
        }
        self.type = type
        self.shape = shape
        self.count = count
    }
}

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

    /// A quoted string without escapes.
    mutating func string() throws -> String {
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

    /// `True` or `False`.
    mutating func flag() throws -> Bool {
        switch word() {
        case "True": true
        case "False": false
        case let other: throw fault("“\(other.printable)” should be True or False")
        }
    }

    /// A tuple of numbers that are not negative.
    mutating func tuple() throws -> [Int] {
        try require("(")
        var numbers: [Int] = []
        while !skip(")") {
            let digits = word()
            guard let number = Int(digits), number >= 0 else {
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
            while let character = next, character == " " || character == "\n" { advance() }
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
