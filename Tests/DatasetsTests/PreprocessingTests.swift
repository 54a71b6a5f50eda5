import References
import Testing

@testable import Datasets

@Suite struct `Preprocessing of numbers` {
    /// `preprocessing.json`, which numpy has worked out (`make_preprocessing.py`).
    let numbers: JSON

    init() throws {
        numbers = try JSON(text: String(contentsOf: Reference.own("preprocessing.json"), encoding: .utf8))
    }

    private func rows(_ key: String) throws -> DenseRows {
        DenseRows(columns: 3, values: try #require(numbers[key]).floats)
    }

    private func dataset() throws -> Dataset {
        let targets = try #require(numbers["targets"]).floats
        return Dataset(
            reference: Term("places"), title: "places", classes: [],
            train: Split(
                inputs: .dense(try rows("train")), targets: .values(DenseRows(columns: 1, values: targets))),
            test: Split(
                inputs: .dense(try rows("test")),
                targets: .values(DenseRows(columns: 1, values: Array(targets.prefix(3))))),
            features: [Feature("latitude", unit: "°"), Feature("rooms"), Feature("share")],
            values: [Feature("price", unit: "$")])
    }

    private func inputs(_ split: Split) -> DenseRows? {
        guard case .dense(let rows) = split.inputs else { return nil }
        return rows
    }

    private func expectClose(
        _ actual: DenseRows?, _ expected: [Float], sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let actual = try #require(actual).values
        #expect(actual.count == expected.count, sourceLocation: sourceLocation)
        for (one, other) in zip(actual, expected) {
            #expect(abs(one - other) <= 1e-6 + 1e-6 * abs(other), sourceLocation: sourceLocation)
        }
    }

    @Test func `normalizes both splits by the mean and deviation of the training split, as numpy does`()
        throws
    {
        let dataset = try dataset().preprocessed(by: [.normalize])
        try expectClose(inputs(dataset.train), #require(numbers["train_normalized"]).floats)
        try expectClose(inputs(dataset.test), #require(numbers["test_normalized"]).floats)
        #expect(dataset.preprocessing == [.normalize])
    }

    @Test func `divides inputs and targets`() throws {
        let dataset = try dataset().preprocessed(by: [.divide(255), .divideTargets(100_000)])
        try expectClose(inputs(dataset.train), #require(numbers["train_divided"]).floats)
        guard case .values(let targets) = dataset.train.targets else {
            Issue.record("the targets are no numbers")
            return
        }
        try expectClose(targets, #require(numbers["targets_divided"]).floats)
        #expect(
            dataset.values[0].measured(targets.values[0]).rounded()
                == Double(try #require(numbers["targets"]).floats[0]))
        #expect(dataset.values[0].measured(difference: 0.31) == 31_000)
    }

    @Test(
        arguments: [
            [.normalize], [.divide(255)], [.divide(10), .normalize], [.normalize, .divide(4)],
            [.first(train: 4, test: 2), .normalize],
        ] as [[Preprocessing]])
    func `lets features get back to what was measured`(steps: [Preprocessing]) throws {
        let original = try rows("train")
        let dataset = try dataset().preprocessed(by: steps)
        let changed = try #require(inputs(dataset.train))
        for row in 0..<changed.count {
            for (column, feature) in dataset.features.enumerated() {
                let measured = Double(original[row][row * 3 + column])
                let back = feature.measured(changed[row][row * 3 + column])
                #expect(abs(back - measured) <= 1e-5 * max(1, abs(measured)), "\(feature.name) of row \(row)")
            }
        }
    }

    @Test func `keeps the first samples of each split, and no more than there are`() throws {
        let few = try dataset().preprocessed(by: [.first(train: 4, test: 100)])
        #expect(few.train.count == 4)
        #expect(few.test.count == 3)
        #expect(inputs(few.train) == (try rows("train").rows(0..<4)))
    }

    @Test func `keeps the texts of the samples that it keeps`() throws {
        let texts = TokenSequences(offsets: [0, 2, 3, 5], tokens: [1, 2, 1, 2, 3])
        let split = Split(inputs: .sparse(texts.multiHot(columns: 4)), labels: [0, 1, 0], texts: texts)
        let dataset = Dataset(
            reference: Term("words"), title: "words", classes: ["no", "yes"], train: split, test: split)
        let few = try dataset.preprocessed(by: [.first(train: 2, test: 1)])
        #expect(few.train.labels == [0, 1])
        #expect(few.train.texts?.tokens == [1, 2, 1])
        #expect(few.test.inputs.count == 1)
        for step in [.normalize, .divide(2)] as [Preprocessing] {
            let error = #expect(throws: PreprocessingError.self) { try dataset.preprocessed(by: [step]) }
            #expect(error?.description.contains("those of words are texts. Leave it out.") == true)
        }
    }

    @Test func `leaves a column alone that is always the same`() throws {
        let rows = DenseRows(columns: 2, values: [7, 1, 7, 3])
        let split = Split(inputs: .dense(rows), labels: [0, 1])
        let dataset = try Dataset(
            reference: Term("rows"), title: "rows", classes: ["a", "b"], train: split, test: split
        ).preprocessed(by: [.normalize])
        #expect(inputs(dataset.train)?.values == [0, -1, 0, 1])
        let error = #expect(throws: PreprocessingError.self) {
            try dataset.preprocessed(by: [.divideTargets(10)])
        }
        #expect(error?.description.contains("those of rows are classes. Leave it out.") == true)
    }

    @Test(arguments: [
        "normalize", "divide(255)", "divide_targets(100000)", "first(train=6000, test=1000)",
    ])
    func `is written as it is read`(text: String) throws {
        #expect(try Preprocessing(text: text).text == text)
    }

    @Test(arguments: [
        ("divide", "by"), ("divide(0)", "a number other than 0"), ("first(train=10)", "test"),
        ("first(train=0, test=1)", "at least 1"), ("normalise", "Did you mean “normalize”?"),
        ("normalize(2)", "2"),
    ])
    func `refuses other texts in words`(text: String, complaint: String) {
        let error = #expect(throws: TermError.self) { try Preprocessing(text: text) }
        #expect(error?.description.contains(complaint) == true, "\(error?.description ?? "")")
    }

    @Test(arguments: [
        ("scale", "Choose one of normalize, divide, divide_targets, first, none."),
        ("nine", "Did you mean “none”?"),
        ("none", "expected it alone, or the steps without it."),
    ])
    func `is told with all names there are, none among them`(name: String, advice: String) {
        #expect {
            try Preprocessing(term: Term(name))
        } throws: {
            "\($0)".hasSuffix(advice)
        }
    }
}
