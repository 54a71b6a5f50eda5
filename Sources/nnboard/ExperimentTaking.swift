import ArgumentParser

/// A command whose options describe an experiment.
///
/// Each command declares the groups itself, in this order: the parser's checks in a debug build take four times as long
/// for each level at which a group lies within another.
protocol ExperimentTaking: ParsableCommand {
    var data: DataOptions { get }
    var source: SourceOptions { get }
    var network: NetworkOptions { get }
    var learning: LearningOptions { get }
    var training: TrainingOptions { get }
}

extension ExperimentTaking {
    /// The experiment that its options describe.
    var experiment: ExperimentOptions {
        ExperimentOptions(
            data: data, source: source, network: network, learning: learning, training: training)
    }
}
