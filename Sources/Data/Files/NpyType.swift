/// The type of an array's elements, numpy's `dtype`.
struct NpyType: Equatable, Sendable {
    /// The letter of numpy's short form.
    enum Kind: Equatable, Sendable {
        /// `b`, one byte each.
        case bool
        /// `i`.
        case signed
        /// `u`.
        case unsigned
        /// `f`.
        case float
        /// `c`, two floats each.
        case complex
        /// `O`, anything of Python's, as a pickle.
        case object
        /// Texts, dates, records and all others.
        case other
    }

    /// The short form: byte order, kind, size in bytes.
    let text: String
    let kind: Kind
    /// Bytes of one element; 0 where they play no part.
    let size: Int
    /// The highest byte of an element stands first.
    let isBigEndian: Bool

    /// Reads numpy's short form, such as `<f8`, `|O` or `i2`, one of its letters, such as `>d`, or a name, such as
    /// `float64`.
    ///
    /// - Parameter text: Any text; what is no type that nnboard reads becomes ``Kind/other``.
    init(_ text: String) {
        var rest = text[...]
        var order: Character = "="
        if let first = rest.first, "<>=|".contains(first) {
            order = first
            rest.removeFirst()
        }
        self.text = text
        isBigEndian = order == ">"
        if rest.count == 1, let (kind, size) = rest.first.flatMap({ Self.letters[$0] }) {
            (self.kind, self.size) = (kind, size)
            return
        }
        if order == "=", let (kind, size) = Self.names[text] {
            (self.kind, self.size) = (kind, size)
            return
        }
        let letter = rest.popFirst()
        let size = rest.isEmpty ? 0 : rest.utf8.count < 4 ? Int(rest) : nil
        switch (letter, size) {
        case ("b", 1): (kind, self.size) = (.bool, 1)
        case ("i", let size?) where [1, 2, 4, 8].contains(size): (kind, self.size) = (.signed, size)
        case ("u", let size?) where [1, 2, 4, 8].contains(size): (kind, self.size) = (.unsigned, size)
        case ("f", let size?) where [2, 4, 8, 12, 16].contains(size): (kind, self.size) = (.float, size)
        case ("c", let size?) where size > 0: (kind, self.size) = (.complex, size)
        case ("O", _?): (kind, self.size) = (.object, 0)
        default: (kind, self.size) = (.other, 0)
        }
    }

    /// numpy's letters for types of C, without the byte order; sizes as on machines of 64 bits.
    private static let letters: [Character: (Kind, Int)] = [
        "?": (.bool, 1), "b": (.signed, 1), "B": (.unsigned, 1), "h": (.signed, 2), "H": (.unsigned, 2),
        "i": (.signed, 4), "I": (.unsigned, 4), "l": (.signed, 8), "L": (.unsigned, 8), "q": (.signed, 8),
        "Q": (.unsigned, 8), "p": (.signed, 8), "P": (.unsigned, 8), "n": (.signed, 8), "N": (.unsigned, 8),
        "e": (.float, 2), "f": (.float, 4), "d": (.float, 8), "g": (.float, 16),
        "F": (.complex, 8), "D": (.complex, 16), "G": (.complex, 32), "O": (.object, 0),
    ]

    /// numpy's names, those of earlier versions included; they stand without a byte order.
    private static let names: [String: (Kind, Int)] = [
        "bool": (.bool, 1), "bool_": (.bool, 1), "bool8": (.bool, 1),
        "int8": (.signed, 1), "byte": (.signed, 1), "uint8": (.unsigned, 1), "ubyte": (.unsigned, 1),
        "int16": (.signed, 2), "short": (.signed, 2), "uint16": (.unsigned, 2), "ushort": (.unsigned, 2),
        "int32": (.signed, 4), "intc": (.signed, 4), "uint32": (.unsigned, 4), "uintc": (.unsigned, 4),
        "int64": (.signed, 8), "int": (.signed, 8), "int_": (.signed, 8), "intp": (.signed, 8),
        "int0": (.signed, 8), "long": (.signed, 8), "longlong": (.signed, 8),
        "uint64": (.unsigned, 8), "uint": (.unsigned, 8), "uintp": (.unsigned, 8), "uint0": (.unsigned, 8),
        "ulong": (.unsigned, 8), "ulonglong": (.unsigned, 8),
        "float16": (.float, 2), "half": (.float, 2), "float32": (.float, 4), "single": (.float, 4),
        "float64": (.float, 8), "double": (.float, 8), "float": (.float, 8), "float_": (.float, 8),
        "float96": (.float, 12), "float128": (.float, 16), "longdouble": (.float, 16),
        "longfloat": (.float, 16),
        "complex64": (.complex, 8), "csingle": (.complex, 8), "complex128": (.complex, 16),
        "cdouble": (.complex, 16), "complex": (.complex, 16), "complex_": (.complex, 16),
        "complex256": (.complex, 32), "clongdouble": (.complex, 32),
        "object": (.object, 0), "object_": (.object, 0),
    ]

    /// The elements are numbers that nnboard reads.
    var isNumber: Bool {
        switch kind {
        case .bool, .signed, .unsigned, .float: true
        case .complex, .object, .other: false
        }
    }

    /// numpy's name for it.
    var name: String {
        switch kind {
        case .bool: return "bool"
        case .signed: return "int\(8 * size)"
        case .unsigned: return "uint\(8 * size)"
        case .float: return "float\(8 * size)"
        case .complex: return "complex\(8 * size)"
        case .object: return "object"
        case .other:
            let letter = text.first { !"<>=|".contains($0) }
            let names: [Character: String] = [
                "S": "bytes", "a": "bytes", "U": "str", "M": "datetime64", "m": "timedelta64", "V": "void",
                "T": "StringDType",
            ]
            let shown = text.printable
            if text.hasPrefix("[") || text.hasPrefix("(") { return "structured, \(shown)" }
            return letter.flatMap { names[$0] }.map { "\($0) (\(shown))" } ?? "“\(shown)”"
        }
    }
}
