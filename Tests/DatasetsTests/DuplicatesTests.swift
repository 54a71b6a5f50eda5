import Testing

@testable import Datasets

@Suite struct `Samples that are alike` {
    private func dataset(train: [([Int32], Int32)], test: [([Int32], Int32)]) -> Dataset {
        func split(_ samples: [([Int32], Int32)]) -> Split {
            var texts = TokenSequences()
            for sample in samples { texts.append(sample.0) }
            return Split(
                inputs: .sparse(texts.multiHot(columns: 10)), labels: samples.map(\.1), texts: texts)
        }
        return Dataset(
            reference: Term("made_up"), title: "made-up texts", classes: ["a", "b"], train: split(train),
            test: split(test))
    }

    @Test func `are found within a split and across the two, those with different labels first`() {
        let duplicates = Duplicates(
            in: dataset(
                train: [([1, 2], 0), ([3], 1), ([2, 1], 0), ([1, 2], 0), ([4, 4], 1)],
                test: [([4, 4], 0), ([3], 1), ([4], 0)]))
        typealias Member = Duplicates.Member
        #expect(
            duplicates.groups.map(\.members) == [
                [Member(isTest: false, row: 4, label: 1), Member(isTest: true, row: 0, label: 0)],
                [Member(isTest: false, row: 0, label: 0), Member(isTest: false, row: 3, label: 0)],
                [Member(isTest: false, row: 1, label: 1), Member(isTest: true, row: 1, label: 1)],
            ])
        #expect(duplicates.contradictions.count == 1)
        #expect(duplicates.groups.map(\.isLeak) == [true, false, true])
        #expect(duplicates.leakedTestSamples == 2)
    }

    @Test func `are none where all differ, in words or in their order`() {
        let duplicates = Duplicates(in: dataset(train: [([1, 2], 0), ([2, 1], 0)], test: [([], 1)]))
        #expect(duplicates.groups.isEmpty)
    }

    @Test func `are compared by their numbers where they are no texts`() {
        func split(_ values: [Float], _ targets: [Float]) -> Split {
            Split(
                inputs: .dense(DenseRows(columns: 2, values: values)),
                targets: .values(DenseRows(columns: 1, values: targets)))
        }
        let dataset = Dataset(
            reference: Term("made_up"), title: "numbers", classes: [],
            train: split([1, 2, 3, 4, 1, 2], [0, 0, 0]), test: split([3, 4.5], [0]))
        let duplicates = Duplicates(in: dataset)
        #expect(duplicates.groups.map { $0.members.map(\.row) } == [[0, 2]])
        #expect(duplicates.contradictions.isEmpty)
    }
}
