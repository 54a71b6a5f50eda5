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
    ///   - x: The member with the texts, without `.npy`.
    ///   - y: The member with the labels, without `.npy`.
    ///   - classes: How many classes there are.
    ///   - noun: What a class is called.
    /// - Throws: ``DatasetError``.
    init(_ archive: Zip, x: String, y: String, classes: Int, noun: String) throws {
        let path = archive.file.path
        func fault(_ place: String, _ problem: String) -> DatasetError {
            .malformed(path: path, place: place, problem: problem)
        }
        guard case .lists(let ranks) = try Npy(archive.contents(of: x + ".npy")).values else {
            throw fault("\(x).npy", "it holds numbers, not texts")
        }
        guard case .integers(let numbers) = try Npy(archive.contents(of: y + ".npy")).values,
            numbers.count == ranks.count
        else {
            throw fault("\(y).npy", "it does not hold one whole number for each text")
        }
        if let rank = ranks.values.max(), rank > TextArguments.largestIndex {
            throw fault(
                "\(x).npy",
                "a word has the rank \(rank), and at most \(TextArguments.largestIndex) is read")
        }
        if let text = numbers.firstIndex(where: { !(0..<Int64(classes)).contains($0) }) {
            throw fault(
                "\(y).npy, number \(text)",
                "\(numbers[text]) is no \(noun), since they run from 0 to \(classes - 1)")
        }
        self.ranks = ranks
        labels = numbers.map { Int32($0) }
    }
}
