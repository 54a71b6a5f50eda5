/// Newswires of 1987 in 46 topics, from the files that Keras distributes.
///
/// Derived from Reuters-21578, whose terms allow research only and no passing on: nnboard holds none of it, and reads
/// or downloads the files.
public struct Reuters: CatalogEntry {
    /// The names of the topics, in Keras' label order (`reuters.get_label_names`).
    public static let topics = NewswireTopics.names

    private static let source = "https://storage.googleapis.com/tensorflow/tf-keras-datasets/"

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

    /// Reads the files, shuffles and encodes the wires as Keras does, and makes multi-hot rows of them.
    ///
    /// - Parameters:
    ///   - reference: `reuters` with ``ReutersArguments``.
    ///   - locations: Where the files may be.
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
        let (ranks, labels) = try Self.read(wiresPath)
        try progress(0.4)
        let loaded = try arguments.apply(to: ranks, labels: labels)
        try progress(0.6)
        let train = Self.split(loaded.train, columns: loaded.columns)
        let test = Self.split(loaded.test, columns: loaded.columns)
        try progress(0.8)
        let words = try WordIndex(FileBytes(reading: wordsPath)).words
        try progress(1)
        return Dataset(
            reference: arguments.term, title: title, nouns: Nouns(sample: "wire", label: "topic"),
            classes: Self.topics, train: train, test: test,
            vocabulary: Vocabulary(words: words, indexFrom: arguments.indexFrom))
    }

    private static func read(_ path: String) throws -> (ranks: IntegerLists, labels: [Int32]) {
        let archive = try Zip(reading: path)
        guard case .lists(let ranks) = try Npy(archive.contents(of: "x.npy")).values else {
            throw DatasetError.malformed(path: path, place: "x.npy", problem: "it holds numbers, not texts")
        }
        guard case .integers(let numbers) = try Npy(archive.contents(of: "y.npy")).values,
            numbers.count == ranks.count
        else {
            throw DatasetError.malformed(
                path: path, place: "y.npy", problem: "it does not hold one whole number for each text")
        }
        if let rank = ranks.values.max(), rank > ReutersArguments.largestIndex {
            throw DatasetError.malformed(
                path: path, place: "x.npy",
                problem: "a word has the rank \(rank), and at most \(ReutersArguments.largestIndex) is read")
        }
        if let wire = numbers.firstIndex(where: { !topics.indices.contains(Int($0)) }) {
            throw DatasetError.malformed(
                path: path, place: "y.npy, number \(wire)",
                problem: "\(numbers[wire]) is no topic, since they run from 0 to \(topics.count - 1)")
        }
        return (ranks, numbers.map { Int32($0) })
    }

    private static func split(
        _ samples: (texts: TokenSequences, labels: [Int32]), columns: Int
    ) -> Split {
        Split(
            inputs: .sparse(samples.texts.multiHot(columns: columns)), labels: samples.labels,
            texts: samples.texts)
    }
}
