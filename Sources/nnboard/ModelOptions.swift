import ArgumentParser
import Datasets
import Training

/// A saved network, and one sample that it is asked about.
struct ModelOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The saved network: NAME.safetensors with NAME.json next to it, as “nnboard train --save NAME” writes them.",
            valueName: "name"), completion: .file(extensions: ["safetensors", "json"]))
    var model: String

    @Option(help: ArgumentHelp("Where the sample is: train, validation or test.", valueName: "part"))
    var part = DataPart.test

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp("The sample's number within its part, from 0.", valueName: "n"))
    var row: Int?

    @Option(
        help: ArgumentHelp(
            "A text of one's own, in place of a sample; it is split into words as the data set's texts were.",
            valueName: "text"))
    var text: String?

    @Option(
        help: ArgumentHelp("A few lines (text), or one object for programs (json).", valueName: "text|json"))
    var format = Train.Format.text

    func validate() throws {
        try PathArgument.checkHome(model, "--model")
        guard (row == nil) != (text == nil) else {
            throw ValidationError(
                row == nil
                    ? "Say which sample by --row, or give a text by --text."
                    : "A sample (--row) and a text (--text) can't both be asked about. Leave one of them out."
            )
        }
    }

    /// Opens the network, and loads the data that it was trained on.
    ///
    /// - Parameter locations: The places where data are looked for.
    /// - Returns: The network, and what it is asked.
    /// - Throws: A `FileError` for the network, what keeps the data from being loaded, a `QuestionError`.
    func question(from locations: DataLocations) throws -> (model: ModelFile, question: Question) {
        try Machine.checkVectorLevel()
        let opened = try ModelFile(path: model)
        if let conversion = opened.conversion { StandardError.write(conversion) }
        let bar = ProgressLine()
        defer { bar.clear() }
        let dataset = try Catalog.load(
            opened.experiment.dataset, preprocessing: opened.experiment.preprocessing, from: locations
        ) { bar.show("loading", $0) }
        guard dataset.train.inputs.columns == opened.network.inputs else {
            throw FileError.mismatched(
                path: model,
                problem:
                    "the network takes \(opened.network.inputs) numbers, but each sample of \(dataset.title) has "
                    + "\(dataset.train.inputs.columns)")
        }
        if let text { return (opened, try Question(text: text, in: dataset)) }
        return (opened, try Question(row ?? 0, of: part, in: dataset))
    }
}
