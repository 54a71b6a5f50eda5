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
            "The units of each hidden layer, none where it is empty (softmax regression); the last layer follows from the data.",
            valueName: "n,n"))
    var layers = "64,64"

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

    @Option(
        help: ArgumentHelp(
            "Also measure how often the truth is among the likeliest k; not where k is 0 or 1.",
            valueName: "k"))
    var topK = 3

    @Option(help: ArgumentHelp("Decides the first weights and the order of the samples.", valueName: "n"))
    var seed: UInt64 = 1

    @Option(
        help: ArgumentHelp(
            "Accepted for scripts that give it; at present one thread works, whatever the number.",
            valueName: "n"))
    var threads = 1

    /// The data set as text that loads it.
    func reference() throws -> Term {
        guard let dataset else { return Term(Catalog.preferred(in: data.locations).name) }
        let term = try Term(parsing: dataset)
        _ = try Catalog.entry(named: term.name)
        return term
    }

    /// The experiment, once it is known how many classes there are to tell apart.
    ///
    /// - Parameters:
    ///   - reference: The data set.
    ///   - classes: How many units the last layer needs.
    /// - Returns: The experiment, not yet checked against the data.
    /// - Throws: A `TermError` or a usage error for an option that can't be read.
    func experiment(on reference: Term, classes: Int) throws -> Experiment {
        let hidden = try Activation(text: activation)
        let loss = try Loss(text: self.loss)
        var optimizer = try Optimizer(text: self.optimizer)
        if let learningRate { optimizer.learningRate = learningRate }
        guard topK >= 0 else {
            throw ValidationError(
                "--top-k is \(topK), but must be at least 0; 0 and 1 measure only accuracy.")
        }
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
        if layers.allSatisfy(\.isWhitespace) { return [] }
        return try layers.split(separator: ",", omittingEmptySubsequences: false).map { text in
            guard let units = Int(text.trimmingCharacters(in: .whitespaces)), units > 0 else {
                throw ValidationError(
                    "“\(layers)” in --layers can't be read: write numbers of units, as in 64,64.")
            }
            return units
        }
    }
}
