import Testing

@testable import Datasets

@Suite struct `The sample's wires` {
    static let corpus = Result { try SampleCorpus() }

    @Test func `are the same on every machine`() throws {
        let corpus = try Self.corpus.get()
        let text = (0..<corpus.wires.count).map { wire in
            let words = corpus.wires[wire].map { corpus.words[Int($0)] }.joined(separator: " ")
            return "\(NewswireTopics.names[Int(corpus.labels[wire])]): \(words)\n"
        }.joined()
        #expect(
            SHA256.hexadecimal(text.utf8)
                == "6a5fb9b73c0889b4bf57f9c710a414fe9a2bf8f99919538fe844d444195b10ff")
    }

    @Test func `are as many in each topic as the real ones`() throws {
        let corpus = try Self.corpus.get()
        var counts = [Int](repeating: 0, count: NewswireTopics.names.count)
        for label in corpus.labels { counts[Int(label)] += 1 }
        #expect(counts == SampleCorpus.sizes)
        #expect(corpus.wires.count == 11_228)
        let byName = Dictionary(uniqueKeysWithValues: zip(NewswireTopics.names, counts))
        #expect(byName["earn"] == 3972)
        #expect(byName["acq"] == 2423)
        #expect(byName["money-fx"] == 682)
        #expect(byName["gold"] == 123)
        #expect(counts.min() == 16)
    }

    @Test func `have 30 to 200 words`() throws {
        let corpus = try Self.corpus.get()
        let lengths = (0..<corpus.wires.count).map { corpus.wires[$0].count }
        #expect(lengths.allSatisfy { (30...200).contains($0) })
        #expect(lengths.contains { $0 < 40 })
        #expect(lengths.contains { $0 > 160 })
    }

    @Test func `are lower-case words without punctuation`() throws {
        let corpus = try Self.corpus.get()
        let odd = corpus.words.dropFirst().filter { word in
            word.isEmpty
                || !word.utf8.allSatisfy { "abcdefghijklmnopqrstuvwxyz0123456789'".utf8.contains($0) }
        }
        #expect(odd == [])
        #expect(Set(corpus.words).count == corpus.words.count)
    }

    @Test func `use words by rank, some ten thousand of them`() throws {
        let corpus = try Self.corpus.get()
        var counts = [Int](repeating: 0, count: corpus.words.count)
        for word in corpus.wires.values { counts[Int(word)] += 1 }
        #expect(counts[0] == 0)
        #expect(zip(counts.dropFirst(), counts.dropFirst(2)).allSatisfy { $0 >= $1 })
        #expect((10_000...12_000).contains(counts.count))
        #expect(counts.last == 1)
        #expect(corpus.words[1] == "the")
        // Zipf: the hundredth word is some hundred times rarer than the first, give or take a factor of four.
        #expect((25...400).contains(counts[1] / counts[100]))
    }

    @Test func `begin in thousands of ways`() throws {
        let corpus = try Self.corpus.get()
        let openings = Set((0..<corpus.wires.count).map { Array(corpus.wires[$0].prefix(8)) })
        #expect(openings.count > 10_000)
    }

    @Test func `stop being written when the reader has lost patience`() {
        struct Enough: Error {}
        #expect(throws: Enough.self) {
            try SampleCorpus { share in
                if share > 0.1 { throw Enough() }
            }
        }
    }
}

@Suite struct `The sample's rules` {
    /// The rules that stories about a topic can meet, and the names among them that nothing explains.
    private func visit(_ newsroom: Newsroom, _ desk: Newsroom.Desk) -> (rules: Set<Int>, missing: [String]) {
        DatasetsTests.visit(
            ["lead", "detail", "context", "colour"], in: desk.scope, of: newsroom.writer.grammar)
    }

    @Test func `explain every name in every topic`() throws {
        let newsroom = try Newsroom(seed: 1)
        #expect(newsroom.desks.map(\.topic) == NewswireTopics.names)
        for desk in newsroom.desks {
            #expect(visit(newsroom, desk).missing == [], "stories about \(desk.topic)")
        }
    }

    @Test func `are all of use`() throws {
        let newsroom = try Newsroom(seed: 1)
        let used = newsroom.desks.reduce(into: Set<Int>()) { $0.formUnion(visit(newsroom, $1).rules) }
        let names = newsroom.writer.grammar.names
        let unused = newsroom.desks.flatMap { desk in
            desk.scope.rules.enumerated().filter { $0.element.map { !used.contains($0) } ?? false }.map {
                "\(names[$0.offset]) of \(desk.topic)"
            }
        }
        #expect(unused == [])
    }

    @Test func `name real topics as neighbours`() {
        for topic in TopicFamily.all.flatMap(\.topics) {
            #expect(NewswireTopics.names.contains(topic.name))
            #expect(topic.neighbours.allSatisfy(NewswireTopics.names.contains), "\(topic.name)")
            #expect(!topic.neighbours.contains(topic.name))
        }
    }
}
