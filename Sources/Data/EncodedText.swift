/// A text that a person typed, as a data set's own texts are written down.
public struct EncodedText: Equatable, Sendable {
    /// The outcome of looking up a word.
    public enum Fate: Equatable, Sendable {
        /// It is one of the words that the network is shown.
        case known
        /// The vocabulary has it, but `num_words` or `skip_top` leave it out.
        case leftOut
        /// The vocabulary doesn't have it.
        case unknown
    }

    /// One word of the text.
    public struct Word: Equatable, Sendable {
        /// The word in small letters, without punctuation.
        public let text: String
        /// The outcome of looking it up.
        public let fate: Fate
        /// Its index; of a word that is not known the mark for words left out, where there is one.
        public let token: Int32?
    }

    /// The words in order.
    public let words: [Word]
    /// The text as `load_data` would give it, with its marks.
    public let tokens: [Int32]
    /// The columns of the multi-hot row that hold a one, ascending and distinct.
    public let columns: [Int32]

    /// The distinct words that the vocabulary doesn't have, in order.
    public var unknown: [String] { distinct(.unknown) }
    /// The distinct words that are left out since they are too rare or too frequent, in order.
    public var leftOut: [String] { distinct(.leftOut) }

    private func distinct(_ fate: Fate) -> [String] {
        var seen: Set<String> = []
        return words.filter { $0.fate == fate && seen.insert($0.text).inserted }.map(\.text)
    }
}
