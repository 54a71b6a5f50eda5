import ArgumentParser
import Datasets
import Foundation
import TUI
import Training

/// Opens the dashboard, or trains without it where standard output is no terminal.
struct OpenDashboard: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dashboard", abstract: "Open the dashboard (what nnboard does without a subcommand).")

    @OptionGroup var experiment: ExperimentOptions

    @Option(help: ArgumentHelp("A theme's name or file.", valueName: "theme"))
    var theme: String?

    @Option(
        help: ArgumentHelp(
            "What curves and lines are drawn with: \(Glyphs.allCases.map(\.rawValue).joined(separator: ", ")).",
            valueName: "glyphs"))
    var glyphs: Glyphs?

    func run() throws {
        try Machine.checkVectorLevel()
        let environment = ProcessInfo.processInfo.environment
        let files = SettingFiles(environment: environment)
        let configuration = files.configuration
        let state = files.savedState.beginning(with: configuration)
        // Read before all else: a theme that can't be had is a mistake also where nothing will be drawn.
        let themes = try themes(
            in: ThemeLibrary(environment: environment, executable: Self.executable), state)
        guard isatty(STDOUT_FILENO) == 1 else {
            try Train.run(experiment, format: .text) {
                "standard output is no terminal, so this trains on \($0) without a screen."
            }
            return
        }
        let locations = experiment.data.locations
        let download = Catalog.entries.first { !$0.files.isEmpty && !locations.have($0.files) }
        let status = try App.run(
            App.Options(
                experiment: try first(state), locations: locations, environment: environment, glyphs: glyphs,
                themes: themes, configuration: configuration, state: state,
                download: download.map { .init(name: $0.name, title: $0.title) }))
        if status != 0 { throw ExitCode(status) }
    }

    /// What is shown at first: what the options say, or where they say nothing what was built last.
    private func first(_ state: SavedState) throws -> Experiment {
        if experiment.isStandard, var last = state.experiment,
            let entry = try? Catalog.entry(named: last.dataset.name),
            experiment.data.locations.have(entry.files)
        {
            if !state.hasOwnModel { last.model.layers = [] }
            return last
        }
        // The data are loaded while the dashboard is open already, and give the last layer its units then.
        return try experiment.experiment(on: try experiment.reference())
    }

    /// The chosen theme, then the others that can be read.
    private func themes(
        in library: ThemeLibrary, _ state: SavedState
    ) throws -> [Theme] {
        let chosen: Theme
        if let theme {
            chosen = try library.theme(theme)
        } else {
            chosen = (try? library.theme(state.theme ?? Theme.dark.name)) ?? .dark
        }
        return [chosen] + library.names.filter { $0 != chosen.name }.compactMap { try? library.theme($0) }
    }

    /// The program's own path, without symbolic links.
    private static var executable: String {
        URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().path
    }
}

extension Glyphs: ExpressibleByArgument {}
