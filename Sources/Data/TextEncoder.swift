/// Turns texts that a person types into what a network was trained on.
///
/// As in Keras' `Tokenizer`, which made the corpora: small letters, punctuation counts as spaces, words end at spaces.
/// Then as in `load_data`: ranks are moved up by `index_from`, a mark begins the text, and another stands for each word
/// that is too rare or too frequent. A word that the vocabulary doesn't have is taken for one too rare.
public struct TextEncoder: Sendable {
    /// The characters that Keras' `Tokenizer` takes for spaces.
    private static let filters = Set(##"!"#$%&()*+,-./:;<=>?@[\]^_`{|}~"##.utf8).union([0x09, 0x0A, 0x0D])

    private let ranks: [Bytes: Int32]
    private let arguments: TextArguments
    private let columns: Int

    /// Makes ready for a data set's words; takes some milliseconds.
    ///
    /// - Parameter dataset: The data set; `nil` comes back where its samples are not texts.
    public init?(_ dataset: Dataset) {
        guard let vocabulary = dataset.vocabulary else { return nil }
        var reader = TermReader(dataset.reference)
        var arguments = (try? TextArguments(from: &reader, of: dataset.reference.name)) ?? TextArguments()
        arguments.indexFrom = vocabulary.indexFrom
        self.init(vocabulary, arguments, columns: dataset.train.inputs.columns)
    }

    /// Makes ready for words.
    ///
    /// - Parameters:
    ///   - vocabulary: The words in order of rank.
    ///   - arguments: The arguments by which texts become lists of indices.
    ///   - columns: The width of a multi-hot row.
    init(_ vocabulary: Vocabulary, _ arguments: TextArguments, columns: Int) {
        var ranks: [Bytes: Int32] = [:]
        ranks.reserveCapacity(vocabulary.words.count)
        for (rank, word) in vocabulary.words.enumerated().reversed() where rank > 0 && !word.isEmpty {
            ranks[Bytes(word.utf8)] = Int32(rank)
        }
        (self.ranks, self.arguments, self.columns) = (ranks, arguments, columns)
    }

    /// Encodes a text.
    ///
    /// - Parameter text: Words in any letters, with any punctuation.
    /// - Returns: Its words, tokens and columns.
    public func encode(_ text: String) -> EncodedText {
        let words = split(text).map(word)
        let kept = kept
        var tokens: [Int32] = []
        if let start = arguments.startChar {
            if kept.contains(start) {
                tokens.append(Int32(start))
            } else if let leftOut {
                tokens.append(leftOut)
            }
        }
        tokens += words.compactMap(\.token)
        let columns = Set(tokens.filter { $0 >= 0 && $0 < self.columns }).sorted()
        return EncodedText(words: words, tokens: tokens, columns: columns)
    }

    /// The column of a word; `nil` where the network is not shown it.
    ///
    /// - Parameter text: A word in any letters; of several the first.
    /// - Returns: From 0 to less than the width of a row.
    public func column(of text: String) -> Int32? {
        guard let first = split(text).map(word).first, first.fate == .known else { return nil }
        return first.token
    }

    private var kept: Range<Int> {
        let limit = arguments.numWords.flatMap { $0 > 0 ? $0 : nil } ?? columns
        return arguments.skipTop..<max(arguments.skipTop, min(limit, columns))
    }

    private var leftOut: Int32? { arguments.oovChar.map(Int32.init) }

    private func word(_ bytes: [UInt8]) -> EncodedText.Word {
        let text = String(decoding: bytes, as: UTF8.self)
        guard let rank = ranks[Bytes(bytes)] else {
            return .init(text: text, fate: .unknown, token: leftOut)
        }
        let index = Int(rank) + arguments.indexFrom
        guard kept.contains(index) else { return .init(text: text, fate: .leftOut, token: leftOut) }
        return .init(text: text, fate: .known, token: Int32(index))
    }

    /// The words of a text, in small letters.
    ///
    /// Bytes, not characters: a space with an accent on it ends a word in Python, too.
    private func split(_ text: String) -> [[UInt8]] {
        // A text that a shell took out of a file may begin with a byte order mark.
        text.withoutByteOrderMark.lowercased().utf8.split { $0 == 0x20 || Self.filters.contains($0) }.map(
            Array.init)
    }

    /// A word as its bytes: strings that look alike are one word in Swift, but two in Python.
    private struct Bytes: Hashable {
        let bytes: [UInt8]
        init(_ bytes: some Sequence<UInt8>) { self.bytes = Array(bytes) }
    }
}
