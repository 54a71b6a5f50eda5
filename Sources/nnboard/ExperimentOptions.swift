import ArgumentParser
import Datasets
import Foundation
import Training

/// Where data comes from.
struct DataOptions: ParsableArguments {
    @Option(help: ArgumentHelp("A folder to look for data files in first.", valueName: "dir"))
    var data: String?

    var locations: DataLocations {
        DataLocations(option: data, environment: ProcessInfo.processInfo.environment)
    }
}

/// What is trained, on what, and how.
struct ExperimentOptions: ParsableArguments {
    @OptionGroup var data: DataOptions

    @Option(
        help: ArgumentHelp(
            "The data set, one of \(Catalog.entries.map(\.name).joined(separator: ", ")); by default the first whose files are found.",
            valueName: "name"))
    var dataset: String?

    @Option(
        help: ArgumentHelp(
            "The units of each hidden layer; the last layer follows from the data.", valueName: "n,n"))
    var layers = bookLayers

    /// The hidden layers of the book's network (section 4.2).
    static let bookLayers = "64,64"

    @Option(
        help: ArgumentHelp(
            "The hidden layers' activation: \(Activation.names.joined(separator: ", ")).", valueName: "name"))
    var activation = "relu"

    @Option(
        help: ArgumentHelp(
            "\(Optimizer.names.joined(separator: ", ")), with settings as in adam(beta_1=0.8).",
            valueName: "name"))
    var optimizer = "adam"

    @Option(help: ArgumentHelp("The size of a step; by default the optimizer's own.", valueName: "x"))
    var learningRate: Double?

    @Option(
        help: ArgumentHelp(
            "\(Loss.names.joined(separator: ", ")); with (from_logits=true) the last layer is linear.",
            valueName: "name"))
    var loss = "categorical_crossentropy"

    @Option(help: ArgumentHelp("How many samples go into a step.", valueName: "n"))
    var batchSize = 512

    @Option(help: ArgumentHelp("How often all training samples are gone through.", valueName: "n"))
    var epochs = 20

    @Option(
        help: ArgumentHelp(
            "How many training samples, the first ones, are set aside for validation.", valueName: "n"))
    var validation = 1000

    @Option(help: ArgumentHelp("Also measure how often the truth is among the likeliest k.", valueName: "k"))
    var topK = 3

    @Option(help: ArgumentHelp("Decides the first weights and the order of the samples.", valueName: "n"))
    var seed: UInt64 = 1

    @Option(help: ArgumentHelp("How many threads work at a step.", valueName: "n"))
    var threads = 1

    /// The data set as text that loads it.
    func reference() throws -> Term {
        guard let dataset else { return Term(Catalog.preferred(in: data.locations).name) }
        let term = try usage { try Term(parsing: dataset) }
        _ = try usage { try Catalog.entry(named: term.name) }
        return term
    }

    /// The experiment, once it is known how many classes there are to tell apart.
    ///
    /// - Parameters:
    ///   - reference: The data set.
    ///   - classes: How many units the last layer needs.
    /// - Returns: The experiment, not yet checked against the data.
    /// - Throws: A usage error for a name that can't be read.
    func experiment(on reference: Term, classes: Int) throws -> Experiment {
        let hidden = try usage { try Activation(text: activation) }
        let loss = try usage { try Loss(text: self.loss) }
        var optimizer = try usage { try Optimizer(text: self.optimizer) }
        if let learningRate { optimizer.learningRate = learningRate }
        let last = Layer.dense(classes, activation: loss.fromLogits ? .linear : .softmax)
        return Experiment(
            dataset: reference,
            model: Model(
                layers: try units().map { .dense($0, activation: hidden) } + [last], loss: loss,
                optimizer: optimizer, metrics: topK > 1 ? [.accuracy, .topK(topK)] : [.accuracy]),
            settings: TrainingSettings(
                batchSize: batchSize, epochs: epochs, validation: validation, seed: seed, threads: threads))
    }

    private func units() throws -> [Int] {
        try layers.split(separator: ",").map { text in
            guard let units = Int(text.trimmingCharacters(in: .whitespaces)), units > 0 else {
                throw ValidationError(
                    "“\(layers)” in --layers can't be read: write numbers of units, as in 64,64.")
            }
            return units
        }
    }

    /// Reads something that a person has typed; what can't be read is a usage error.
    private func usage<T>(_ read: () throws -> T) throws -> T {
        do { return try read() } catch { throw ValidationError("\(error)") }
    }
}
