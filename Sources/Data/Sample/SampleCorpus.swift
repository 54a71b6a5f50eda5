/// Newswires that nnboard writes itself: 11,228, always the same, in the topics of Keras' newswires, as many in each.
struct SampleCorpus: Sendable {
    /// The wires as ranks of words, the most frequent word being 1.
    let wires: IntegerLists
    /// The topic of each wire, its place in ``NewswireTopics/names``.
    let labels: [Int32]
    /// The word of each rank; place 0 is empty.
    let words: [String]

    /// The number of wires of each topic, as among Keras' newswires.
    static let sizes = [
        67, 537, 94, 3972, 2423, 22, 62, 19, 177, 126,
        154, 473, 62, 209, 28, 29, 543, 51, 86, 682,
        339, 127, 22, 53, 81, 123, 32, 19, 58, 23,
        57, 52, 42, 16, 57, 16, 60, 21, 22, 29,
        46, 38, 16, 27, 17, 19,
    ]
    /// The seed of the one corpus that is ever shown.
    static let seed: UInt64 = 1987
    /// The range of a wire's length, in words.
    static let lengths = 30...200

    /// Writes the wires.
    ///
    /// - Parameter progress: Is told from time to time which share is written; may throw to cancel.
    /// - Throws: The error of `progress`, or a ``GrammarError``, which the tests rule out.
    init(progress: (Double) throws -> Void = { _ in }) throws {
        var newsroom = try Newsroom(seed: Self.seed)
        var order: [Int32] = []
        for (topic, size) in Self.sizes.enumerated() { order += repeatElement(Int32(topic), count: size) }
        newsroom.writer.random.shuffle(&order)
        labels = order

        var tokens: [Int32] = []
        tokens.reserveCapacity(order.count * 100)
        var places: [IntegerLists.Place] = []
        places.reserveCapacity(order.count)
        for (number, topic) in order.enumerated() {
            if number.isMultiple(of: 512) { try progress(Double(number) / Double(order.count)) }
            newsroom.write(about: Int(topic))
            places.append(.init(start: Int32(tokens.count), count: Int32(newsroom.writer.words.count)))
            tokens += newsroom.writer.words
        }
        words = newsroom.writer.grammar.lexicon.rank(&tokens)
        wires = IntegerLists(values: tokens, places: places)
        try progress(1)
    }
}
