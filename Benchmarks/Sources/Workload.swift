import Datasets
import Training

/// A run to be measured; by default R: Reuters, 64-64-46, adam, batch 512, 20 epochs, 1,000 wires for validation.
struct Workload: Codable {
    /// The number of samples that are measured after each epoch.
    static let validation = 1000

    var name = "R"
    /// The units of the hidden layers.
    var hidden = [64, 64]
    var optimizer = "adam"
    var batchSize = 512
    var epochs = 20
    var threads = 1
    /// The number of words that have a column of their own.
    var words = 10_000
    /// The number of times that the training samples are repeated.
    var copies = 1
    /// The number of wires that are merged into each sample.
    var merged = 1

    /// The experiment on a data set that was loaded for it.
    func experiment(on dataset: Dataset) throws -> Experiment {
        let layers = hidden.map { Layer.dense($0, activation: .relu) }
        return Experiment(
            dataset: dataset.reference,
            model: Model(
                layers: layers + [.dense(dataset.classes.count, activation: .softmax)],
                optimizer: try .named(optimizer)),
            settings: TrainingSettings(
                batchSize: batchSize, epochs: epochs, validation: Self.validation, threads: threads))
    }
}
