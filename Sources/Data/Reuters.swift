/// Newswires of 1987 in 46 topics, from the files that Keras distributes.
///
/// Derived from Reuters-21578, whose terms allow research only and no passing on: nnboard holds none of it, and reads
/// or downloads the files.
public struct Reuters: CatalogEntry {
    /// The names of the topics, in Keras' label order (`reuters.get_label_names`).
    public static let topics = NewswireTopics.names

    private static let source = KerasFiles.source

    private static let wires = RemoteFile(
        name: "reuters.npz", address: source + "reuters.npz",
        sha256: "d6586e694ee56d7a4e65172e12b3e987c03096cb01eab99753921ef915959916", bytes: 2_110_848)

    private static let wordIndex = RemoteFile(
        name: "reuters_word_index.json", address: source + "reuters_word_index.json",
        sha256: "9b56000edc4b34a32e89fd5a23b2605594682c74efcf7d8f4e2a5514b771e633", bytes: 550_378)

    /// Describes the data set; nothing is read yet.
    public init() {}

    /// The name on the command line.
    public var name: String { "reuters" }
    /// The name on the screen.
    public var title: String { "Reuters" }
    /// One line about it.
    public var summary: String { "11,228 newswires of 1987 in 46 topics, from Keras' files" }
    /// The wires, and the words for their numbers.
    public var files: [RemoteFile] { [Self.wires, Self.wordIndex] }
    /// Invented newswires.
    public var substitute: Term? { Term("sample") }

    /// Reads the files, shuffles and encodes the wires as Keras does, and makes multi-hot rows of them.
    ///
    /// - Parameters:
    ///   - reference: `reuters` with ``ReutersArguments``.
    ///   - locations: The folders to look for the files in.
    ///   - progress: Is told which share is done; may throw to cancel.
    /// - Returns: The wires in two splits.
    /// - Throws: ``TermError`` for an argument, ``DatasetError`` for a file, and what `progress` throws.
    public func load(
        _ reference: Term, from locations: DataLocations, progress: (Double) throws -> Void
    ) throws -> Dataset {
        let arguments = try ReutersArguments(term: reference)
        let wiresPath = try locations.requiredPath(of: Self.wires, dataset: name)
        let wordsPath = try locations.requiredPath(of: Self.wordIndex, dataset: name)

        try progress(0)
        let wires = try LabelledTexts(
            Zip(reading: wiresPath), x: "x", y: "y", classes: Self.topics.count, noun: "topic")
        try progress(0.4)
        let encoded = try arguments.apply(to: wires.ranks, labels: wires.labels)
        try progress(0.6)
        let train = encoded.train.split(columns: encoded.columns)
        let test = encoded.test.split(columns: encoded.columns)
        try progress(0.8)
        let words = try WordIndex(FileBytes(reading: wordsPath)).words
        try progress(1)
        return Dataset(
            reference: arguments.term, title: title, nouns: Nouns(sample: "wire", label: "topic"),
            classes: Self.topics, train: train, test: test,
            vocabulary: Vocabulary(words: words, indexFrom: arguments.texts.indexFrom))
    }
}
