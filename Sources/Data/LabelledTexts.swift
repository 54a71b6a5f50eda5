/// Texts as ranks of words, and a label for each, as Keras keeps them in an archive.
struct LabelledTexts {
    /// The words of each text, the most frequent one being 1.
    let ranks: IntegerLists
    /// One for each text.
    let labels: [Int32]

    /// Pairs texts with their labels.
    init(ranks: IntegerLists, labels: [Int32]) {
        precondition(ranks.count == labels.count, "\(ranks.count) texts with \(labels.count) labels")
        (self.ranks, self.labels) = (ranks, labels)
    }

    /// Reads two arrays of an archive.
    ///
    /// - Parameters:
    ///   - archive: Keras' `.npz` file.
    ///   - x: The array with the texts.
    ///   - y: The array with the labels.
    ///   - classes: The number of classes.
    ///   - noun: The word for a class, for errors.
    /// - Throws: ``DatasetError``.
    init(_ archive: Zip, x: String, y: String, classes: Int, noun: String) throws {
        let (x, y) = (try NpyArray(x, of: archive), try NpyArray(y, of: archive))
        try x.requireSamples()
        labels = try y.labels(classes, noun: noun, forEachOf: x, "texts")
        ranks = try x.texts()
        guard ranks.count == labels.count else {
            throw x.refusal("\(x.summary), and holds \(ranks.count) texts")
        }
        if let rank = ranks.values.max(), rank > TextArguments.largestIndex {
            throw x.refusal(
                "\(x.name): a word has the rank \(rank), and at most \(TextArguments.largestIndex) is read")
        }
    }
}
