import Testing

@testable import Datasets

@Suite struct `A typed text` {
    private let vocabulary = Vocabulary(
        words: ["", "the", "of", "to", "said", "mln", "u", "s", "company's", "wheat"], indexFrom: 3)

    private func encoder(_ change: (inout TextArguments) -> Void = { _ in }, columns: Int = 10_000)
        -> TextEncoder
    {
        var arguments = TextArguments()
        change(&arguments)
        return TextEncoder(vocabulary, arguments, columns: columns)
    }

    @Test func `is split as Keras' Tokenizer does`() {
        let text = encoder().encode("The U.S. company's\twheat: 5 (MLN)\nto-the")
        #expect(
            text.words.map(\.text) == ["the", "u", "s", "company's", "wheat", "5", "mln", "to", "the"])
        #expect(text.tokens == [1, 4, 9, 10, 11, 12, 2, 8, 6, 4])
        #expect(text.columns == [1, 2, 4, 6, 8, 9, 10, 11, 12])
        #expect(text.unknown == ["5"])
        #expect(text.leftOut.isEmpty)
    }

    @Test func `leaves out words that are too rare or too frequent`() {
        let text = encoder { ($0.numWords, $0.skipTop) = (11, 5) }.encode("the wheat of s said the")
        #expect(text.leftOut == ["the", "wheat"])
        #expect(text.tokens == [2, 2, 2, 5, 10, 7, 2])
        #expect(text.columns == [2, 5, 7, 10])
    }

    @Test func `has no marks where there are none`() {
        let text = encoder { ($0.startChar, $0.oovChar) = (nil, nil) }.encode("barley of")
        #expect(text.tokens == [5])
        #expect(text.words.map(\.token) == [nil, 5])
        #expect(text.unknown == ["barley"])
    }

    @Test func `has no columns beyond the network's`() {
        let text = encoder({ $0.numWords = nil }, columns: 8).encode("to said mln")
        #expect(text.columns == [1, 2, 6, 7])
        #expect(text.leftOut == ["mln"])
    }

    @Test func `may begin with a byte order mark, as one that a shell took out of a file`() {
        #expect(encoder().encode("\u{FEFF}wheat").words.map(\.text) == ["wheat"])
        #expect(encoder().encode("\u{FEFF}").words.isEmpty)
    }

    @Test func `without words is its first mark`() {
        #expect(encoder().encode(" .,! ").tokens == [1])
        #expect(encoder().column(of: "Wheat!") == 12)
        #expect(encoder().column(of: "barley") == nil)
        #expect(encoder().column(of: "") == nil)
    }

    /// Every text, decoded and encoded again, has the columns that it had, but for the mark of words left out.
    private func expectRoundTrip(_ dataset: Dataset, every step: Int) throws {
        let encoder = try #require(TextEncoder(dataset))
        var others: [Int] = []
        for part in [dataset.train, dataset.test] {
            guard case .sparse(let rows) = part.inputs else { continue }
            for row in stride(from: 0, to: part.count, by: step) {
                let text = try #require(part.texts.flatMap { dataset.vocabulary?.decode($0[row]) })
                let columns = encoder.encode(text).columns
                if columns.filter({ $0 != 2 }) != rows[row].filter({ $0 != 2 }) { others.append(row) }
            }
        }
        #expect(others.isEmpty)
    }

    @Test(arguments: ["sample", "sample(num_words=500, skip_top=20)", "sample(num_words=none)"])
    func `that is one of the sample is encoded as it was`(reference: String) throws {
        let dataset = try BuiltInSample().load(Term(parsing: reference), from: RealFiles.locations) { _ in }
        try expectRoundTrip(dataset, every: 7)
    }

    @Test func `that is one of the reviews is encoded as it was`() throws {
        let dataset = try SampleReviews().load(Term("sample_reviews"), from: RealFiles.locations) { _ in }
        try expectRoundTrip(dataset, every: 41)
    }

    @Test(
        .enabled(
            if: RealFiles.has("reuters.npz", "reuters_word_index.json"), "\(RealFiles.reason)"))
    func `that is a real newswire is encoded as it was`() throws {
        try expectRoundTrip(
            Reuters().load(Term("reuters"), from: RealFiles.locations) { _ in }, every: 3)
    }

    @Test(.enabled(if: RealFiles.has("imdb.npz", "imdb_word_index.json"), "\(RealFiles.reason)"))
    func `that is a real review is encoded as it was`() throws {
        try expectRoundTrip(IMDB().load(Term("imdb"), from: RealFiles.locations) { _ in }, every: 29)
    }

    @Test func `needs a data set of texts`() throws {
        let dataset = try SampleDigits().load(Term("sample_digits"), from: RealFiles.locations) { _ in }
        #expect(TextEncoder(dataset) == nil)
    }
}
