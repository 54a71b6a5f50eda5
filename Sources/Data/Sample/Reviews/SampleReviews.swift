/// Film reviews that nnboard writes itself, so that the book's first example works offline.
///
/// As many as in Keras' IMDB data set, though shorter, and about as hard to tell apart; ``ReviewCorpus`` writes them.
/// They are shuffled and encoded by the same arguments.
public struct SampleReviews: CatalogEntry {
    /// Describes the data set; nothing is written yet.
    public init() {}

    /// The name on the command line.
    public var name: String { "sample_reviews" }
    /// The name on the screen.
    public var title: String { "invented reviews" }
    /// One line about it.
    public var summary: String { "50,000 invented film reviews, positive or negative" }
    /// None: they are written again each time, and always the same.
    public var files: [RemoteFile] { [] }

    /// Writes the reviews, shuffles and encodes them as Keras does IMDB's, and makes multi-hot rows of them.
    ///
    /// - Parameters:
    ///   - reference: `sample_reviews` with ``IMDBArguments``; `seed` is where the shuffle starts, the
    ///     reviews are always the same.
    ///   - locations: Not asked.
    ///   - progress: Is told which share is done; may throw to cancel.
    /// - Returns: The reviews in two splits.
    /// - Throws: ``TermError`` for an argument, ``DatasetError`` where no review is left, and what `progress` throws.
    public func load(
        _ reference: Term, from locations: DataLocations, progress: (Double) throws -> Void
    ) throws -> Dataset {
        let arguments = try IMDBArguments(term: reference)
        let corpus = try ReviewCorpus { try progress(0.7 * $0) }
        let encoded = try arguments.apply(train: corpus.train, test: corpus.test)
        try progress(0.8)
        let train = encoded.train.split(columns: encoded.columns)
        let test = encoded.test.split(columns: encoded.columns)
        try progress(1)
        return Dataset(
            reference: arguments.term, title: title, nouns: Nouns(sample: "review", label: "sentiment"),
            classes: IMDB.sentiments, train: train, test: test,
            vocabulary: Vocabulary(words: corpus.words, indexFrom: arguments.texts.indexFrom))
    }
}
