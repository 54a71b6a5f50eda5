/// Finds the texts in which all of some words occur.
///
/// A word finds every word that begins with it, so that results come while it is being typed. Texts are searched as
/// indices: each vocabulary word is compared once, then each token costs one look at a table.
public struct TextSearch: Sendable {
    /// More words than this in one search are left out.
    public static let mostWords = 64

    /// The words that each token satisfies, as bits.
    private let masks: [UInt64]
    private let all: UInt64

    /// Prepares a search.
    ///
    /// - Parameters:
    ///   - query: Words with spaces between them; capitals don't matter.
    ///   - vocabulary: The words of the texts.
    public init(_ query: String, in vocabulary: Vocabulary) {
        let words = query.lowercased().split(separator: " ").prefix(Self.mostWords).map { Array($0.utf8) }
        all = words.indices.reduce(0) { $0 | 1 << UInt64($1) }
        var masks = [UInt64](repeating: 0, count: vocabulary.words.count + max(0, vocabulary.indexFrom))
        for (rank, word) in vocabulary.words.enumerated() where rank > 0 && !word.isEmpty {
            let index = rank + vocabulary.indexFrom
            guard masks.indices.contains(index) else { continue }
            var lowercased: String.UTF8View?
            for (bit, prefix) in words.enumerated() {
                // Nearly every word differs in its first letter; only the others are worth lower-casing.
                guard let first = word.utf8.first, first | 0x20 == prefix[0] | 0x20 || first >= 0x80 else {
                    continue
                }
                let letters = lowercased ?? word.lowercased().utf8
                lowercased = letters
                if letters.starts(with: prefix) { masks[index] |= 1 << UInt64(bit) }
            }
        }
        self.masks = masks
    }

    /// The texts that have every word.
    ///
    /// - Parameters:
    ///   - texts: Texts over the vocabulary that the search was prepared for.
    ///   - rows: The numbers of the texts to look at.
    /// - Returns: Their numbers, ascending; all of `rows` where the query holds no word.
    public func rows(in texts: TokenSequences, among rows: some Sequence<Int>) -> [Int] {
        guard all != 0 else { return Array(rows) }
        return texts.tokens.withUnsafeBufferPointer { tokens in
            masks.withUnsafeBufferPointer { masks in
                rows.filter { row in
                    var found: UInt64 = 0
                    for place in Int(texts.offsets[row])..<Int(texts.offsets[row + 1]) {
                        let token = Int(tokens[place])
                        if token >= 0, token < masks.count { found |= masks[token] }
                    }
                    return found == all
                }
            }
        }
    }

    /// Tells whether a token is one of the words that were searched for.
    public func matches(_ token: Int32) -> Bool {
        masks.indices.contains(Int(token)) && masks[Int(token)] != 0
    }
}
