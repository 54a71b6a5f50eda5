import References
import Testing

@testable import Datasets

/// An entry of `datasets.json` about grey images.
struct ImageVectors {
    private let item: JSON

    init(_ item: JSON) {
        self.item = item
    }

    func compare(_ dataset: Dataset, _ comparison: Comparison) throws {
        for (key, expected) in item.members.sorted(by: { $0.key < $1.key }) {
            // An entry without “train_” in front is about the images to learn from, too.
            let split = key.hasPrefix("test_") ? dataset.test : dataset.train
            let fact =
                ["train_", "test_"].first(where: key.hasPrefix).map { key.dropFirst($0.count) } ?? key[...]
            guard case .dense(let pixels) = split.inputs else {
                Issue.record("the images are not dense")
                return
            }
            func same(_ numbers: [some BinaryInteger]) { comparison.expectSame(numbers, expected, key) }
            switch fact {
            case "shape": same([pixels.count, MNIST.side, pixels.columns / MNIST.side])
            case "dtype":
                comparison.expectSame(pixels.values.areBytes ? "uint8" : "no bytes", expected.text, key)
            case "first20_labels": same(Array(split.labels.prefix(20)))
            case "pixel_sum": same([Int(pixels.values.sum)])
            case "label_counts": same(split.classCounts(dataset.classes.count))
            default: Issue.record("datasets.json, \(comparison.name), has an unknown fact “\(key)”")
            }
        }
    }
}
