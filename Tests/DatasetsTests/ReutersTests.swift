import Foundation
import Testing

@testable import Datasets

@Suite(.enabled(if: RealFiles.has("reuters.npz", "reuters_word_index.json"), "\(RealFiles.reason)"))
struct `Reuters, from Keras' files,` {
    /// Loaded once for all tests.
    static let standard = Result { try Catalog.load(Term("reuters"), from: RealFiles.locations) }

    let dataset: Dataset

    init() throws {
        dataset = try Self.standard.get()
    }

    private func sparse(_ split: Split) throws -> SparseRows {
        guard case .sparse(let rows) = split.inputs else { throw CocoaError(.coderInvalidValue) }
        return rows
    }

    @Test func `has 8,982 wires to train, 2,246 to test, and 46 topics`() {
        #expect(dataset.train.count == 8982)
        #expect(dataset.test.count == 2246)
        #expect(dataset.classes.count == 46)
        #expect(dataset.classes[3] == "earn")
        #expect(dataset.classes[45] == "lead")
        #expect(dataset.train.inputs.columns == 10_000)
        #expect(dataset.title == "Reuters")
        #expect(dataset.nouns.samples == "wires")
        #expect(dataset.nouns.labels == "topics")
        #expect(dataset.reference.description == "reuters")
    }

    @Test func `has the wires that everybody knows`() throws {
        let texts = try #require(dataset.train.texts)
        #expect(
            texts[10].map(\.description).joined(separator: " ")
                == "1 245 273 207 156 53 74 160 26 14 46 296 26 39 74 2979 3554 14 46 4689 4329 86 61 3499 4795 14 "
                + "61 451 4329 17 12")
        #expect(dataset.train.labels[10] == 3)
        #expect(texts[100].count == 409)
        #expect(dataset.train.labels[100] == 20)
        #expect(dataset.train.labels.prefix(3) == [3, 4, 3])
        #expect(texts[0].count == 87)
        #expect(try sparse(dataset.train)[0].count == 57)
        let text = try #require(dataset.text(of: 0, in: dataset.train))
        #expect(text.hasPrefix("? ? ? said as a result of its december acquisition of space co"))
    }

    @Test func `has 30,979 words, of which “the” is the first`() throws {
        let vocabulary = try #require(dataset.vocabulary)
        #expect(vocabulary.words.count == 30_979 + 1)
        #expect(vocabulary.words[1] == "the")
        #expect(vocabulary[4] == "the")
        #expect(vocabulary.words.dropFirst().allSatisfy { !$0.isEmpty })
    }

    @Test(.enabled(if: RealFiles.has("reuters-protocol4.npz"), "\(RealFiles.reason)"))
    func `reads the same from a pickle of protocol 4`() throws {
        let folder = try TemporaryFolder()
        let sources = [
            "reuters.npz": "reuters-protocol4.npz", "reuters_word_index.json": "reuters_word_index.json",
        ]
        for (name, source) in sources {
            try FileManager.default.createSymbolicLink(
                atPath: folder.path + "/" + name, withDestinationPath: RealFiles.path(source))
        }
        let other = try Catalog.load(
            Term("reuters"), from: DataLocations(option: folder.path, environment: [:]))
        #expect(other.train == dataset.train)
        #expect(other.test == dataset.test)
    }

    @Test func `tells how far it has come, and stops where it is told to`() throws {
        var shares: [Double] = []
        struct Enough: Error {}
        #expect(throws: Enough.self) {
            try Catalog.load(Term("reuters"), from: RealFiles.locations) { share in
                shares.append(share)
                if shares.count == 3 { throw Enough() }
            }
        }
        #expect(shares.count == 3)
        #expect(shares == shares.sorted())
        #expect(shares.allSatisfy { (0...1).contains($0) })
    }
}
