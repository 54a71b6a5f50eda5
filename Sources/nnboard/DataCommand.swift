import ArgumentParser
import Datasets
import TUI
import Training

/// Lists, shows, downloads and exports data.
struct DataCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "data", abstract: "List, show, download and export data sets.",
        subcommands: [List.self, Show.self, Fetch.self, Export.self])

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "List the data sets, and where their files are.")
        @OptionGroup var data: DataOptions

        func run() throws {
            let locations = try data.locations
            let width = Catalog.entries.map(\.name.count).max() ?? 0
            for entry in Catalog.entries {
                let name = entry.name + String(repeating: " ", count: width - entry.name.count)
                let paths = entry.files.compactMap { locations.path(of: $0.name) }
                let state =
                    entry.files.isEmpty
                    ? "always there"
                    : paths.count == entry.files.count
                        ? "found: \(paths.joined(separator: ", "))"
                        : "not found: run “nnboard data fetch \(entry.name)”"
                StandardOutput.print("\(name)  \(entry.title): \(entry.summary)")
                StandardOutput.print("\(String(repeating: " ", count: width))  \(state.harmless)")
            }
        }
    }

    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Show one sample as text.",
            discussion: "Samples are numbered from 0, as in Keras; validation samples are the first of train."
        )
        @OptionGroup var data: DataOptions
        @Option(help: ArgumentHelp("The data set.", valueName: "name"), completion: .datasets)
        var dataset: String?
        @Argument(help: ArgumentHelp("train, validation or test.", valueName: "part"))
        var part: DataPart
        @Argument(help: ArgumentHelp("The sample's number, from 0.", valueName: "number"))
        var number: Int

        func run() throws {
            let locations = try data.locations
            let term = try dataset.map(Term.init(parsing:)) ?? Term(Catalog.preferred(in: locations).name)
            let dataset = try Catalog.load(term, from: locations)
            let split = dataset.split(of: part)
            guard 0..<split.count ~= number else {
                throw ValidationError(ListNumbers.missing(number, in: part.rawValue, count: split.count))
            }
            StandardError.write("\(dataset.title.harmless):")
            guard split.texts != nil else {
                for line in PlainSample.lines(of: number, in: part, of: dataset) {
                    StandardOutput.print(line.harmless)
                }
                return
            }
            let label = Int(split.labels[number])
            var head = "\(part.rawValue) \(number): \(label) \(dataset.classes[label])"
            if let tokens = split.texts?[number] {
                head += ", \(tokens.count.counted("word")), \(Set(tokens).count) distinct"
            }
            StandardOutput.print(head.harmless)
            if let text = dataset.text(of: number, in: split) { StandardOutput.print(text.harmless) }
        }
    }

    struct Fetch: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Download a data set's files.")
        @OptionGroup var data: DataOptions
        @Argument(help: ArgumentHelp("The data set.", valueName: "name"), completion: .downloads)
        var name: String

        func run() throws {
            let entry = try Catalog.entry(named: name)
            guard !entry.files.isEmpty else {
                StandardOutput.print("\(entry.title) needs no files.")
                return
            }
            let bar = ProgressLine()
            defer { bar.clear() }
            try Catalog.fetch(entry.name, to: data.places) { share in
                bar.show("downloading \(entry.title)", share)
            }
            bar.clear()
            StandardOutput.print("\(entry.title) is in \((data.places.downloads ?? "").harmless).")
        }
    }

    struct Export: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Write a data set as arrays for numpy.",
            discussion: """
                The file is one that numpy.load reads, with the numbers as they were before anything is done to them. \
                Rows of numbers are x_train and x_test. Texts are words_train, the columns of the words of one text \
                after another, and ends_train, the place where each text ends; columns says how many there are. \
                y_train and y_test are labels or numbers to be learnt.
                """)
        @OptionGroup var data: DataOptions
        @Argument(help: ArgumentHelp("The data set.", valueName: "name"), completion: .datasets)
        var name: String
        @Argument(
            help: ArgumentHelp("The file; by default NAME.npz.", valueName: "file"),
            completion: .file(extensions: ["npz"]))
        var file: String?

        @Flag(help: "Replace a file that is no export.")
        var force = false

        func validate() throws { try PathArgument.checkWritten(file, "The file's name") }

        func run() throws {
            let reference = try Term(parsing: name)
            let path = file ?? "\(reference.name).npz"
            var consent = Consent(forced: force)
            /// The place as it is now, which nothing is in that must stay.
            func place() throws -> FilePlace {
                let place = try FilePlace(path)
                try consent.ask(for: Dataset.exportKind.occupied(place).map { [$0] } ?? [])
                return place
            }
            // Before anything is loaded in vain, and again once it is loaded.
            _ = try place()
            let dataset = try Catalog.load(reference, preprocessing: [], from: try data.locations)
            try FileWriter.write(
                [(dataset.npz, place())], FileWriter.Options(replacing: consent.replaceable))
            StandardError.write("nnboard: \(dataset.title) is in \(path).".harmless)
        }
    }
}

extension DataPart: ExpressibleByArgument {}
