import ArgumentParser
import Datasets

/// The options that say what is learnt: a named experiment, or a data set.
struct SourceOptions: ParsableArguments {
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

    /// Tells whether nobody has chosen anything of it.
    var isStandard: Bool { experiment == nil && !sample && dataset == nil }
}
