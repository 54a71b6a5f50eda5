import ArgumentParser
import Datasets
import Training

/// Trains without a screen, evaluates on the test samples, and prints what came of it.
struct Train: ExperimentTaking {
    static let configuration = CommandConfiguration(
        abstract: "Train without a screen, evaluate on the test samples, and print the result.")

    @OptionGroup var data: DataOptions
    @OptionGroup var source: SourceOptions
    @OptionGroup var network: NetworkOptions
    @OptionGroup var learning: LearningOptions
    @OptionGroup var training: TrainingOptions

    @Option(help: ArgumentHelp("A table (text), or one object for programs (json).", valueName: "text|json"))
    var format = Format.text

    @Option(
        help: ArgumentHelp(
            "Save the trained network as NAME.safetensors, and what it is as NAME.json.", valueName: "name"),
        completion: .file(extensions: ["safetensors", "json"]))
    var save: String?

    @Flag(help: "Let --save replace files that are no saved network.")
    var force = false

    func validate() throws {
        // An empty name is refused as one that no file can have.
        if save != "" { try PathArgument.checkWritten(save, "--save") }
        guard !force || save != nil else {
            throw ValidationError("--force is for --save: there is nothing else that could be replaced.")
        }
    }

    /// The form in which the result is printed.
    enum Format: String, CaseIterable, ExpressibleByArgument {
        case text, json
    }

    func run() throws {
        try Self.run(experiment, format: format, save: save, forced: force)
    }

    /// Runs an experiment from beginning to end.
    ///
    /// - Parameters:
    ///   - options: The experiment to run.
    ///   - known: The experiment that they ask for, where it was read already.
    ///   - format: The form in which the result is printed.
    ///   - save: The path at which to save the trained network; `nil` not to save it.
    ///   - isForced: Files of other kinds may be replaced there.
    ///   - announcement: Makes the sentence that is said once the data are loaded, from their title.
    /// - Throws: A usage error, or what keeps the data from being loaded.
    static func run(
        _ options: ExperimentOptions, as known: ExperimentOptions.Wanted? = nil, format: Format,
        save: String? = nil, forced isForced: Bool = false,
        announcement: (String) -> String = { "Training on \($0)." }
    ) throws {
        try Machine.checkVectorLevel()
        // A stream can be read only once.
        let wanted = try known ?? options.wanted()
        // Names that can't be read are said before anything is loaded.
        _ = try options.build(wanted)
        // So is a place that can't be had, before anything is trained in vain.
        var consent = Consent(forced: isForced)
        if let save {
            try Descriptors.check(Descriptors.forSaving)
            try consent.ask(for: ModelFile.Place(save).occupied)
        }
        let bar = ProgressLine()
        // Also before an error, which would otherwise stand next to the bar.
        defer { bar.clear() }
        let clock = ContinuousClock()
        let began = clock.now
        let dataset = try Catalog.load(
            wanted.reference, preprocessing: wanted.preprocessing, from: try options.data.locations
        ) { bar.show("loading", $0) }
        let loaded = (clock.now - began) / .seconds(1)
        let experiment = try options.build(wanted, for: dataset)
        let problems = experiment.problems(for: dataset)
        guard problems.isEmpty else { throw ModelProblems(problems) }
        bar.clear()
        StandardError.write("nnboard: \(announcement(dataset.title).harmless)")
        if experiment.settings.folds > 1 { try Descriptors.beginSession() }
        let run = HeadlessRun(experiment, dataset: dataset, loadSeconds: loaded)
        let (report, network) = try run.run(clock: nil) { progress in
            bar.show(progress.description, progress.fraction)
        }
        bar.clear()
        // A network that can't be saved must not take its report with it.
        defer { printReport(report, format, experiment, of: wanted.named) }
        guard let save else { return }
        // The place may be another one's by now, and after hours a question may find nobody.
        let paths = try ModelFile(report, network: network, dataset: dataset).save(as: save, consent)
        StandardError.write("nnboard: Saved as \(paths.weights) and \(paths.description).".harmless)
    }

    /// Prints the report and, of a named experiment, the published figures.
    private static func printReport(
        _ report: Report, _ format: Format, _ experiment: Experiment, of named: NamedExperiment?
    ) {
        StandardOutput.print(format == .json ? report.json : report.table)
        guard format == .text, let named else { return }
        var remarks: [String] = []
        if experiment.dataset.name != named.experiment.dataset.name {
            remarks.append("on \(named.experiment.dataset.name)")
        }
        if !experiment.hasSettings(of: named.experiment) { remarks.append("with other settings") }
        let remark = remarks.isEmpty ? "" : ", there " + remarks.joined(separator: " and ")
        for result in named.published {
            let own = report[result.measure].map { $0.text(digits: 4) } ?? "not measured"
            StandardOutput.print(
                "\(result.measure.title): \(own); published: \(result.figure)\(remark) (\(named.source))"
                    .harmless)
        }
    }
}
