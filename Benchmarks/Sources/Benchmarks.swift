import Datasets
import Foundation
import Training

/// Prints one line a measurement: what was done, how long it took, and how big it was.
///
///     swift run -c release Benchmarks [DATA-FOLDER [WORDS]]
///
/// With words, only the measurements are made whose name has them.
@main
struct Benchmarks {
    static func main() throws {
        let folder = CommandLine.arguments.dropFirst().first
        let locations = DataLocations(option: folder, environment: ProcessInfo.processInfo.environment)
        let entry = Catalog.preferred(in: locations)
        let dataset = try entry.load(Term(entry.name), from: locations) { _ in }
        print(
            "\(dataset.title): \(dataset.train.count) training samples, \(dataset.classes.count) classes, "
                + "kernels at level \(Machine.vectorLevel)")
        for optimizer in Optimizer.names {
            try measure("64-64, \(optimizer)", layers: [64, 64], optimizer, dataset)
        }
        try measure("512-512, adam", layers: [512, 512], "adam", epochs: 3, dataset)
    }

    /// Trains a model five times and prints the median.
    private static func measure(
        _ what: String, layers: [Int], _ optimizer: String, epochs: Int = 20, _ dataset: Dataset
    ) throws {
        if let words = CommandLine.arguments.dropFirst(2).first, !what.contains(words) { return }
        var model = Model.book(classes: dataset.classes.count)
        model.layers = layers.map { .dense($0, activation: .relu) } + [model.layers[2]]
        model.optimizer = try Optimizer.named(optimizer)
        let experiment = Experiment(
            dataset: dataset.reference, model: model, settings: TrainingSettings(epochs: epochs))
        let reports = try (0..<5).map { _ in try HeadlessRun(experiment, dataset: dataset).run() }
        let seconds = reports.map(\.seconds.fitCPU).sorted()[2]
        let samples = Double(epochs * (dataset.train.count - experiment.settings.validation))
        print(
            "\(what): \(String(format: "%.3f", seconds)) processor s for \(epochs) epochs, "
                + "\(Int(samples / seconds)) samples/s, test accuracy "
                + String(format: "%.4f", reports[0].test.accuracy ?? .nan))
    }
}
