import ArgumentParser
import Datasets
import TUI
import Training

/// Prints what a saved network says of one sample.
struct Predict: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Print what a saved network says of one sample, or of a text of one's own.")

    @OptionGroup var data: DataOptions
    @OptionGroup var options: ModelOptions

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp("How many classes are listed; JSON has all of them.", valueName: "n"))
    var top = 10

    func validate() throws {
        guard top > 0 else {
            throw ValidationError("--top is \(top), but must be at least 1, the number of classes to list.")
        }
    }

    func run() throws {
        let (model, question) = try options.question(from: try data.locations)
        let report = PredictionReport(model.network, question)
        StandardOutput.print(
            options.format == .json ? report.json + "\n" : report.table(top: top).harmlessLines,
            terminator: "")
    }
}

extension String {
    /// The text with its lines, and without anything else that a terminal would obey.
    var harmlessLines: String {
        split(separator: "\n", omittingEmptySubsequences: false).map { String($0).harmless }.joined(
            separator: "\n")
    }
}
