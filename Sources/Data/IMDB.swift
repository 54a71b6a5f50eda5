/// Film reviews, half of them positive and half negative, from the files that Keras distributes.
///
/// The Large Movie Review Dataset (Maas et al., ACL 2011). The reviews belong to those who wrote them: nnboard holds
/// none of them, and reads the files.
public struct IMDB: CatalogEntry {
    /// The names of the classes, in label order.
    public static let sentiments = ["negative", "positive"]

    private static let reviews = RemoteFile(
        name: "imdb.npz", address: KerasFiles.source + "imdb.npz",
        sha256: "69664113be75683a8fe16e3ed0ab59fda8886cb3cd7ada244f7d9544e4676b9f", bytes: 17_464_789)

    private static let wordIndex = RemoteFile(
        name: "imdb_word_index.json", address: KerasFiles.source + "imdb_word_index.json",
        sha256: "027313fe9a320280f3bf0fac5baf58c4a683cf39a7ed9c3d3d3912bde4284cf6", bytes: 1_641_221)

    /// Describes the data set; nothing is read yet.
    public init() {}

    /// The name on the command line.
    public var name: String { "imdb" }
    /// The name on the screen.
    public var title: String { "IMDB" }
    /// One line about it.
    public var summary: String { "50,000 film reviews, positive or negative, from Keras' files" }
    /// The reviews, and the words for their numbers.
    public var files: [RemoteFile] { [Self.reviews, Self.wordIndex] }
    /// Invented reviews.
    public var substitute: Term? { Term("sample_reviews") }

    /// Reads the files, shuffles and encodes the reviews as Keras does, and makes multi-hot rows of them.
    ///
    /// - Parameters:
    ///   - reference: `imdb` with ``IMDBArguments``.
    ///   - locations: The folders to look for the files in.
    ///   - progress: Is told which share is done; may throw to cancel.
    /// - Returns: The reviews in the two splits that the files have.
    /// - Throws: ``TermError`` for an argument, ``DatasetError`` for a file, and what `progress` throws.
    public func load(
        _ reference: Term, from locations: DataLocations, progress: (Double) throws -> Void
    ) throws -> Dataset {
        let arguments = try IMDBArguments(term: reference)
        let reviewsPath = try locations.requiredPath(of: Self.reviews, dataset: name)
        let wordsPath = try locations.requiredPath(of: Self.wordIndex, dataset: name)

        try progress(0)
        let archive = try Zip(reading: reviewsPath)
        func read(_ part: String) throws -> LabelledTexts {
            try LabelledTexts(
                archive, x: "x_" + part, y: "y_" + part, classes: Self.sentiments.count, noun: "sentiment")
        }
        let train = try read("train")
        try progress(0.25)
        let test = try read("test")
        try progress(0.5)
        let encoded = try arguments.apply(train: train, test: test)
        try progress(0.7)
        let splits = (
            encoded.train.split(columns: encoded.columns), encoded.test.split(columns: encoded.columns)
        )
        try progress(0.9)
        let words = try WordIndex(FileBytes(reading: wordsPath)).words
        try progress(1)
        return Dataset(
            reference: arguments.term, title: title, nouns: Nouns(sample: "review", label: "sentiment"),
            classes: Self.sentiments, train: splits.0, test: splits.1,
            vocabulary: Vocabulary(words: words, indexFrom: arguments.texts.indexFrom))
    }
}
