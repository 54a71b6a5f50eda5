/// The words of a line, one after another.
///
/// It goes by scalars: a mark may join the blank before it, and would not be found behind it any more.
struct LineWords {
    private var left: Substring.UnicodeScalarView

    init(_ line: some StringProtocol) { left = String(line)[...].unicodeScalars }

    /// The next word; `nil` at the line's end.
    mutating func next() -> String? {
        left = left.drop { $0 == " " }
        guard !left.isEmpty else { return nil }
        let word = left.prefix { $0 != " " }
        left = left[word.endIndex...]
        return String(word)
    }

    /// All that is left, without blanks before it.
    mutating func rest() -> String {
        defer { left = left[left.endIndex...] }
        return String(left.drop { $0 == " " })
    }

    /// Tells whether nothing is left.
    var isEmpty: Bool { left.allSatisfy { $0 == " " } }
}
