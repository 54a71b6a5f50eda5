import ArgumentParser
import Datasets
import FoundationEssentials
import Glibc
import TUI
import Training

/// Opens the dashboard, or trains without it where standard output is no terminal.
struct OpenDashboard: ExperimentTaking {
    static let configuration = CommandConfiguration(
        commandName: "dashboard", abstract: "Open the dashboard (what nnboard does without a subcommand).")

    @OptionGroup var data: DataOptions
    @OptionGroup var source: SourceOptions
    @OptionGroup var network: NetworkOptions
    @OptionGroup var learning: LearningOptions
    @OptionGroup var training: TrainingOptions

    @Option(help: ArgumentHelp("A theme's name or file.", valueName: "theme"), completion: .themes)
    var theme: String?

    @Option(
        help: ArgumentHelp(
            "What curves and lines are drawn with: \(Glyphs.allCases.map(\.rawValue).joined(separator: ", ")).",
            valueName: "glyphs"))
    var glyphs: Glyphs?

    @Flag(
        help: """
            Show everything as lines of text, and read commands from standard input, one a line: for screen readers, \
            logs, and terminals that can't move their cursor. All lines of a pipe are done; where one could not be, the \
            exit status is 1.
            """)
    var plain = false

    @Flag(
        help: """
            Let each epoch wait until it is on the disk. Without, training waits for no flush, and a power cut \
            costs at most the last epoch or a quarter of a second of training, whichever is longer, where the disk \
            takes an epoch within a twentieth of a second, and more where it does not.
            """)
    var durable = false

    @OptionGroup var session: SessionOptions

    func validate() throws {
        guard !plain || (session.record == nil && session.replay == nil) else {
            throw ValidationError(
                "--plain has no screen to record or to replay on: leave one of the two out.")
        }
        guard !durable || (!plain && session.replay == nil) else {
            throw ValidationError(
                "--durable is about runs that the dashboard keeps on the disk, and \(plain ? "--plain" : "--replay") "
                    + "keeps none: leave one of the two out.")
        }
    }

    func run() throws {
        try Machine.checkVectorLevel()
        if plain { try Plain.checkInput() }
        var recording = session.record.map { RecordingPlace($0, forced: session.force) }
        if let occupied = try recording?.occupied { try recording?.consent.ask(for: occupied) }
        let environment = ProcessInfo.processInfo.environment
        let files = SettingFiles(environment: environment)
        var configuration = files.configuration
        let state = files.savedState
        // Read before all else: a theme that can't be had is a mistake also where nothing will be drawn.
        let (chosen, others, problem) = try themes(
            in: ThemeLibrary(environment: environment, executable: Self.executable),
            Beginning(configuration, state).theme, configuration.theme)
        configuration.problems += [problem, files.problem].compactMap(\.self)
        let locations = data.places
        let missing = Catalog.entries.filter { !locations.have($0.files) }
        if let missing = data.missing {
            configuration.problems.append("\(missing) Check its name; a download makes it.")
        }
        let first = try first(state)
        var options = App.Options(
            experiment: first.experiment, locations: locations, environment: environment, glyphs: glyphs,
            themes: [chosen], configuration: configuration, state: state,
            downloads: missing.map(Dashboard.Download.init))
        let library = experiment.library
        options.experiments = library.experiments
        options.named = first.named
        options.configuration.problems += library.problems
        options.otherThemes = others
        options.version = Version.number
        options.recording = recording
        options.isDurable = durable
        if experiment.isStandard, let last = state.experiment, last.dataset != first.experiment.dataset {
            options.isStandIn = true
            options.configuration.problems.append(
                "The files of \(last.dataset.name), which was shown last, are not found: other samples take their place. "
                    + "The model that belongs to it is kept until you change this one.")
        }
        if let replay = session.replayed {
            options.themes += others().themes
            Self.leave(with: try Replay.run(replay, options))
        }
        guard plain || isatty(STDOUT_FILENO) == 1 else {
            guard !durable else {
                throw ValidationError(
                    "--durable is about runs that the dashboard keeps on the disk, and without a terminal there is no "
                        + "dashboard: leave it out.")
            }
            try Train.run(experiment, as: first.wanted, format: .text) {
                "Standard output is no terminal, so this trains on \($0) without a screen."
            }
            return
        }
        guard !plain else {
            options.themes += others().themes
            Self.leave(with: try Plain.run(options))
        }
        do {
            Self.leave(with: try App.run(options))
        } catch let error as TerminalError where error.leavesLines {
            // A terminal that can't move a cursor can still show lines.
            Self.leave(with: try Plain.run(options))
        }
    }

    /// Ends at once, once the terminal is given back and what matters is written.
    ///
    /// A network may still be trained, and OpenBLAS would take its memory away at an ordinary exit, from under it.
    static func leave(with status: Int32) -> Never {
        _exit(Ending.status(after: status))
    }

    /// The experiment that is shown at first, and the named one that it is: the one that the options ask for, or without
    /// options the last one built.
    private func first(_ state: SavedState) throws -> (
        experiment: Experiment, named: NamedExperiment?, wanted: ExperimentOptions.Wanted?
    ) {
        if experiment.isStandard, var last = state.experiment,
            let entry = try? Catalog.entry(named: last.dataset.name),
            data.places.have(entry.files)
        {
            if !state.hasOwnModel { last.model.layers = [] }
            return (last, nil, nil)
        }
        // The data are loaded while the dashboard is open already, and give the last layer its units then, or all
        // layers where nobody has chosen any.
        let wanted = try experiment.wanted()
        var first = try experiment.build(wanted)
        if wanted.named == nil, experiment.leavesLayersOpen { first.model.layers = [] }
        return (first, wanted.named, wanted)
    }

    /// The chosen theme, what finds the others, and what is wrong with the chosen one.
    ///
    /// A file with a mistake in it doesn't keep the dashboard from opening; a name that nothing has does.
    private func themes(in library: ThemeLibrary, _ kept: String?, _ configured: String?) throws -> (
        chosen: Theme, others: App.Options.OtherThemes, problem: String?
    ) {
        var (chosen, problem) = library.themeOrDark(
            theme ?? kept ?? Theme.dark.name, opensFiles: theme != nil)
        if let found = problem, found.isNameless {
            if theme != nil { throw found }
            // The last session's theme came from a file elsewhere, or is gone: the config file's, or the standard one.
            (chosen, problem) = library.themeOrDark(configured ?? Theme.dark.name)
        }
        let shown = chosen.name
        let others: App.Options.OtherThemes = {
            let all = library.all.filter { $0.name != shown }
            return (
                all.filter { $0.problem == nil }.map(\.theme), all.compactMap { $0.problem.map { "\($0)" } }
            )
        }
        return (chosen, others, problem.map { "\($0)" })
    }

    /// The program's own path, without symbolic links.
    static var executable: String {
        URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().path
    }
}

extension Glyphs: ExpressibleByArgument {}

extension TerminalError {
    /// Tells whether there is a terminal, but one for lines alone.
    fileprivate var leavesLines: Bool {
        switch self {
        case .typeMissing, .typeTooSimple: true
        case .notATerminal, .typeUnknown, .inUse, .noResources: false
        }
    }
}
