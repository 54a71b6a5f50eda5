/// The arguments of Keras' `reuters.load_data`, with its meaning to the letter (`keras/src/datasets/reuters.py`).
public struct ReutersArguments: Equatable, Sendable {
    /// The name of their data set, before the arguments where these are written as text.
    public var name = "reuters"
    /// The arguments that turn the texts into lists of indices.
    public var texts = TextArguments()
    /// The share of the samples, from 0 to 1, by which the network is judged.
    public var testSplit = 0.2

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
        name = term.name
        texts = try TextArguments(from: &reader, of: name)
        testSplit = try reader.testSplit(of: name, default: ReutersArguments().testSplit)
        try reader.finish()
    }

    /// The data set's name with those arguments that differ from the defaults.
    public var term: Term {
        let isStandard = testSplit == ReutersArguments().testSplit
        return Term(
            name,
            texts.arguments(testSplit: isStandard ? nil : .init("test_split", .number(testSplit))))
    }
}

extension ReutersArguments {
    /// Does what `load_data` does once the file has been read.
    ///
    /// - Parameters:
    ///   - ranks: The words of each text, the most frequent one being 1.
    ///   - labels: One for each text.
    /// - Returns: The texts in shuffled order, in two splits.
    /// - Throws: ``DatasetError/nothingLeft(reference:shortest:)``.
    func apply(to ranks: IntegerLists, labels: [Int32]) throws -> EncodedTexts {
        var random = RandomState(seed: texts.seed)
        let order = texts.kept(random.permutation(ranks.count), of: ranks)
        guard !order.isEmpty || ranks.count == 0 else {
            throw texts.nothingLeft(of: ranks, reference: term)
        }
        let limit = texts.limit(order.lazy.map { ranks[$0] })
        let cut = Int(Double(order.count) * (1 - testSplit))
        return EncodedTexts(
            train: texts.encode(ranks, labels: labels, order[..<cut], limit: limit),
            test: texts.encode(ranks, labels: labels, order[cut...], limit: limit),
            columns: texts.columns(limit: limit))
    }
}
