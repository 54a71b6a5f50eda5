import ArgumentParser
import Datasets
import FoundationEssentials
import Glibc
import TUI
import Training

/// Does what a session's file says, without a screen.
struct RunSession: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run", abstract: "Do what a session says, without a screen.",
        discussion: """
            The file is what “session save FILE” wrote in the dashboard, or the like by hand: a command a line, “#” before \
            a remark. Each waits for the one before to come to its end; the first that can’t be done, or whose training \
            fails, ends the run with status 1. The numbers are those of the dashboard, bit for bit.
            """)

    @OptionGroup var data: DataOptions

    @Argument(
        help: ArgumentHelp("The session; “-” for standard input.", valueName: "file"), completion: .file())
    var file: String

    /// The largest session that is read.
    private static let largest = 1 << 24

    func validate() throws {
        guard !file.isEmpty else {
            throw ValidationError("The session's name is empty. Name a file, or “-” for standard input.")
        }
        try PathArgument.check(file, "The session's name")
    }

    func run() throws {
        try Machine.checkVectorLevel()
        let locations = try data.locations
        let bytes =
            file == "-"
            ? try WholeFile.readStream(STDIN_FILENO, "standard input", atMost: Self.largest)
            : try WholeFile.readStream(file, atMost: Self.largest)
        let text = String(textFile: bytes)
        var lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map(String.init)
        let environment = ProcessInfo.processInfo.environment
        // The data set of the first command need not be loaded twice.
        var reference = Term(Catalog.preferred(in: locations).name)
        var opening: PlainLine?
        let first = lines.enumerated().lazy.map { PlainLine(number: $0.offset + 1, text: $0.element) }
            .first { !$0.text.isEmpty && !$0.text.hasPrefix("#") }
        if let first, case .load(let term)? = Command(first.text) {
            reference = term
            opening = first
            lines[first.number - 1] = "# \(first.text)"
        }
        let library = ExperimentLibrary(folder: SettingFiles(environment: environment).experiments)
        let themes = ThemeLibrary(environment: environment, executable: OpenDashboard.executable)
        let dark = themes.themeOrDark(Theme.dark.name).theme
        var options = App.Options(
            experiment: Experiment(dataset: reference, model: Model(layers: [])), locations: locations,
            environment: environment,
            themes: [dark] + themes.all.filter { $0.problem == nil && $0.name != dark.name }.map(\.theme),
            downloads: Catalog.entries.filter { !locations.have($0.files) }.map(Dashboard.Download.init))
        options.experiments = library.experiments
        options.version = Version.number
        let place = SessionPlace(file == "-" ? "/dev/stdin" : file)
        OpenDashboard.leave(with: try Plain.run(options, script: lines, from: place, opening: opening))
    }
}
