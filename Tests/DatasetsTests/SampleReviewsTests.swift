import Testing

@testable import Datasets

@Suite struct `The invented reviews` {
    static let corpus = Result { try ReviewCorpus() }

    private func load(_ text: String, progress: (Double) throws -> Void = { _ in }) throws -> Dataset {
        try SampleReviews().load(
            Term(parsing: text), from: DataLocations(environment: [:]), progress: progress)
    }

    @Test func `are the same on every machine`() throws {
        let corpus = try Self.corpus.get()
        var sum = SHA256()
        for part in [corpus.train, corpus.test] {
            for text in 0..<part.labels.count {
                part.ranks[text].map(\.littleEndian).withUnsafeBytes { sum.update($0) }
            }
        }
        Array(corpus.words.joined(separator: " ").utf8).withUnsafeBytes { sum.update($0) }
        #expect(sum.hexadecimal() == "1ed32d302018b6b55015a45981645520e0705f45a3a7045c1ad18ff510ceb183")
    }

    @Test func `are as many as IMDB's, half of them positive, each of 60 to 120 words`() throws {
        let corpus = try Self.corpus.get()
        for part in [corpus.train, corpus.test] {
            #expect(part.labels.count == 25_000)
            #expect(part.labels.count { $0 == 1 } == 12_500)
            let lengths = part.ranks.places.map { Int($0.count) }
            #expect(lengths.allSatisfy { (60...120).contains($0) })
        }
    }

    @Test func `use some thousands of words, without punctuation, by rank`() throws {
        let corpus = try Self.corpus.get()
        #expect((5000...14_000).contains(corpus.words.count))
        #expect(corpus.words.prefix(3) == ["", "the", "a"])
        #expect(Set(corpus.words).count == corpus.words.count)
        let odd = corpus.words.dropFirst().filter { word in
            word.isEmpty
                || !word.utf8.allSatisfy { "abcdefghijklmnopqrstuvwxyz0123456789'".utf8.contains($0) }
        }
        #expect(odd == [])
    }

    @Test func `hardly ever repeat each other`() throws {
        let corpus = try Self.corpus.get()
        let texts = Set((0..<corpus.train.labels.count).map { Array(corpus.train.ranks[$0]) })
        #expect(texts.count == 25_000)
    }

    @Test func `have rules for every name`() throws {
        let reviewers = try Reviewers(seed: 1)
        let roots = ["praise", "complaint", "faintpraise", "faintblame", "plot", "context", "mood"]
        let found = visit(roots, in: reviewers.scope, of: reviewers.writer.grammar)
        #expect(found.missing == [])
    }

    @Test func `are loaded by IMDB's arguments, and say so`() throws {
        let plain = try load("sample_reviews")
        #expect(plain.reference.description == "sample_reviews")
        #expect(plain.classes == ["negative", "positive"])
        #expect(plain.train.inputs.columns == 10_000)
        #expect(plain.form == .text)
        let text = try #require(plain.text(of: 0, in: plain.train))
        #expect(text.hasPrefix("? "))
        let other = try load("sample_reviews(num_words=1000, maxlen=80, seed=7)")
        #expect(other.reference.description == "sample_reviews(num_words=1000, maxlen=80, seed=7)")
        #expect(other.train.inputs.columns == 1000)
        #expect(other.train.count < 25_000)
        #expect(throws: TermError.self) { try load("sample_reviews(test_split=0.5)") }
        let error = #expect(throws: DatasetError.self) { try load("sample_reviews(maxlen=3)") }
        #expect(error?.description.hasPrefix("sample_reviews(maxlen=3) leaves no samples") == true)
    }

    @Test func `tell how far they are, and stop where they are told to`() {
        struct Enough: Error {}
        var shares: [Double] = []
        #expect(throws: Enough.self) {
            try load("sample_reviews") { share in
                shares.append(share)
                if share > 0.1 { throw Enough() }
            }
        }
        #expect(shares.first == 0)
        #expect(shares == shares.sorted())
    }
}
