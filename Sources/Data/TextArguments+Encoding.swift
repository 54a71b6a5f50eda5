/// Texts and labels as Keras' `load_data` returns them.
struct EncodedTexts: Equatable {
    /// Some texts with their labels.
    struct Part: Equatable {
        var texts: TokenSequences
        var labels: [Int32]

        /// The texts as rows with a one for every word that occurs.
        func split(columns: Int) -> Split {
            Split(inputs: .sparse(texts.multiHot(columns: columns)), labels: labels, texts: texts)
        }
    }

    var train: Part
    var test: Part
    /// The number of indices that are told apart, which is the width of a multi-hot row.
    var columns: Int
}

extension TextArguments {
    /// Takes away the texts that are not shorter than `maxlen`.
    ///
    /// - Parameters:
    ///   - order: The numbers of some texts.
    ///   - ranks: The words of each text.
    /// - Returns: Those that stay, in the same order; may be empty.
    func kept(_ order: [Int], of ranks: IntegerLists) -> [Int] {
        guard let maxlen, maxlen > 0 else { return order }
        let marks = startChar == nil ? 0 : 1
        return order.filter { Int(ranks.places[$0].count) + marks < maxlen }
    }

    /// The error if `maxlen` leaves no text over.
    func nothingLeft(of ranks: IntegerLists, reference: Term) -> DatasetError {
        let marks = startChar == nil ? 0 : 1
        let shortest = ranks.places.map { Int($0.count) }.min() ?? 0
        return .nothingLeft(reference: reference, shortest: shortest + marks)
    }

    /// The limit of the indices that are told apart: all below this one.
    ///
    /// - Parameter texts: The words of all texts that are left.
    /// - Returns: `num_words`, or, where it is none, the greatest index, although all must lie below (as in Keras).
    func limit(_ texts: some Sequence<ArraySlice<Int32>>) -> Int {
        if let numWords, numWords > 0 { return numWords }
        return texts.reduce(startChar ?? 0) { greatest, text in
            text.max().map { max(greatest, Int($0) + indexFrom) } ?? greatest
        }
    }

    /// The width of a multi-hot row.
    func columns(limit: Int) -> Int { max(1, limit, oovChar.map { $0 + 1 } ?? 0) }

    /// Turns the ranks of words into indices, with the marks among them.
    ///
    /// - Parameters:
    ///   - ranks: The words of each text, the most frequent one being 1.
    ///   - labels: One for each text.
    ///   - samples: The numbers of the texts, in their new order.
    ///   - limit: See ``limit(_:)``.
    /// - Returns: The texts with their labels.
    func encode(
        _ ranks: IntegerLists, labels: [Int32], _ samples: some Collection<Int>, limit: Int
    ) -> EncodedTexts.Part {
        let kept = skipTop..<max(skipTop, limit)
        let leftOut = oovChar.map(Int32.init)
        let start = startChar.flatMap { kept.contains($0) ? Int32($0) : leftOut }
        var offsets: [Int32] = [0]
        offsets.reserveCapacity(samples.count + 1)
        var tokens: [Int32] = []
        tokens.reserveCapacity(samples.reduce(0) { $0 + Int(ranks.places[$1].count) + 1 })
        for sample in samples {
            if startChar != nil, let start { tokens.append(start) }
            for rank in ranks[sample] {
                let index = Int(rank) + indexFrom
                if kept.contains(index) {
                    tokens.append(Int32(index))
                } else if let leftOut {
                    tokens.append(leftOut)
                }
            }
            offsets.append(Int32(tokens.count))
        }
        return EncodedTexts.Part(
            texts: TokenSequences(offsets: offsets, tokens: tokens), labels: samples.map { labels[$0] })
    }
}
