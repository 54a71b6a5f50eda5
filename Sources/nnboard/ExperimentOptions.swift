import ArgumentParser
import Datasets
import Training

/// What is trained, on what, and how.
struct ExperimentOptions: ParsableArguments {
    @OptionGroup var data: DataOptions

    @Option(
        help: ArgumentHelp(
            "The data set, one of \(Catalog.entries.map(\.name).joined(separator: ", ")); by default the first whose files are found.",
            valueName: "name"), completion: .datasets)
    var dataset: String?

    @OptionGroup var network: NetworkOptions

    @Option(
        help: ArgumentHelp(
            "\(Optimizer.names.joined(separator: ", ")), with settings as in adam(beta_1=0.8).",
            valueName: "name"), completion: .list(Optimizer.names))
    var optimizer = "adam"

    @Option(
        help: ArgumentHelp(
            """
            The size of a step, a number or one of \(LearningRateSchedule.names.joined(separator: ", ")), as in \
            CosineDecay(0.01, 320); by default the optimizer's own.
            """,
            valueName: "x"), completion: .list(LearningRateSchedule.names))
    var learningRate: String?

    @Option(
        help: ArgumentHelp(
            """
            \(Loss.names.joined(separator: ", ")); with (from_logits=true) the last layer is linear. By default \
            \(Loss.categoricalCrossentropy().name) for classes and \(Loss.meanSquaredError.name) for numbers.
            """,
            valueName: "name"), completion: .list(Loss.names))
    var loss: String?

    @Option(
        help: ArgumentHelp(
            """
            What is measured beside the loss, by default accuracy for classes and mean_absolute_error for numbers: \
            \(Metric.names.joined(separator: ", ")).
            """,
            valueName: "name,name"), completion: .several(of: Metric.names))
    var metrics: String?

    @Option(
        help: ArgumentHelp(
            """
            Also measure how often the truth is among the likeliest k; not where k is 0 or 1. By default 3 where \
            there are more classes than that, and no --metrics.
            """,
            valueName: "k"))
    var topK: Int?

    @Option(
        help: ArgumentHelp(
            """
            What watches the run and steps in, as in EarlyStopping(patience=2): \
            \(Callback.names.joined(separator: ", ")). May be given several times.
            """,
            valueName: "name,name"), completion: .several(of: Callback.names))
    var callbacks: [String] = []

    @Option(
        help: ArgumentHelp(
            "How many samples go into a step; by default 512, and fewer where there are few samples.",
            valueName: "n"))
    var batchSize: Int?

    @Option(
        help: ArgumentHelp(
            "How often all training samples are gone through; by default 20, more where there are few samples, and "
                + "5 for pictures.", valueName: "n"))
    var epochs: Int?

    @Option(
        help: ArgumentHelp(
            "How many training samples, the first ones, are set aside for validation; by default 1000, or a fifth.",
            valueName: "n"))
    var validation: Int?

    @Option(help: ArgumentHelp("Decides the first weights and the order of the samples.", valueName: "n"))
    var seed: UInt64 = 1

    @Option(
        help: ArgumentHelp(
            "How many threads work at a step; they never change a result.", valueName: "n"))
    var threads = 1

    /// The data set as text that loads it.
    func reference() throws -> Term {
        guard let dataset else { return Term(Catalog.preferred(in: data.locations).name) }
        let term = try Term(parsing: dataset)
        _ = try Catalog.entry(named: term.name)
        return term
    }

    /// The experiment, once it is known what there is to learn.
    ///
    /// - Parameters:
    ///   - reference: The data set.
    ///   - dataset: The loaded data, from which follows what nobody chose; where they are not there yet, the target
    ///     is one of many classes, and the last layer has a single unit for the time being.
    /// - Returns: The experiment, not yet checked against the data.
    /// - Throws: A `TermError` or a usage error for an option that can't be read.
    func experiment(on reference: Term, for dataset: Dataset? = nil) throws -> Experiment {
        let standard = dataset.map { Experiment.standard(for: $0) }
        let metrics = try chosenMetrics(for: dataset?.target ?? .classes(.max))
        let target = dataset?.target ?? .classes(1)
        let chosenLoss = try self.loss.map(Loss.init(text:))
        let loss = chosenLoss ?? standard?.model.loss ?? target.standardLoss
        // The standard layers are made for the standard loss.
        let layers = network.isStandard && chosenLoss == nil ? standard?.model.layers : nil
        var settings = standard?.settings ?? TrainingSettings()
        if let batchSize { settings.batchSize = batchSize }
        if let epochs { settings.epochs = epochs }
        if let validation { settings.validation = validation }
        (settings.seed, settings.threads) = (seed, threads)
        return Experiment(
            dataset: reference,
            model: Model(
                layers: try layers ?? network.layers(for: target, loss), loss: loss,
                optimizer: try chosenOptimizer(), metrics: metrics),
            settings: settings, callbacks: try callbacks.flatMap(Term.list).map(Callback.init(term:)))
    }

    /// Whether nobody has chosen layers, or a loss that would need its own.
    var leavesLayersOpen: Bool { network.isStandard && loss == nil }

    private func chosenOptimizer() throws -> Optimizer {
        var optimizer = try Optimizer(text: self.optimizer)
        guard let learningRate else { return optimizer }
        if let number = Double(learningRate), number.isFinite {
            optimizer.learningRate = number
        } else {
            optimizer.schedule = try LearningRateSchedule(text: learningRate)
        }
        return optimizer
    }

    private func chosenMetrics(for target: Model.Target) throws -> [Metric] {
        if let topK, topK < 0 {
            throw ValidationError(
                "--top-k is \(topK), but must be at least 0; 0 and 1 measure only accuracy.")
        }
        let chosen = try metrics.map { try Term.list(parsing: $0).map(Metric.init(term:)) }
        let k = topK ?? (chosen == nil ? target.standardTopK : 0)
        return (chosen ?? [target.standardMetric]) + (k > 1 ? [.topK(k)] : [])
    }
}

extension ExperimentOptions {
    /// Whether nobody has chosen anything but where data are looked for.
    var isStandard: Bool {
        guard let standard = try? ExperimentOptions.parse([]) else { return false }
        func choices(_ options: ExperimentOptions) -> [String] {
            // Every option by its name and value; where data are is no choice of an experiment.
            Mirror(reflecting: options).children.filter { $0.label != "_data" }.map { "\($0.value)" }
        }
        return choices(self) == choices(standard)
    }
}
