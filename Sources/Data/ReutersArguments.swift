/// The arguments of Keras' `reuters.load_data`, with its meaning to the letter (`keras/src/datasets/reuters.py`).
///
/// Two things there surprise, and are kept: `maxlen` removes texts that are too long instead of cutting them, and
/// keeps only those shorter than itself; and where `num_words` is none, the rarest word of all is still left out.
/// Other than there, `num_words` is 10,000 unless it is given, as in the book.
public struct ReutersArguments: Equatable, Sendable {
    /// Indices beyond this are a mistake, and would make a first layer that fits no memory.
    public static let largestIndex = 1_000_000

    /// What the data set is called that they belong to; where they are written, they are written after it.
    public var name = "reuters"
    /// How many words are told apart; `nil` and 0 keep all.
    public var numWords: Int? = 10_000
    /// How many of the most frequent words are left out.
    public var skipTop = 0
    /// Texts are kept that have fewer indices; `nil` and 0 keep all.
    public var maxlen: Int?
    /// The share of the samples, from 0 to 1, by which the network is judged.
    public var testSplit = 0.2
    /// Where the shuffle starts.
    public var seed: UInt32 = 113
    /// The mark that begins a text, if any does.
    public var startChar: Int? = 1
    /// What stands for a word left out; without it such words vanish.
    public var oovChar: Int? = 2
    /// How far indices lie above ranks, to make room for the marks.
    public var indexFrom = 3

    /// The defaults: Keras', and 10,000 words.
    public init() {}
}

extension ReutersArguments: TermConvertible {
    /// Reads `reuters(num_words=10000, maxlen=80)`.
    ///
    /// - Parameter term: The name of a data set, with arguments by their labels.
    /// - Throws: ``TermError`` for an unknown argument or one out of range.
    public init(term: Term) throws {
        var reader = TermReader(term)
        func within(_ range: ClosedRange<Int>, _ label: String, _ value: Int?) throws -> Int? {
            guard let value, !range.contains(value) else { return value }
            throw TermError.wrongArgument(
                label, of: term.name, found: "\(value)",
                expected: "from \(range.lowerBound) to \(range.upperBound)")
        }
        func index(_ label: String, default standard: Int?) throws -> Int? {
            try within(0...Self.largestIndex, label, reader.integer(label, default: standard))
        }
        func given<Value>(_ label: String, _ value: Value?) throws -> Value {
            guard let value else {
                throw TermError.wrongArgument(label, of: term.name, found: "none", expected: "a number")
            }
            return value
        }
        let standard = ReutersArguments()
        name = term.name
        numWords = try index("num_words", default: standard.numWords)
        skipTop = try given("skip_top", index("skip_top", default: standard.skipTop))
        maxlen = try index("maxlen", default: standard.maxlen)
        testSplit = try reader.number("test_split") ?? standard.testSplit
        let seed = try reader.integer("seed", default: Int(standard.seed))
        self.seed = UInt32(try given("seed", within(0...Int(UInt32.max), "seed", seed)))
        startChar = try index("start_char", default: standard.startChar)
        oovChar = try index("oov_char", default: standard.oovChar)
        indexFrom = try given("index_from", index("index_from", default: standard.indexFrom))
        try reader.finish()
        guard (0...1).contains(testSplit) else {
            throw TermError.wrongArgument(
                "test_split", of: term.name, found: "\(testSplit)", expected: "from 0 to 1")
        }
    }

    /// The data set's name with those arguments that differ from the defaults.
    public var term: Term {
        let standard = ReutersArguments()
        var arguments: [Term.Argument] = []
        func add<Value: Equatable>(_ label: String, _ value: Value, _ other: Value, _ number: Double?) {
            guard value != other else { return }
            arguments.append(.init(label, number.map(Term.Value.number) ?? .none))
        }
        add("num_words", numWords, standard.numWords, numWords.map(Double.init))
        add("skip_top", skipTop, standard.skipTop, Double(skipTop))
        add("maxlen", maxlen, standard.maxlen, maxlen.map(Double.init))
        add("test_split", testSplit, standard.testSplit, testSplit)
        add("seed", seed, standard.seed, Double(seed))
        add("start_char", startChar, standard.startChar, startChar.map(Double.init))
        add("oov_char", oovChar, standard.oovChar, oovChar.map(Double.init))
        add("index_from", indexFrom, standard.indexFrom, Double(indexFrom))
        return Term(name, arguments)
    }
}

// MARK: - Applying them

extension ReutersArguments {
    /// Texts and labels as `load_data` returns them.
    struct Loaded: Equatable {
        var train: (texts: TokenSequences, labels: [Int32])
        var test: (texts: TokenSequences, labels: [Int32])
        /// How many words are told apart, so how wide a multi-hot row is.
        var columns: Int

        static func == (one: Self, other: Self) -> Bool {
            one.train == other.train && one.test == other.test && one.columns == other.columns
        }
    }

    /// Does what `load_data` does once the file has been read.
    ///
    /// - Parameters:
    ///   - ranks: The words of each text, the most frequent one being 1.
    ///   - labels: One for each text.
    /// - Returns: The texts in shuffled order, in two splits.
    /// - Throws: ``DatasetError/nothingLeft(reference:shortest:)``.
    func apply(to ranks: IntegerLists, labels: [Int32]) throws -> Loaded {
        var random = RandomState(seed: seed)
        var order = random.permutation(ranks.count)
        let marks = startChar == nil ? 0 : 1
        if let maxlen, maxlen > 0 {
            order.removeAll { Int(ranks.places[$0].count) + marks >= maxlen }
            guard !order.isEmpty else {
                let shortest = ranks.places.map { Int($0.count) }.min() ?? 0
                throw DatasetError.nothingLeft(reference: term, shortest: shortest + marks)
            }
        }
        let limit = numWords.flatMap { $0 > 0 ? $0 : nil } ?? greatestIndex(in: ranks, order)
        let cut = Int(Double(order.count) * (1 - testSplit))
        func split(_ samples: ArraySlice<Int>) -> (TokenSequences, [Int32]) {
            (encode(ranks, samples, limit: limit), samples.map { labels[$0] })
        }
        return Loaded(
            train: split(order[..<cut]), test: split(order[cut...]),
            columns: max(1, limit, oovChar.map { $0 + 1 } ?? 0))
    }

    /// What Keras puts in `num_words`' place where it is none: the greatest index, although all must lie below.
    private func greatestIndex(in ranks: IntegerLists, _ order: [Int]) -> Int {
        order.reduce(startChar ?? 0) { greatest, text in
            ranks[text].max().map { max(greatest, Int($0) + indexFrom) } ?? greatest
        }
    }

    private func encode(_ ranks: IntegerLists, _ samples: ArraySlice<Int>, limit: Int) -> TokenSequences {
        let kept = skipTop..<max(skipTop, limit)
        let leftOut = oovChar.map(Int32.init)
        let start = startChar.flatMap { kept.contains($0) ? Int32($0) : leftOut }
        var offsets: [Int32] = [0]
        offsets.reserveCapacity(samples.count + 1)
        var tokens: [Int32] = []
        tokens.reserveCapacity(samples.reduce(0) { $0 + Int(ranks.places[$1].count) + 1 })
        for sample in samples {
            if startChar != nil, let start { tokens.append(start) }
            for rank in ranks[sample] {
                let index = Int(rank) + indexFrom
                if kept.contains(index) {
                    tokens.append(Int32(index))
                } else if let leftOut {
                    tokens.append(leftOut)
                }
            }
            offsets.append(Int32(tokens.count))
        }
        return TokenSequences(offsets: offsets, tokens: tokens)
    }
}
