import ArgumentParser
import Datasets
import FoundationEssentials
import TUI
import Training

/// The options that describe an experiment: the data, the network, and how it is trained.
struct ExperimentOptions: ParsableArguments {
    @OptionGroup var data: DataOptions

    @Option(
        help: ArgumentHelp(
            """
            A named experiment (“nnboard experiments” lists them) or a file of one: data set, preprocessing, model and \
            settings. Of the options below, those with a number may change it.
            """,
            valueName: "name"), completion: .experiments)
    var experiment: String?

    @Flag(help: "Take the built-in sample in place of a data set that has one.")
    var sample = false

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
        parsing: .unconditional,
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
        parsing: .unconditional,
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
        parsing: .unconditional,
        help: ArgumentHelp(
            "How many samples go into a step; by default 512, and fewer where there are few samples.",
            valueName: "n"))
    var batchSize: Int?

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            "How often all training samples are gone through; by default 20, more where there are few samples, and "
                + "5 for pictures.", valueName: "n"))
    var epochs: Int?

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            "How many training samples, the first ones, are set aside for validation; by default 1000, or a fifth.",
            valueName: "n"))
    var validation: Int?

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            """
            Into how many parts the training samples are divided for K-fold validation: each validates a network that \
            was trained with the others.
            """,
            valueName: "k"))
    var folds: Int?

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            "Afterwards train a new network for so many epochs, with no sample set aside.", valueName: "n"))
    var finalEpochs: Int?

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            "Decides the first weights and the order of the samples; 1 unless given.", valueName: "n"))
    var seed: UInt64?

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            "How many threads work at a step; they never change a result. 1 unless given.", valueName: "n"))
    var threads: Int?

    /// The experiment that the options ask for, as far as it is known before the data are loaded.
    struct Wanted {
        /// The data set.
        var reference: Term
        /// The steps that prepare its numbers; `nil` for those that the catalog names.
        var preprocessing: [Preprocessing]?
        /// The named experiment, if there is one.
        var named: NamedExperiment?
    }

    /// Works out the experiment that the options ask for.
    ///
    /// - Throws: A `TermError`, an `ExperimentFileError` or a usage error for what can't be read.
    func wanted() throws -> Wanted {
        let named = try experiment.map { try library.experiment(named: $0) }
        if named != nil { try refuseBesideExperiment() }
        var reference =
            try dataset.map(Term.init(parsing:)) ?? named?.experiment.dataset
            ?? Term(Catalog.preferred(in: data.locations).name)
        let entry = try Catalog.entry(named: reference.name)
        if sample, let substitute = entry.substitute {
            reference = Term(substitute.name, reference.arguments + substitute.arguments)
        }
        return Wanted(
            reference: reference, preprocessing: named?.experiment.preprocessing, named: named)
    }

    /// The named experiments that there are.
    var library: ExperimentLibrary {
        ExperimentLibrary(folder: SettingFiles(environment: ProcessInfo.processInfo.environment).experiments)
    }

    /// Refuses options that would be passed over in silence.
    private func refuseBesideExperiment() throws {
        var plain = self
        (plain.experiment, plain.dataset, plain.sample) = (nil, nil, false)
        (plain.batchSize, plain.epochs, plain.validation, plain.folds) = (nil, nil, nil, nil)
        (plain.finalEpochs, plain.seed, plain.threads) = (nil, nil, nil)
        guard plain.isStandard else {
            throw ValidationError(
                "--experiment says layers, loss, optimizer, metrics and callbacks itself. Leave those options out, or "
                    + "copy the experiment’s text (“nnboard experiments show NAME”) and change it there.")
        }
    }

    /// The settings with what the options say of them.
    private func settings(_ settings: TrainingSettings) -> TrainingSettings {
        var settings = settings
        if let batchSize { settings.batchSize = batchSize }
        if let epochs { settings.epochs = epochs }
        if let validation { settings.validation = validation }
        if let folds { settings.folds = folds }
        if let finalEpochs { settings.finalEpochs = finalEpochs }
        if let seed { settings.seed = seed }
        if let threads { settings.threads = threads }
        return settings
    }

    /// The experiment, once it is known what there is to learn.
    ///
    /// - Parameters:
    ///   - wanted: The experiment that the options ask for.
    ///   - dataset: The loaded data, from which follows what nobody chose; where they are not there yet, the target
    ///     is one of many classes, and the last layer has a single unit for the time being.
    /// - Returns: The experiment, not yet checked against the data.
    /// - Throws: A `TermError` or a usage error for an option that can't be read.
    func build(_ wanted: Wanted, for dataset: Dataset? = nil) throws -> Experiment {
        if var named = wanted.named?.experiment {
            named.dataset = dataset?.reference ?? wanted.reference
            named.settings = settings(named.settings)
            return named
        }
        let standard = dataset.map { Experiment.standard(for: $0) }
        let metrics = try chosenMetrics(for: dataset?.target ?? .classes(.max))
        let target = dataset?.target ?? .classes(1)
        let chosenLoss = try self.loss.map(Loss.init(text:))
        let loss = chosenLoss ?? standard?.model.loss ?? target.standardLoss
        // The standard layers are made for the standard loss.
        let layers = network.isStandard && chosenLoss == nil ? standard?.model.layers : nil
        return Experiment(
            dataset: dataset?.reference ?? wanted.reference, preprocessing: wanted.preprocessing,
            model: Model(
                layers: try layers ?? network.layers(for: target, loss), loss: loss,
                optimizer: try chosenOptimizer(), metrics: metrics),
            settings: settings(standard?.settings ?? TrainingSettings()),
            callbacks: try callbacks.flatMap(Term.list).map(Callback.init(term:)))
    }

    /// Tells whether nobody has chosen layers, or a loss that would need its own.
    var leavesLayersOpen: Bool { network.isStandard && loss == nil }

    private func chosenOptimizer() throws -> Optimizer {
        var optimizer = try Optimizer(text: self.optimizer)
        guard let learningRate else { return optimizer }
        if let number = Double(learningRate) {
            guard number.isFinite else {
                throw ValidationError(
                    TermError.isTooLarge(learningRate)
                        ? "--learning-rate: \(TermError.tooLarge(found: learningRate))"
                        : "--learning-rate is \(number.spelt), but must be a number from 0.")
            }
            optimizer.learningRate = number
        } else if let comma = DecimalComma(learningRate) {
            throw TermError.decimalComma(
                found: learningRate, advice: "--learning-rate: \(comma.fractionAdvice)")
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
    /// Tells whether nobody has chosen anything but where data are looked for.
    var isStandard: Bool {
        guard let standard = try? ExperimentOptions.parse([]) else { return false }
        func choices(_ options: ExperimentOptions) -> [String] {
            // Every option by its name and value; where data are is no choice of an experiment.
            Mirror(reflecting: options).children.filter { $0.label != "_data" }.map { "\($0.value)" }
        }
        return choices(self) == choices(standard)
    }
}
