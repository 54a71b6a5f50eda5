/// The words of a line, one after another.
///
/// It goes by scalars: a mark may join the blank before it, and would not be found behind it any more.
struct LineWords {
    private var left: Substring.UnicodeScalarView

    init(_ line: some StringProtocol) { left = String(line)[...].unicodeScalars }

    /// Takes the text of a command.
    ///
    /// - Throws: ``CommandError/zeroBytes``.
    init(command text: String) throws(CommandError) {
        guard !text.unicodeScalars.contains("\0") else { throw .zeroBytes }
        self.init(text)
    }

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

    /// All words that are left.
    var all: [String] { left.split(separator: " ").map { String($0) } }

    /// Tells whether nothing is left.
    var isEmpty: Bool { left.allSatisfy { $0 == " " } }
}
