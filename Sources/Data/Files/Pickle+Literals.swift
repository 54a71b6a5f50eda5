// Numbers and texts that are written out, mostly in protocols 0 and 1: up to the end of a line.
extension Pickle {
    /// The value that stands behind one of the opcodes `G`, `F`, `I`, `L`, `S` and `V`.
    mutating func literal(_ code: UInt8) throws -> Value {
        switch code {
        case UInt8(ascii: "G"):
            let bits = try reader.integer(UInt64.self, "a number").byteSwapped
            return .integer(try whole(Double(bitPattern: bits)))
        case UInt8(ascii: "F"):
            guard let number = Double(try line()) else { throw fault("a number should stand here") }
            return .integer(try whole(number))
        case UInt8(ascii: "V"): return try made(try unescaped(isText: true))
        case UInt8(ascii: "S"): return try made(try unescaped(isText: false))
        default:
            var digits = try line()
            if code == UInt8(ascii: "I"), digits == "00" || digits == "01" { return .flag(digits == "01") }
            if digits.hasSuffix("L") { digits.removeLast() }
            guard let number = Int(digits) else { throw fault("a whole number should stand here") }
            return .integer(try fitting(number))
        }
    }

    /// A number of up to 255 bytes.
    mutating func longInteger() throws -> Int32 {
        let size = Int(try reader.byte("a number's size"))
        guard size <= 8 else {
            throw refusal("a whole number of \(size) bytes is too large: it has to fit 32 bits")
        }
        let bytes = try reader.take(size, "a number")
        var number = 0
        for byte in reader.file.bytes[bytes].reversed() { number = number << 8 | Int(byte) }
        let unused = 64 - 8 * size
        return size == 0 ? 0 : try fitting((number << unused) >> unused)
    }

    private func fitting(_ number: Int) throws -> Int32 {
        guard let index = Int32(exactly: number) else {
            throw refusal("the whole number \(number) is too large: it has to fit 32 bits")
        }
        return index
    }

    private func whole(_ number: Double) throws -> Int32 {
        guard let index = Int32(exactly: number) else {
            throw refusal(
                "\(number.isNaN ? "nan" : "\(number)") is no whole number, and arrays of Python objects are read only "
                    + "where they hold whole numbers or lists of them; in numpy, astype(float) makes an array of numbers"
            )
        }
        return index
    }

    /// A place in the memory, in digits.
    mutating func placeLine() throws -> Int {
        let digits = try line()
        guard let place = Int(digits), place >= 0 else { throw fault("a place should stand here") }
        return place
    }

    /// The text up to the end of the line, which is short.
    mutating func line() throws -> String {
        var bytes: [UInt8] = []
        while true {
            let byte = try reader.byte("the end of a name")
            if byte == UInt8(ascii: "\n") { return String(decoding: bytes, as: UTF8.self) }
            guard bytes.count < 256 else { throw fault("a name has more than 256 letters") }
            bytes.append(byte)
        }
    }

    /// The text up to the end of the line, without its escapes.
    ///
    /// - Parameter isText: A text of Python's `raw-unicode-escape`, which becomes UTF-8; else a quoted string of
    ///   Python 2, which stays bytes.
    /// - Returns: The bytes of the text.
    /// - Throws: ``DatasetError``.
    private mutating func unescaped(isText: Bool) throws -> [UInt8] {
        var result: [UInt8] = []
        func put(_ value: UInt32) throws {
            guard let scalar = Unicode.Scalar(value), isText || value < 256 else {
                throw fault("an escape is no character")
            }
            if isText { result += Array(String(scalar).utf8) } else { result.append(UInt8(value)) }
        }
        while true {
            let byte = try reader.byte("the end of a text")
            if byte == UInt8(ascii: "\n") { break }
            guard byte == UInt8(ascii: "\\") else {
                try put(UInt32(byte))
                continue
            }
            let escaped = try reader.byte("an escaped character")
            switch escaped {
            case UInt8(ascii: "u") where isText: try put(try hexadecimal(4))
            case UInt8(ascii: "U") where isText: try put(try hexadecimal(8))
            case UInt8(ascii: "x") where !isText: try put(try hexadecimal(2))
            case UInt8(ascii: "n") where !isText: try put(10)
            case UInt8(ascii: "r") where !isText: try put(13)
            case UInt8(ascii: "t") where !isText: try put(9)
            case UInt8(ascii: "\\") where !isText, UInt8(ascii: "'") where !isText,
                UInt8(ascii: "\"") where !isText:
                try put(UInt32(escaped))
            default:
                guard isText else { throw fault("an escape is not known") }
                try put(UInt32(UInt8(ascii: "\\")))
                try put(UInt32(escaped))
            }
        }
        guard !isText else { return result }
        guard result.count >= 2, let quote = result.first, quote == result.last, "'\"".utf8.contains(quote)
        else {
            throw fault("a text should stand in quotation marks")
        }
        return Array(result.dropFirst().dropLast())
    }

    private mutating func hexadecimal(_ count: Int) throws -> UInt32 {
        let digits = try reader.text(count, "hexadecimal digits")
        guard let number = UInt32(digits, radix: 16), !digits.hasPrefix("+") else {
            throw fault("hexadecimal digits should stand here")
        }
        return number
    }
}
