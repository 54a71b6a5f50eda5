import Foundation
import Testing

@testable import Datasets

@Suite struct `load_data's arguments` {
    // The expected values are the results of Keras' load_data for the same lists
    // (Reference/make_load_data.py).
    private func arguments(_ change: (inout ReutersArguments) -> Void = { _ in }) -> ReutersArguments {
        var arguments = ReutersArguments()
        change(&arguments)
        return arguments
    }

    @Test func `have Keras' defaults, and the book's number of words`() throws {
        let standard = try ReutersArguments(text: "reuters")
        #expect(standard == ReutersArguments())
        #expect(standard.texts.numWords == 10_000)
        #expect(standard.texts.skipTop == 0)
        #expect(standard.texts.maxlen == nil)
        #expect(standard.testSplit == 0.2)
        #expect(standard.texts.seed == 113)
        #expect(standard.texts.startChar == 1)
        #expect(standard.texts.oovChar == 2)
        #expect(standard.texts.indexFrom == 3)
        #expect(standard.text == "reuters")
    }

    @Test(arguments: [
        "reuters(maxlen=80)", "reuters(num_words=none)", "reuters(num_words=500, skip_top=20, maxlen=80)",
        "reuters(test_split=0.25, seed=7, start_char=none, oov_char=none, index_from=0)",
        "reuters(seed=4294967295)",
    ])
    func `are written as they are read`(text: String) throws {
        #expect(try ReutersArguments(text: text).text == text)
    }

    @Test func `that are given but standard are not written`() throws {
        #expect(
            try ReutersArguments(text: "reuters(num_words=10000, maxlen=80)").text == "reuters(maxlen=80)")
    }

    @Test(arguments: [
        ("reuters(num_wrods=5)", "“reuters” has no argument “num_wrods”. Did you mean “num_words”?"),
        ("reuters(5)", "“reuters” has no argument “5”."),
        ("reuters(num_words=-1)", "“num_words” of “reuters” is -1, but must be from 0 to 1000000."),
        ("reuters(num_words=2000000)", "must be from 0 to 1000000."),
        ("reuters(num_words=1.5)", "“num_words” of “reuters” is 1.5, but must be a whole number or none."),
        ("reuters(num_words=many)", "must be a whole number or none."),
        ("reuters(skip_top=none)", "“skip_top” of “reuters” is none, but must be a number."),
        ("reuters(index_from=none)", "“index_from” of “reuters” is none, but must be a number."),
        ("reuters(test_split=1.5)", "“test_split” of “reuters” is 1.5, but must be from 0 to 1."),
        ("reuters(test_split=none)", "“test_split” of “reuters” is none, but must be a number."),
        ("reuters(seed=-1)", "“seed” of “reuters” is -1, but must be from 0 to 4294967295."),
        ("reuters(seed=4294967296)", "must be from 0 to 4294967295."),
    ])
    func `out of range or unknown are refused in words`(text: String, complaint: String) {
        let error = #expect(throws: TermError.self) { try ReutersArguments(text: text) }
        #expect(error?.description.contains(complaint) == true, "\(error?.description ?? "")")
    }
}

@Suite struct `load_data` {
    /// `load_data.json`, which Keras itself has written (`make_load_data.py`).
    struct Examples: Decodable {
        struct Case: Decodable {
            let arguments: String
            let xTrain: [[Int32]]
            let yTrain: [Int32]
            let xTest: [[Int32]]
            let yTest: [Int32]
        }

        let texts: [[Int32]]
        let labels: [Int32]
        let cases: [Case]

        var ranks: IntegerLists { IntegerLists(texts) }
    }

    let reference: Examples

    init() throws {
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        reference = try decoder.decode(
            Examples.self, from: Data(contentsOf: Reference.own("load_data.json")))
    }

    private func lists(_ texts: TokenSequences) -> [[Int32]] {
        (0..<texts.count).map { Array(texts[$0]) }
    }

    @Test func `returns what Keras returns, for every argument`() throws {
        #expect(reference.cases.count > 20)
        for expected in reference.cases {
            let arguments = try ReutersArguments(text: expected.arguments)
            let loaded = try arguments.apply(to: reference.ranks, labels: reference.labels)
            #expect(lists(loaded.train.texts) == expected.xTrain, "\(expected.arguments)")
            #expect(loaded.train.labels == expected.yTrain, "\(expected.arguments)")
            #expect(lists(loaded.test.texts) == expected.xTest, "\(expected.arguments)")
            #expect(loaded.test.labels == expected.yTest, "\(expected.arguments)")
            #expect(loaded.train.texts.tokens.allSatisfy { $0 < loaded.columns }, "\(expected.arguments)")
        }
    }

    @Test func `that leaves nothing over says so, and how much is needed`() throws {
        let arguments = try ReutersArguments(text: "reuters(maxlen=1)")
        let error = #expect(throws: DatasetError.self) {
            try arguments.apply(to: reference.ranks, labels: reference.labels)
        }
        let shortest = try #require(reference.texts.map(\.count).min()) + 1
        #expect(
            error?.description.hasPrefix(
                "reuters(maxlen=1) leaves no samples: the shortest has \(shortest) indices") == true)
        #expect(error?.description.hasSuffix("Give a maxlen of at least \(shortest + 1).") == true)
    }

    @Test func `tells as many words apart as it was asked to`() throws {
        func columns(_ text: String) throws -> Int {
            try ReutersArguments(text: text).apply(to: reference.ranks, labels: reference.labels).columns
        }
        #expect(try columns("reuters") == 10_000)
        #expect(try columns("reuters(num_words=10)") == 10)
        #expect(try columns("reuters(num_words=10, oov_char=40)") == 41)
        let greatest = try #require(reference.texts.flatMap(\.self).max()) + 3
        #expect(try columns("reuters(num_words=none)") == Int(greatest))
    }
}
