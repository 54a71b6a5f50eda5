import Datasets
import FoundationEssentials
import Glibc
import Testing

@testable import Training

@Suite struct `Named experiments` {
    private static let library = ExperimentLibrary()

    @Test func `can all be read, and have names of their own`() {
        #expect(Self.library.problems.isEmpty)
        #expect(Set(Self.library.experiments.map(\.name)).count == Self.library.experiments.count)
        #expect(Self.library.experiments.count >= 25)
    }

    @Test(arguments: library.experiments.map(\.name)) func `mean the same when they are written anew`(
        _ name: String
    ) throws {
        let named = try Self.library.experiment(named: name)
        #expect(try Experiment(text: named.experiment.text) == named.experiment)
        #expect(!named.title.isEmpty && !named.source.isEmpty)
        for result in named.published { #expect(try PublishedResult(text: result.text) == result) }
    }

    @Test(arguments: library.experiments.map(\.name)) func `run on what takes the place of missing files`(
        _ name: String
    ) throws {
        let named = try Self.library.experiment(named: name)
        let entry = try Catalog.entry(named: named.experiment.dataset.name)
        // Points need no files, all else has a sample.
        #expect(entry.files.isEmpty || entry.substitute != nil)
        guard let substitute = entry.substitute else { return }
        let other = try Catalog.entry(named: substitute.name)
        #expect(other.files.isEmpty)
        #expect(other.preprocessing == entry.preprocessing)
    }

    @Test func `keep title, source and published results apart from the experiment`() throws {
        let named = try NamedExperiment(
            name: "mine",
            text: """
                title = My own
                dataset = blobs
                layers = dense(4, activation=softmax)
                published = test_accuracy(0.21, 0.53), best_val_loss(1.5)
                """)
        #expect(named.title == "My own")
        #expect(named.experiment.dataset == Term("blobs"))
        #expect(named.published.map(\.figure) == ["0.21 to 0.53", "1.5"])
        #expect(named.published.map(\.measure.title) == ["test accuracy", "best validation loss"])
    }

    @Test func `say in which line something is wrong`() {
        let error = #expect(throws: ExperimentError.self) {
            try NamedExperiment(name: "mine", text: "title = a\ndataset = blobs\nepoch = 3")
        }
        #expect(error?.description.hasPrefix("Line 3 of the experiment") == true)
        #expect(error?.description.contains("“epochs”") == true)
        #expect(throws: ExperimentError.self) {
            try NamedExperiment(
                name: "mine", text: "dataset = blobs\nlayers = dense(2)\npublished = accuracy(1)")
        }
    }

    @Test func `are found by the nearest name`() {
        let error = #expect(throws: TermError.self) { try Self.library.experiment(named: "bostn") }
        #expect(error?.description.contains("“boston”") == true)
    }

    @Test func `are files here, too, where none has the name`() throws {
        let name = "nnboard-\(UUID().uuidString).txt"
        try "title = Mine\ndataset = blobs\nlayers = dense(4)".write(
            toFile: name, atomically: true, encoding: .utf8)
        defer { try? FileManager.default.removeItem(atPath: name) }
        #expect(try Self.library.experiment(named: name).title == "Mine")
        let error = #expect(throws: TermError.self) { try Self.library.experiment(named: "none.txt") }
        #expect(error?.description.hasPrefix("There is no experiment or file called “none.txt”.") == true)
    }

    @Test func `of a person's own come from their folder, and take the place of others`() throws {
        let folder = try OwnFolder()
        try folder.write("title = Mine\ndataset = blobs\nlayers = dense(4)", to: "blobs.experiment")
        try folder.write("dataset = blobs", to: "broken.experiment")
        let library = ExperimentLibrary(folder: folder.path)
        #expect(try library.experiment(named: "blobs").title == "Mine")
        #expect(library.experiments.filter { $0.name == "blobs" }.count == 1)
        #expect(library.problems.count == 1)
        #expect(library.problems.first?.contains("broken.experiment: The experiment has no “layers”") == true)
        let fault = #expect(throws: ExperimentFileError.self) { try library.experiment(named: "broken") }
        #expect(fault?.description == library.problems.first)
        let path = folder.path + "/blobs.experiment"
        #expect(try Self.library.experiment(named: path).title == "Mine")
    }

    @Test func `that can't be had say what stands in their place`() throws {
        let folder = try OwnFolder()
        let missing = folder.path + "/none.experiment"
        #expect(throws: FileError.unreadable(path: missing, reason: "No such file or directory")) {
            try Self.library.experiment(named: missing)
        }
        #expect(throws: FileError.noFile(path: folder.path, kind: "it is a folder")) {
            try Self.library.experiment(named: folder.path)
        }
        #expect(throws: FileError.noFile(path: ".", kind: "it is a folder")) {
            try Self.library.experiment(named: ".")
        }
    }

    @Test func `are looked for by a bare word in files, and not in folders of that name`() throws {
        let folder = try OwnFolder()
        #expect(FileType.isPath("/dev/null") && FileType.isPath(".") && FileType.isPath(".."))
        #expect(!FileType.isPath(folder.path) && !FileType.isPath(folder.path + "/nosuch"))
    }

    @Test func `are read from pipes that are named, and from none that lies in their folder`() throws {
        let folder = try OwnFolder()
        let path = folder.path + "/own.experiment"
        mkfifo(path, 0o600)
        let library = ExperimentLibrary(folder: folder.path)
        #expect(library.problems == ["\(path) can't be read: it is a pipe. Name an ordinary file."])
        // A reader of its own lets the writer begin before.
        let (reader, writer) = (open(path, O_RDONLY | O_NONBLOCK), open(path, O_WRONLY))
        let text = "title = Mine\ndataset = blobs\nlayers = dense(4)\n"
        #expect(write(writer, text, text.utf8.count) == text.utf8.count)
        close(writer)
        defer { close(reader) }
        #expect(try library.experiment(named: path).title == "Mine")
    }
}
