/// Turns word indices back into words, as Keras' data sets count them.
///
/// Keras moves every index up by `indexFrom` to make room for marks: 0 pads, 1 (`start_char`) begins a text,
/// 2 (`oov_char`) stands for a word left out.
public struct Vocabulary: Equatable, Sendable {
    /// The text for an index that is no word: a mark, or a word left out.
    public static let unknown = "?"

    /// The word of each rank; the most frequent word has rank 1, and `words[0]` is empty.
    public let words: [String]
    /// The distance of indices above ranks.
    public let indexFrom: Int

    /// Makes a vocabulary from words in order of rank.
    ///
    /// - Parameters:
    ///   - words: `words[rank]`; place 0 is not used, an empty word is none.
    ///   - indexFrom: Keras' `index_from`.
    public init(words: [String], indexFrom: Int) {
        self.words = words
        self.indexFrom = indexFrom
    }

    /// The word that an index stands for, or ``unknown``.
    public subscript(index: Int32) -> String {
        let rank = Int(index) - indexFrom
        guard rank > 0, rank < words.count, !words[rank].isEmpty else { return Self.unknown }
        return words[rank]
    }

    /// A text as words with single spaces between them, every mark and unknown word as ``unknown``.
    public func decode(_ tokens: some Sequence<Int32>) -> String {
        // Screens ask for it fifteen times a second, and joined(separator:) takes twice as long.
        var text = ""
        text.reserveCapacity(8 * tokens.underestimatedCount)
        for token in tokens {
            if !text.isEmpty { text.append(" ") }
            text.append(self[token])
        }
        return text
    }
}
