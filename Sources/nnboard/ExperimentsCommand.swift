import ArgumentParser
import Datasets
import FoundationEssentials
import TUI
import Training

/// Lists and shows the named experiments.
struct ExperimentsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "experiments",
        abstract: "List the named experiments, and show one as text to copy and change.",
        discussion: """
            “nnboard train --experiment NAME” runs one without a screen; in the dashboard E lists them. Files \
            NAME.experiment in nnboard’s folder of settings are listed, too.
            """,
        subcommands: [List.self, Show.self], defaultSubcommand: List.self)

    /// The named experiments that there are.
    private static var library: ExperimentLibrary {
        ExperimentLibrary(folder: SettingFiles(environment: ProcessInfo.processInfo.environment).experiments)
    }

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List the named experiments.")
        @OptionGroup var data: DataOptions

        func run() throws {
            let locations = try data.locations
            let library = ExperimentsCommand.library
            let width = library.experiments.map(\.name.count).max() ?? 0
            for named in library.experiments {
                let name = named.name + String(repeating: " ", count: width - named.name.count)
                StandardOutput.print("\(name)  \(named.title)".harmless)
                let rest = [named.dataset(at: locations), named.results].filter { !$0.isEmpty }
                StandardOutput.print(
                    String(repeating: " ", count: width) + "  \(rest.joined(separator: "; "))".harmless)
            }
            for problem in library.problems { StandardError.write("nnboard: \(problem.harmless)") }
        }
    }

    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Show an experiment as text.")
        @Argument(
            help: ArgumentHelp("The experiment.", valueName: "name"), completion: .experiments)
        var name: String

        func run() throws {
            StandardOutput.print(try ExperimentsCommand.library.experiment(named: name).text)
        }
    }
}

extension NamedExperiment {
    /// The data set, and a hint if its files are missing.
    fileprivate func dataset(at locations: DataLocations) -> String {
        let reference = experiment.dataset.description
        guard let entry = try? Catalog.entry(named: experiment.dataset.name) else {
            return "\(reference), which nnboard doesn’t know"
        }
        if locations.have(entry.files) { return reference }
        let substitute = entry.substitute == nil ? "" : ", or add --sample"
        return "\(reference) is missing: run “nnboard data fetch \(entry.name)”\(substitute)"
    }

    /// The results that have been published.
    fileprivate var results: String {
        published.isEmpty
            ? ""
            : "published: " + published.map { "\($0.measure.title) \($0.figure)" }.joined(separator: ", ")
    }
}
