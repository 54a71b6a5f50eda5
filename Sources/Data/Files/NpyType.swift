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

    /// Reads numpy's short form, such as `<f8`, `|O` or `i2`.
    ///
    /// - Parameter text: Any text; what is no type that nnboard reads becomes ``Kind/other``.
    init(_ text: String) {
        var rest = text[...]
        var order: Character = "="
        if let first = rest.first, "<>=|".contains(first) {
            order = first
            rest.removeFirst()
        }
        let letter = rest.popFirst()
        let size = rest.isEmpty ? 0 : rest.utf8.count < 4 ? Int(rest) : nil
        self.text = text
        isBigEndian = order == ">"
        switch (letter, size) {
        case ("b", 1), ("?", 0): (kind, self.size) = (.bool, 1)
        case ("i", let size?) where [1, 2, 4, 8].contains(size): (kind, self.size) = (.signed, size)
        case ("u", let size?) where [1, 2, 4, 8].contains(size): (kind, self.size) = (.unsigned, size)
        case ("f", let size?) where [2, 4, 8, 12, 16].contains(size): (kind, self.size) = (.float, size)
        case ("c", let size?) where size > 0: (kind, self.size) = (.complex, size)
        case ("O", .some): (kind, self.size) = (.object, 0)
        default: (kind, self.size) = (.other, 0)
        }
    }

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
