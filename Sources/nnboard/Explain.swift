import ArgumentParser
import Datasets
import TUI
import Training

/// Prints which words, features or pixels decided what a saved network says of one sample.
struct Explain: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Print which words or numbers of a sample decided what a saved network says of it.",
        discussion: """
            For each word: by how much the class’s logit and probability change when that word alone is left out, worked \
            out exactly, and the logit’s gradient times the input. Positive speaks for the class.
            """)

    @OptionGroup var data: DataOptions
    @OptionGroup var options: ModelOptions

    @Option(
        name: .customLong("class"),
        help: ArgumentHelp(
            "The class to be explained, by name or number; the likeliest one unless given.", valueName: "name"
        ))
    var label: String?

    @Option(
        help: ArgumentHelp("Another class: why the one and not the other.", valueName: "name"))
    var against: String?

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp("How many words are listed; JSON has all of them.", valueName: "n"))
    var top = 20

    func validate() throws {
        guard top > 0 else {
            throw ValidationError("--top is \(top), but must be at least 1, the number of words to list.")
        }
    }

    func run() throws {
        let (model, question) = try options.question(from: try data.locations)
        if model.classes.isEmpty, label != nil || against != nil {
            throw QuestionError.noClasses(dataset: question.dataset.title)
        }
        let report = try ExplanationReport(
            model.network, question, label: try label.map(question.label),
            against: try against.map(question.label))
        StandardOutput.print(
            options.format == .json ? report.json + "\n" : report.table(top: top).harmlessLines,
            terminator: "")
    }
}
