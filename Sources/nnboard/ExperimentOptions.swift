import ArgumentParser
import Datasets
import FoundationEssentials
import TUI
import Training

/// The options that describe an experiment: the data, the network, and how it is trained.
struct ExperimentOptions {
    let data: DataOptions
    let source: SourceOptions
    let network: NetworkOptions
    let learning: LearningOptions
    let training: TrainingOptions

    /// Tells whether nobody has chosen anything but where data are looked for.
    var isStandard: Bool {
        source.isStandard && network.isStandard && learning.isStandard && training.isStandard
    }

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
    /// - Throws: A `TermError`, a `FileError`, an `ExperimentFileError` or a usage error for what can't be read.
    func wanted() throws -> Wanted {
        let named = try source.experiment.map { try library.experiment(named: $0) }
        if named != nil { try refuseBesideExperiment() }
        var reference =
            try source.dataset.map(Term.init(parsing:)) ?? named?.experiment.dataset
            ?? Term(Catalog.preferred(in: data.places).name)
        let entry = try Catalog.entry(named: reference.name)
        if source.sample, let substitute = entry.substitute {
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
        guard network.isStandard, learning.isStandard else {
            throw ValidationError(
                "--experiment says layers, loss, optimizer, metrics and callbacks itself. Leave those options out, or "
                    + "copy the experiment’s text (“nnboard experiments show NAME”) and change it there.")
        }
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
            named.settings = training.changing(named.settings)
            return named
        }
        let standard = dataset.map { Experiment.standard(for: $0) }
        let metrics = try learning.chosenMetrics(for: dataset?.target ?? .classes(.max))
        let target = dataset?.target ?? .classes(1)
        let chosenLoss = try learning.chosenLoss()
        let loss = chosenLoss ?? standard?.model.loss ?? target.standardLoss
        // The standard layers are made for the standard loss.
        let layers = network.isStandard && chosenLoss == nil ? standard?.model.layers : nil
        return Experiment(
            dataset: dataset?.reference ?? wanted.reference, preprocessing: wanted.preprocessing,
            model: Model(
                layers: try layers ?? network.layers(for: target, loss), loss: loss,
                optimizer: try learning.chosenOptimizer(), metrics: metrics),
            settings: training.changing(standard?.settings ?? TrainingSettings()),
            callbacks: try learning.chosenCallbacks())
    }

    /// Tells whether nobody has chosen layers, or a loss that would need its own.
    var leavesLayersOpen: Bool { network.isStandard && learning.loss == nil }
}
