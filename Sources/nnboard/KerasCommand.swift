import ArgumentParser
import Datasets
import Training

/// Prints an experiment as a Python script for Keras.
struct KerasCommand: ExperimentTaking {
    static let configuration = CommandConfiguration(
        commandName: "keras",
        abstract:
            "Print an experiment as a Python script that builds, trains and evaluates the model in Keras 3.",
        discussion: """
            The script runs as it is printed: nnboard keras --experiment blobs >blobs.py; python3 blobs.py. With --model \
            it loads the weights of a saved network instead of training.
            """)

    @OptionGroup var data: DataOptions
    @OptionGroup var source: SourceOptions
    @OptionGroup var network: NetworkOptions
    @OptionGroup var learning: LearningOptions
    @OptionGroup var training: TrainingOptions

    @Option(
        help: ArgumentHelp(
            "A saved network, as “nnboard train --save NAME” writes it, in place of an experiment.",
            valueName: "name"), completion: .file(extensions: ["safetensors", "json"]))
    var model: String?

    func validate() throws { if let model { try PathArgument.checkHome(model, "--model") } }

    func run() throws {
        if let model {
            guard experiment.isStandard else {
                throw ValidationError(
                    "--model says itself what the network is. Leave the options of the experiment out.")
            }
            let opened = try ModelFile(path: model)
            StandardOutput.print(
                KerasCode(opened.experiment, weights: ModelFile.weightsPath(of: model)).text, terminator: "")
            return
        }
        let wanted = try experiment.wanted()
        // A named experiment says all; else layers and settings follow from the data.
        let dataset =
            wanted.named == nil
            ? try Catalog.load(
                wanted.reference, preprocessing: wanted.preprocessing, from: try data.locations) : nil
        let built = try experiment.build(wanted, for: dataset)
        StandardOutput.print(KerasCode(built, title: wanted.named?.title).text, terminator: "")
    }
}
