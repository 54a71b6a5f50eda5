import References
import Testing

@testable import Datasets

/// An entry of `datasets.json` about rows of numbers, each with a number to be predicted.
struct TableVectors {
    private let item: JSON

    init(_ item: JSON) {
        self.item = item
    }

    func compare(_ dataset: Dataset, file: String, _ comparison: Comparison) throws {
        let (train, test) = (try Table(dataset.train), try Table(dataset.test))
        let row = item["row"]?.integer ?? 0
        try #require(row < train.inputs.count && row < test.inputs.count)
        for (key, expected) in item.members.sorted(by: { $0.key < $1.key }) {
            func same(_ numbers: [Int]) { comparison.expectSame(numbers, expected, key) }
            func near(_ numbers: [Double]) { comparison.expect(numbers, expected.numbers, key) }
            func near(_ numbers: ArraySlice<Float>) { near(numbers.map(Double.init)) }
            switch key {
            case "row", "seed", "test_split", "version": break
            case "dtype": comparison.expectSame(try Self.type(of: file), expected.text, key)
            case "train_shape": same([train.inputs.count, train.inputs.columns])
            case "test_shape": same([test.inputs.count, test.inputs.columns])
            case "train_row": near(train.inputs[row])
            case "test_row": near(test.inputs[row])
            case "train_target": near(train.targets[row])
            case "test_target": near(test.targets[row])
            case "train_mean": near(train.moments.map(\.mean))
            case "train_std": near(train.moments.map(\.deviation))
            case "test_mean": near(test.moments.map(\.mean))
            case "test_std": near(test.moments.map(\.deviation))
            case "target_mean": near([Table.moments(train.targets.values.map(Double.init)).mean])
            default: Issue.record("datasets.json, \(comparison.name), has an unknown fact “\(key)”")
            }
        }
    }

    /// numpy's name for the type in which an archive keeps `x`.
    private static func type(of file: String) throws -> String {
        try NpyArray("x", of: Zip(reading: RealFiles.path(file))).type.name
    }
}

/// Inputs and targets as they are, with the moments of each column.
private struct Table {
    let inputs: DenseRows
    let targets: DenseRows

    init(_ split: Split) throws {
        guard case .dense(let inputs) = split.inputs, case .values(let targets) = split.targets else {
            throw WrongForm()
        }
        (self.inputs, self.targets) = (inputs, targets)
    }

    struct WrongForm: Error, CustomStringConvertible {
        let description = "the rows are not dense, or the targets no numbers"
    }

    /// Each column's mean and standard deviation, as numpy works them out.
    var moments: [(mean: Double, deviation: Double)] {
        (0..<inputs.columns).map { column in
            Self.moments((0..<inputs.count).map { Double(inputs.values[$0 * inputs.columns + column]) })
        }
    }

    static func moments(_ numbers: [Double]) -> (mean: Double, deviation: Double) {
        let count = Double(numbers.count)
        let mean = numbers.reduce(0, +) / count
        let squares = numbers.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        return (mean, (squares / count).squareRoot())
    }
}
