import ArgumentParser
import Training

/// The options that set a training run's numbers; a named experiment may be run with other ones.
struct TrainingOptions: ParsableArguments {
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

    /// Tells whether nobody has chosen anything of it.
    var isStandard: Bool {
        batchSize == nil && epochs == nil && validation == nil && folds == nil && finalEpochs == nil
            && seed == nil && threads == nil
    }

    /// Settings with what the options say of them.
    func changing(_ settings: TrainingSettings) -> TrainingSettings {
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
}
