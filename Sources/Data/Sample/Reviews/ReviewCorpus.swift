/// Reviews of films that nobody has made: 50,000, always the same, half of them for the film and half against it.
struct ReviewCorpus: Sendable {
    /// The reviews to learn from.
    let train: LabelledTexts
    /// The reviews to be judged by.
    let test: LabelledTexts
    /// The word of each rank; place 0 is empty.
    let words: [String]

    /// The number of reviews in each part, as in Keras' file of IMDB's.
    static let size = 25_000
    /// The seed of the one corpus that is ever shown.
    static let seed: UInt64 = 2011

    /// Writes the reviews.
    ///
    /// - Parameter progress: Is told from time to time which share is written; may throw to cancel.
    /// - Throws: The error of `progress`, or a ``GrammarError``, which the tests rule out.
    init(progress: (Double) throws -> Void = { _ in }) throws {
        var reviewers = try Reviewers(seed: Self.seed)
        var tokens: [Int32] = []
        tokens.reserveCapacity(2 * Self.size * 92)
        var places: [IntegerLists.Place] = []
        places.reserveCapacity(2 * Self.size)
        for number in 0..<2 * Self.size {
            if number.isMultiple(of: 1024) { try progress(Double(number) / Double(2 * Self.size)) }
            reviewers.write(number % 2)
            places.append(.init(start: Int32(tokens.count), count: Int32(reviewers.writer.words.count)))
            tokens += reviewers.writer.words
        }
        words = reviewers.writer.grammar.lexicon.rank(&tokens)
        let labels = (0..<Self.size).map { Int32($0 % 2) }
        train = LabelledTexts(
            ranks: IntegerLists(values: tokens, places: Array(places[..<Self.size])), labels: labels)
        test = LabelledTexts(
            ranks: IntegerLists(values: tokens, places: Array(places[Self.size...])), labels: labels)
        try progress(1)
    }
}
