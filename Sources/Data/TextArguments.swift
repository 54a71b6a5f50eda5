/// The arguments that turn texts into lists of indices, shared by Keras' `load_data` functions for texts.
///
/// Two things there surprise, and are kept: `maxlen` removes texts that are too long instead of cutting them, and
/// keeps only those shorter than itself; and where `num_words` is none, the rarest word of all is still left out.
/// Other than there, `num_words` is 10,000 unless it is given, as in the book.
public struct TextArguments: Equatable, Sendable {
    /// Indices beyond this are a mistake, and would make a first layer that fits no memory.
    public static let largestIndex = 1_000_000

    /// The number of words that are told apart; `nil` and 0 keep all.
    public var numWords: Int? = 10_000
    /// The number of the most frequent words that are left out.
    public var skipTop = 0
    /// Texts are kept that have fewer indices; `nil` and 0 keep all.
    public var maxlen: Int?
    /// The seed of the shuffle.
    public var seed: UInt32 = 113
    /// The mark that begins a text, if any does.
    public var startChar: Int? = 1
    /// The mark for a word left out; without it such words vanish.
    public var oovChar: Int? = 2
    /// The distance of indices above ranks, which makes room for the marks.
    public var indexFrom = 3

    /// The defaults: Keras', and 10,000 words.
    public init() {}
}

// MARK: - Reading and writing them

extension TextArguments {
    /// Takes the arguments out of a term; the reader may be asked for others afterwards.
    ///
    /// - Parameters:
    ///   - reader: At a term whose arguments have their labels.
    ///   - name: The data set's name, for errors.
    /// - Throws: ``TermError`` for an argument out of range.
    init(from reader: inout TermReader, of name: String) throws {
        let standard = TextArguments()
        let indices = 0...Self.largestIndex
        numWords = try reader.integer("num_words", of: name, in: indices, default: standard.numWords)
        skipTop = try reader.number("skip_top", of: name, in: indices, default: standard.skipTop)
        maxlen = try reader.integer("maxlen", of: name, in: indices, default: standard.maxlen)
        seed = try reader.seed(of: name, default: standard.seed)
        startChar = try reader.integer("start_char", of: name, in: indices, default: standard.startChar)
        oovChar = try reader.integer("oov_char", of: name, in: indices, default: standard.oovChar)
        indexFrom = try reader.number("index_from", of: name, in: indices, default: standard.indexFrom)
    }

    /// Those arguments that differ from the defaults, in Keras' order.
    ///
    /// - Parameter share: The argument that Keras has in front of `seed`, if it divides the samples itself.
    /// - Returns: Arguments with their labels.
    func arguments(testSplit share: Term.Argument? = nil) -> [Term.Argument] {
        let standard = TextArguments()
        var arguments: [Term.Argument] = []
        func add(_ label: String, _ value: Int?, _ other: Int?) {
            guard value != other else { return }
            arguments.append(.init(label, value.map { .number(Double($0)) } ?? .none))
        }
        add("num_words", numWords, standard.numWords)
        add("skip_top", skipTop, standard.skipTop)
        add("maxlen", maxlen, standard.maxlen)
        if let share { arguments.append(share) }
        add("seed", Int(seed), Int(standard.seed))
        add("start_char", startChar, standard.startChar)
        add("oov_char", oovChar, standard.oovChar)
        add("index_from", indexFrom, standard.indexFrom)
        return arguments
    }
}
