/// Newswires that nnboard writes itself, so that it works at once, offline, with no file at hand.
///
/// As many as in Keras' Reuters data set, in the same topics, and about as hard to tell apart; ``SampleCorpus`` writes
/// them. They are shuffled, encoded and split by the same arguments.
public struct BuiltInSample: CatalogEntry {
    /// Describes the data set; nothing is written yet.
    public init() {}

    /// The name on the command line.
    public var name: String { "sample" }
    /// The name on the screen.
    public var title: String { "built-in sample" }
    /// One line about it.
    public var summary: String { "11,228 invented newswires in 46 topics, written by nnboard itself" }
    /// None: it is written again each time, and always the same.
    public var files: [RemoteFile] { [] }

    /// Writes the wires, shuffles and encodes them as Keras does Reuters', and makes multi-hot rows of them.
    ///
    /// - Parameters:
    ///   - reference: `sample` with ``ReutersArguments``; `seed` is where the shuffle starts, the wires are always
    ///     the same.
    ///   - locations: Not asked.
    ///   - progress: Is told which share is done; may throw to cancel.
    /// - Returns: The wires in two splits.
    /// - Throws: ``TermError`` for an argument, ``DatasetError`` where no wire is left, and what `progress` throws.
    public func load(
        _ reference: Term, from locations: DataLocations, progress: (Double) throws -> Void
    ) throws -> Dataset {
        let arguments = try ReutersArguments(term: reference)
        let corpus = try SampleCorpus { try progress(0.7 * $0) }
        let encoded = try arguments.apply(to: corpus.wires, labels: corpus.labels)
        try progress(0.8)
        let train = encoded.train.split(columns: encoded.columns)
        let test = encoded.test.split(columns: encoded.columns)
        try progress(1)
        return Dataset(
            reference: arguments.term, title: title,
            nouns: Nouns(sample: "wire", label: "topic"), classes: NewswireTopics.names, train: train,
            test: test,
            vocabulary: Vocabulary(words: corpus.words, indexFrom: arguments.texts.indexFrom))
    }
}
