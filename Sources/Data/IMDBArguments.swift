/// The arguments of Keras' `imdb.load_data`, with its meaning to the letter (`keras/src/datasets/imdb.py`).
public struct IMDBArguments: Equatable, Sendable {
    /// The name of their data set, before the arguments where these are written as text.
    public var name = "imdb"
    /// The arguments that turn the texts into lists of indices.
    public var texts = TextArguments()

    /// The defaults: Keras', and 10,000 words.
    public init() {}
}

extension IMDBArguments: TermConvertible {
    /// Reads `imdb(num_words=10000, maxlen=80)`.
    ///
    /// - Parameter term: The data set's name, with arguments by their labels.
    /// - Throws: ``TermError`` for an unknown argument or one out of range.
    public init(term: Term) throws {
        var reader = TermReader(term)
        name = term.name
        texts = try TextArguments(from: &reader, of: name)
        try reader.finish()
    }

    /// The data set's name with those arguments that differ from the defaults.
    public var term: Term { Term(name, texts.arguments()) }
}

extension IMDBArguments {
    /// Does what `load_data` does once the file has been read.
    ///
    /// - Parameters:
    ///   - train: The reviews to learn from, as the file has them.
    ///   - test: The reviews to be judged by.
    /// - Returns: Both in shuffled order.
    /// - Throws: ``DatasetError/nothingLeft(reference:shortest:)`` where `maxlen` leaves one of them empty.
    func apply(train: LabelledTexts, test: LabelledTexts) throws -> EncodedTexts {
        // One generator for both, so the second shuffle depends on how long the first was.
        var random = RandomState(seed: texts.seed)
        let orders = try [train, test].map { part in
            let order = texts.kept(random.permutation(part.labels.count), of: part.ranks)
            guard !order.isEmpty else { throw texts.nothingLeft(of: part.ranks, reference: term) }
            return order
        }
        let limit = max(
            texts.limit(orders[0].lazy.map { train.ranks[$0] }),
            texts.limit(orders[1].lazy.map { test.ranks[$0] }))
        return EncodedTexts(
            train: texts.encode(train.ranks, labels: train.labels, orders[0], limit: limit),
            test: texts.encode(test.ranks, labels: test.labels, orders[1], limit: limit),
            columns: texts.columns(limit: limit))
    }
}
