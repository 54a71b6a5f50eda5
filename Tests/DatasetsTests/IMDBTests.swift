import Foundation
import Testing

@testable import Datasets

@Suite struct `IMDB's load_data` {
    /// `load_imdb.json`, which Keras itself has written (`make_load_imdb.py`).
    struct Examples: Decodable {
        struct Parts<Value: Decodable>: Decodable {
            let train: Value
            let test: Value
        }

        struct Case: Decodable {
            let arguments: String
            let xTrain: [[Int32]]
            let yTrain: [Int32]
            let xTest: [[Int32]]
            let yTest: [Int32]
        }

        let texts: Parts<[[Int32]]>
        let labels: Parts<[Int32]>
        let cases: [Case]

        var train: LabelledTexts { LabelledTexts(ranks: .init(texts.train), labels: labels.train) }
        var test: LabelledTexts { LabelledTexts(ranks: .init(texts.test), labels: labels.test) }
    }

    let examples: Examples

    init() throws {
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        examples = try decoder.decode(Examples.self, from: Data(contentsOf: Reference.own("load_imdb.json")))
    }

    private func lists(_ texts: TokenSequences) -> [[Int32]] {
        (0..<texts.count).map { Array(texts[$0]) }
    }

    @Test func `returns what Keras returns, for every argument`() throws {
        #expect(examples.cases.count > 10)
        for expected in examples.cases {
            let arguments = try IMDBArguments(text: expected.arguments)
            let loaded = try arguments.apply(train: examples.train, test: examples.test)
            #expect(lists(loaded.train.texts) == expected.xTrain, "\(expected.arguments)")
            #expect(loaded.train.labels == expected.yTrain, "\(expected.arguments)")
            #expect(lists(loaded.test.texts) == expected.xTest, "\(expected.arguments)")
            #expect(loaded.test.labels == expected.yTest, "\(expected.arguments)")
            #expect(loaded.test.texts.tokens.allSatisfy { $0 < loaded.columns }, "\(expected.arguments)")
        }
    }

    @Test(arguments: ["imdb", "imdb(num_words=none)", "imdb(maxlen=80, seed=7, start_char=none)"])
    func `has arguments that are written as they are read`(text: String) throws {
        #expect(try IMDBArguments(text: text).text == text)
    }

    @Test func `has no share of samples to choose, since the files have two parts`() {
        let error = #expect(throws: TermError.self) { try IMDBArguments(text: "imdb(test_split=0.2)") }
        #expect(error?.description.contains("“imdb” has no argument “test_split”") == true)
    }

    @Test func `that leaves one part empty says so, and how much is needed`() throws {
        let arguments = try IMDBArguments(text: "imdb(maxlen=1)")
        let error = #expect(throws: DatasetError.self) {
            try arguments.apply(train: examples.train, test: examples.test)
        }
        #expect(error?.description.hasPrefix("imdb(maxlen=1) leaves no samples") == true)
    }
}

@Suite(.enabled(if: RealFiles.has("imdb.npz", "imdb_word_index.json"), "\(RealFiles.reason)"))
struct `IMDB, from Keras' files,` {
    @Test func `has reviews that begin as everybody knows, and lengths as described`() throws {
        let dataset = try IMDB().load(Term("imdb"), from: RealFiles.locations) { _ in }
        let texts = [try #require(dataset.train.texts), try #require(dataset.test.texts)]
        #expect(dataset.train.inputs.columns == 10_000)
        #expect(dataset.classes == ["negative", "positive"])
        #expect(texts[0][0].prefix(7) == [1, 14, 22, 16, 43, 530, 973])
        #expect(texts[0][1].count == 189)
        #expect(texts.flatMap(\.tokens).max() == 9999)
        #expect(dataset.test.labels.prefix(10) == [0, 1, 1, 0, 1, 1, 1, 0, 0, 1])
        let first = try #require(dataset.text(of: 0, in: dataset.train))
        #expect(first.hasPrefix("? this film was just brilliant casting location scenery story direction"))

        let lengths = texts.flatMap { texts in (0..<texts.count).map { Double(texts[$0].count) } }
        let mean = lengths.reduce(0, +) / 50_000
        let squares = lengths.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        #expect(mean == 234.75892)
        #expect(abs((squares / 50_000).squareRoot() - 172.911495) < 1e-6)
        for (maxlen, train, test) in [(50, 477, 558), (100, 2773, 2963), (200, 14_244, 14_669)] {
            #expect(lengths[..<25_000].count { $0 < Double(maxlen) } == train)
            #expect(lengths[25_000...].count { $0 < Double(maxlen) } == test)
        }
    }
}

@Suite struct `IMDB, from faulty files,` {
    private func load(_ archive: ZipWriter) throws -> Dataset {
        let folder = try TemporaryFolder()
        try folder.write(archive.bytes, to: "imdb.npz")
        try folder.write(Array("{\"the\": 1}".utf8), to: "imdb_word_index.json")
        return try IMDB().load(
            Term("imdb"), from: DataLocations(option: folder.path, environment: [:])
        ) { _ in }
    }

    /// Twice the same four short texts, with the labels given.
    private func archive(_ train: [Int64], _ test: [Int64]) throws -> ZipWriter {
        let texts = try Zip(reference("lists-stored.npz")).contents(of: "x.npy").bytes
        return ZipWriter(
            .init(name: "x_train.npy", bytes: texts), .init(name: "y_train.npy", bytes: Bytes.npy(train)),
            .init(name: "x_test.npy", bytes: texts), .init(name: "y_test.npy", bytes: Bytes.npy(test)))
    }

    @Test func `is read where they are right`() throws {
        let dataset = try load(archive([0, 1, 1, 0], [1, 1, 1, 0]))
        #expect(dataset.train.labels.sorted() == [0, 0, 1, 1])
        #expect(dataset.test.labels.sorted() == [0, 1, 1, 1])
        #expect(dataset.reference.description == "imdb")
    }

    @Test func `refuses labels that are no sentiments, and lacking members`() throws {
        #expect(
            complaint { try load(archive([0, 1, 1, 0], [1, 1, 2, 0])) }
                == "y_test, number 2: 2 is no sentiment, since they run from 0 to 1")
        #expect(
            complaint { try load(archive([0, 1, 1], [1, 1, 1, 0])) }
                .hasPrefix("x_train has shape (4,), y_train (3,)"))
        let half = try ZipWriter(archive([0, 1, 1, 0], []).members[0])
        #expect(complaint { try load(half) }.contains("has no member y_train.npy"))
    }
}
