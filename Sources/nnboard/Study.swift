import ArgumentParser
import Datasets
import Training

/// Trains many small variations of one thing, and prints one table of what each of them does.
struct StudyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "study", abstract: "Train every variation of something, and print one table of them.",
        subcommands: [Labels.self])

    struct Labels: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Labels, last activation and loss: what each of their 36 combinations does.",
            discussion: """
                Integer or one-hot labels, no activation, sigmoid or softmax, and the three cross-entropies from \
                logits or not: the accuracy of each, or the error that Keras gives and why. Trained are the first \
                6,000 samples, tested the first 1,000, in batches of 64.
                """)

        @OptionGroup var data: DataOptions

        @Option(
            help: ArgumentHelp(
                "The data set; where its files are missing, the built-in one of its kind.", valueName: "name"),
            completion: .datasets)
        var dataset = "mnist"

        @Flag(help: "Take the built-in data set of its kind.")
        var sample = false

        @Option(help: ArgumentHelp("How often all training samples are gone through.", valueName: "n"))
        var epochs = 5

        @Option(
            help: ArgumentHelp("Decides the first weights and the order of the samples.", valueName: "n"))
        var seed: UInt64 = 1

        @Option(
            help: ArgumentHelp("A table (text), or one object for programs (json).", valueName: "text|json"))
        var format = Train.Format.text

        func run() throws {
            try Machine.checkVectorLevel()
            let study = LabelStudy(epochs: epochs, seed: seed)
            let entry = try Catalog.entry(named: Term(parsing: dataset).name)
            let reference = try self.reference(of: entry)
            let bar = ProgressLine()
            // Also before an error, which would otherwise stand next to the bar.
            defer { bar.clear() }
            let own = try Catalog.entry(named: reference.name).preprocessing
            let loaded = try Catalog.load(
                reference, preprocessing: own + [LabelStudy.preprocessing], from: try data.locations
            ) { bar.show("loading", $0) }
            guard case .classes = loaded.target else {
                throw ValidationError(
                    "\(loaded.title) has no classes, so there are no labels to be written one way or another. "
                        + "Choose another data set, such as mnist.")
            }
            bar.clear()
            StandardError.write("nnboard: Studying labels on \(loaded.title).".harmless)
            let rows = try study.run(on: loaded) { bar.show("training", $0) }
            bar.clear()
            let report = LabelReport(study, on: loaded, rows: rows)
            StandardOutput.print(
                format == .json ? report.json : report.table, terminator: format == .json ? "\n" : "")
        }

        /// The data set to load: the one that was named, or the built-in one of its kind.
        private func reference(of entry: any CatalogEntry) throws -> Term {
            let isThere = data.places.have(entry.files)
            if !sample, isThere { return try Term(parsing: dataset) }
            guard let substitute = entry.substitute else {
                // If nothing can take its place, loading says what is missing.
                return try Term(parsing: dataset)
            }
            if !isThere, !sample {
                StandardError.write(
                    "nnboard: The files of \(entry.title) are not there (get them by “nnboard data fetch "
                        + "\(entry.name)”); taking \(substitute.description) instead.")
            }
            return substitute
        }
    }
}
