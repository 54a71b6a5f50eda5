import Datasets
import Foundation

@testable import Training

/// Small made-up data: each class has a word of its own besides random ones.
func madeUpDataset(samples: Int = 200, classes: Int = 4, words: Int = 50, dense: Bool = false) -> Dataset {
    var random = Random(seed: 99, stream: 0)
    func split(_ count: Int) -> Split {
        let labels = (0..<count).map { _ in Int32(random.below(UInt32(classes))) }
        let rows = labels.map { label in
            (0..<words).map { word in
                word == Int(label) || random.below(8) == 0 ? Float(1) : 0
            }
        }
        return Split(inputs: dense ? .dense(rows.dense) : .sparse(rows.sparse), labels: labels)
    }
    return Dataset(
        reference: Term("made_up"), title: "made-up samples", classes: (0..<classes).map { "class \($0)" },
        train: split(samples), test: split(samples / 2))
}

/// A small experiment on made-up data.
func madeUpExperiment(
    _ dataset: Dataset, layers: [Int] = [8], optimizer: Optimizer = .adam, epochs: Int = 3,
    validation: Int = 40,
    batchSize: Int = 32, seed: UInt64 = 1
) -> Experiment {
    Experiment(
        dataset: dataset.reference,
        model: Model(
            layers: layers.map { .dense($0, activation: .relu) } + [
                .dense(dataset.classes.count, activation: .softmax)
            ],
            optimizer: optimizer, metrics: [.accuracy, .topK(2)]),
        settings: TrainingSettings(batchSize: batchSize, epochs: epochs, validation: validation, seed: seed))
}

/// The real newswires, if this machine has them: in `$NNBOARD_DATA`, or in `shared/data` next to the package.
enum RealData {
    static let missing: String =
        "needs reuters.npz and reuters_word_index.json in $NNBOARD_DATA or in shared/data beside the package"

    static let locations: DataLocations = {
        let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        let beside = package.deletingLastPathComponent().appending(path: "shared/data").path
        var environment = ProcessInfo.processInfo.environment
        if environment["NNBOARD_DATA"] == nil { environment["NNBOARD_DATA"] = beside }
        return DataLocations(environment: environment)
    }()

    static let isThere = locations.have(Reuters().files)

    /// Read once for all tests.
    private static let loaded = Result { try Reuters().load(Term("reuters"), from: locations) { _ in } }

    static func load() throws -> Dataset { try loaded.get() }
}

extension Float {
    var logarithm: Float { Float(log(Double(self))) }
}
