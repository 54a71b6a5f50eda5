extension JSONValue {
    /// JSON for people to read: each member or item of the outer levels in a line of its own.
    ///
    /// - Parameters:
    ///   - depth: The number of levels that are taken apart; what lies deeper stands in one line.
    ///   - indent: The space in front of the lines.
    /// - Returns: Text without a line feed at its end.
    func lines(depth: Int, indent: String = "") -> String {
        let inner = indent + "  "
        func block(_ opening: String, _ parts: [String], _ closing: String) -> String {
            opening + "\n" + parts.map { inner + $0 }.joined(separator: ",\n") + "\n" + indent + closing
        }
        switch self {
        case .object(let members) where depth > 0 && !members.isEmpty:
            return block(
                "{",
                members.map { key, value in
                    JSONValue.text(key).description + ": " + value.lines(depth: depth - 1, indent: inner)
                }, "}")
        // Lists of words are easier to take in side by side.
        case .list(let items) where depth > 0 && items.contains(where: \.isNested):
            return block("[", items.map { $0.lines(depth: depth - 1, indent: inner) }, "]")
        default: return description
        }
    }

    private var isNested: Bool {
        switch self {
        case .list, .object: true
        default: false
        }
    }
}
