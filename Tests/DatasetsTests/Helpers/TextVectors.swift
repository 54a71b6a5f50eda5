import References
import Testing

@testable import Datasets

/// An entry of `datasets.json` about texts.
struct TextVectors {
    private let item: JSON

    init(_ item: JSON) {
        self.item = item
    }

    func compare(_ dataset: Dataset, _ comparison: Comparison) throws {
        for (part, split) in [("train", dataset.train), ("test", dataset.test)] {
            let facts = try #require(item[part], "there is no “\(part)”").members
            #expect(!facts.isEmpty)
            for (key, expected) in facts.sorted(by: { $0.key < $1.key }) {
                try compare(split, key, expected, classes: dataset.classes.count, comparison, part)
            }
        }
    }

    private func compare(
        _ split: Split, _ key: String, _ expected: JSON, classes: Int, _ comparison: Comparison,
        _ part: String
    ) throws {
        let texts = try #require(split.texts)
        let lengths = (0..<texts.count).map { Int32(texts[$0].count) }
        func same(_ numbers: [some BinaryInteger]) {
            comparison.expectSame(numbers, expected, "\(part), \(key)")
        }
        func sameChecksum(_ numbers: [Int32]) {
            comparison.expectSame(Self.sha256(numbers), expected.text, "\(part), \(key)")
        }
        switch key {
        case "samples": same([split.count])
        case "first20_labels": same(Array(split.labels.prefix(20)))
        case "first20_lengths": same(Array(lengths.prefix(20)))
        case "total_tokens": same([texts.tokens.count])
        case "multi_hot_nonzeros":
            guard case .sparse(let rows) = split.inputs else {
                Issue.record("\(part): the rows are not sparse")
                return
            }
            same([rows.indices.count])
        case "tokens_sha256_int32_le": sameChecksum(texts.tokens)
        case "lengths_sha256_int32_le": sameChecksum(lengths)
        case "labels_sha256_int32_le": sameChecksum(split.labels)
        case "label_counts": same(split.classCounts(classes))
        default:
            // sequence10 and the like: a text by its number, or its checksum.
            let parts = key.dropFirst("sequence".count).split(separator: "_", maxSplits: 1)
            let index = try #require(
                key.hasPrefix("sequence") ? parts.first.flatMap { Int($0) } : nil,
                "\(part) has an unknown fact “\(key)”")
            try #require(index < texts.count)
            parts.count == 1 ? same(Array(texts[index])) : sameChecksum(Array(texts[index]))
        }
    }

    /// The checksum of numbers as little-endian 32-bit integers, which is how they stand in memory.
    static func sha256(_ numbers: [Int32]) -> String {
        var sum = SHA256()
        numbers.withUnsafeBytes { sum.update($0) }
        return sum.hexadecimal()
    }
}
