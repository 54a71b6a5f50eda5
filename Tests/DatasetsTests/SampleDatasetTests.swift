import Testing

@testable import Datasets

@Suite struct `The built-in sample` {
    private static let nowhere = DataLocations(environment: [:])

    /// The sample as everybody sees it, and what was told while it was written.
    private static let plain = Result {
        var shares: [Double] = []
        let sample = try BuiltInSample().load(Term("sample"), from: nowhere) { shares.append($0) }
        return (sample: sample, shares: shares)
    }

    private func load(_ text: String) throws -> Dataset {
        try BuiltInSample().load(Term(parsing: text), from: Self.nowhere) { _ in }
    }

    @Test func `needs no files and is split like the real one`() throws {
        let sample = try Self.plain.get().sample
        #expect(BuiltInSample().files == [])
        #expect(sample.title == "built-in sample")
        #expect(sample.reference.description == "sample")
        #expect(sample.classes == NewswireTopics.names)
        #expect(sample.train.count == 8982)
        #expect(sample.test.count == 2246)
        #expect(sample.train.inputs.columns == 10_000)
        #expect(Set(sample.train.labels).count == 46)
    }

    @Test func `decodes to text, its rarest words to question marks`() throws {
        let sample = try Self.plain.get().sample
        let texts = (0..<sample.train.count).compactMap { sample.text(of: $0, in: sample.train) }
        #expect(texts.count == 8982)
        #expect(texts.allSatisfy { $0.hasPrefix("? ") }, "the mark that begins a text")
        let unknown = texts.count { $0.utf8.dropFirst(2).contains(UInt8(ascii: "?")) }
        #expect((100...1500).contains(unknown))
        #expect(texts.contains { $0.contains(" cts vs ") })
    }

    @Test func `takes the arguments of load_data, and gives them back`() throws {
        let sample = try load("sample(num_words=1000, test_split=0.5, seed=7)")
        #expect(sample.reference.description == "sample(num_words=1000, test_split=0.5, seed=7)")
        #expect(sample.train.count == 5614)
        #expect(sample.train.inputs.columns == 1000)
        #expect(sample.train.labels.prefix(100) != (try Self.plain.get().sample.train.labels.prefix(100)))
    }

    @Test func `tells how far it is, from nothing to all`() throws {
        let shares = try Self.plain.get().shares
        #expect(shares.first == 0)
        #expect(shares.last == 1)
        #expect(shares == shares.sorted())
    }

    @Test func `says by its own name that arguments leave no wire over`() {
        let error = #expect(throws: DatasetError.self) { try load("sample(maxlen=3)") }
        #expect(error?.description.hasPrefix("sample(maxlen=3) leaves no samples") == true)
    }

    @Test func `refuses arguments that load_data has not`() {
        #expect(throws: TermError.self) { try load("sample(words=10)") }
    }
}
