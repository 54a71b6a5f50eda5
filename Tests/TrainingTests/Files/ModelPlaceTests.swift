import Foundation
import Synchronization
import Testing

@testable import Datasets
@testable import Training

@Suite struct `The place of a saved model` {
    private let folder: OwnFolder

    init() throws { folder = try OwnFolder() }

    private func model(epochs: Int) throws -> ModelFile {
        let dataset = madeUpDataset(dense: true)
        var experiment = madeUpExperiment(dataset)
        experiment.model.layers = try Term.list(parsing: "dense(4, activation=softmax)").map(
            Layer.init(term:))
        let (_, network) = try HeadlessRun(experiment, dataset: dataset).run(clock: nil)
        return ModelFile(experiment, network: network, dataset: dataset, epochs: epochs)
    }

    @Test(arguments: [
        "", ".", "..", "models/", "models/.", "models/..", "/", ".json", "models/.safetensors", "..json",
    ])
    func `has a name that a file can have`(name: String) throws {
        #expect(throws: FileError.noFileName(name)) { try ModelFile.Place(name) }
        #expect(throws: FileError.noFileName(name)) { try ModelFile(path: name) }
    }

    @Test(arguments: ["a.b", "\u{301}x", "café", "a.json.json", "..."])
    func `has both files by one name`(name: String) throws {
        let place = try ModelFile.Place(folder.path + "/" + name)
        let stem = name.hasSuffix(".json") ? String(name.dropLast(5)) : name
        #expect(place.weights.name == folder.path + "/" + stem + ".safetensors")
        #expect(place.description.name == folder.path + "/" + stem + ".json")
    }

    @Test func `is refused before anything is trained where its folder is missing`() throws {
        let error = #expect(throws: FileError.self) { try ModelFile.Place(folder.path + "/none/x") }
        #expect(error?.description.contains("there is no folder \(folder.path)/none") == true)
    }

    @Test func `is free where a model, nothing or an empty file is`() throws {
        let name = folder.path + "/model"
        let place = try ModelFile.Place(name)
        #expect(place.occupied.isEmpty)
        try folder.write("", to: "model.json")
        #expect(try ModelFile.Place(name).occupied.isEmpty)
        try model(epochs: 1).write(to: name)
        #expect(try ModelFile.Place(name).occupied.isEmpty)
        // As Python writes it again.
        let json = try JSONSerialization.jsonObject(
            with: Data(WholeFile.read(name + ".json", atMost: 1 << 20)))
        try JSONSerialization.data(withJSONObject: json).write(to: URL(filePath: name + ".json"))
        #expect(try ModelFile.Place(name).occupied.isEmpty)
    }

    @Test(arguments: ["model.json", "model.safetensors"])
    func `is taken by a file of another kind`(taken: String) throws {
        try folder.write("{\"dataset\": \"reuters\"}", to: taken)
        let place = try ModelFile.Place(folder.path + "/model")
        #expect(place.occupied.map(\.path) == [folder.path + "/" + taken])
    }

    // MARK: A place that is lost during training

    @Test func `that another file has taken leaves the network the next free name`() throws {
        let name = folder.path + "/model"
        let model = try model(epochs: 3)
        try folder.write("mine", to: "model.json")
        // A link to nothing is somebody's, too.
        symlink("nowhere", name + "-1.json")
        let error = #expect(throws: ModelFile.LostPlace.self) {
            try model.save(as: name + ".json", Consent())
        }
        #expect(
            error?.description
                == "\(name).json exists already, and is no description of a model of nnboard. "
                + "The network is saved as \(name)-2.safetensors and \(name)-2.json instead.")
        #expect(try ModelFile(path: name + "-2").epochs == 3)
        #expect(try String(contentsOfFile: name + ".json", encoding: .utf8) == "mine")
        #expect(throws: ModelFile.LostPlace.self) { try model.save(as: name, Consent()) }
        #expect(try ModelFile(path: name + "-3").epochs == 3)
        #expect(try model.save(as: name, Consent(forced: true)).description == name + ".json")
        #expect(try ModelFile(path: name).epochs == 3)
    }

    @Test func `that can't be written leaves the network the next free name`() throws {
        let name = folder.path + "/model"
        let model = try model(epochs: 3)
        // The first flush fails.
        let isSound = Mutex(false)
        var calls = FileCalls.system
        calls.sync = { descriptor in
            let isFirst = isSound.withLock { isSound in
                defer { isSound = true }
                return !isSound
            }
            guard isFirst else { return FileCalls.system.sync(descriptor) }
            errno = EIO
            return -1
        }
        let error = #expect(throws: ModelFile.LostPlace.self) {
            try model.save(as: name, Consent(), calls: calls)
        }
        #expect(error?.reason.contains("can't be written: Input/output error.") == true)
        #expect(error?.outcome.contains("\(name)-1.safetensors") == true)
        #expect(try ModelFile(path: name + "-1").epochs == 3)
    }

    @Test func `is told with both reasons where no other name can be had either`() throws {
        let folder = folder.path + "/models"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let model = try model(epochs: 3)
        try FileManager.default.removeItem(atPath: folder)
        let error = #expect(throws: ModelFile.LostPlace.self) {
            try model.save(as: folder + "/model", Consent())
        }
        #expect(error?.reason.contains("there is no folder \(folder)") == true)
        #expect(error?.outcome.hasPrefix("Nor can the network be saved under another name: ") == true)
        #expect(error?.outcome.contains("/models/model-1.safetensors can't be written: ") == true)
    }

    @Test func `holds a whole model, whichever write fails`() throws {
        let (old, new) = (try model(epochs: 1), try model(epochs: 2))
        let name = folder.path + "/model"
        var count = 0
        // The calls that change a file, one after another.
        while count < 200 {
            try old.write(to: name)
            let left = Mutex(count)
            var calls = FileCalls.system
            @Sendable func may() -> Bool {
                left.withLock { left in
                    left -= 1
                    errno = ENOSPC
                    return left != -1
                }
            }
            calls.write = { may() ? FileCalls.system.write($0, $1, $2) : -1 }
            calls.sync = { may() ? FileCalls.system.sync($0) : -1 }
            calls.name = { may() ? FileCalls.system.name($0, $1) : -1 }
            calls.rename = { may() ? FileCalls.system.rename($0, $1) : -1 }
            _ = try? new.write(to: ModelFile.Place(name), FileWriter.Options(calls: calls))
            let epochs = try ModelFile(path: name).epochs
            #expect(epochs == 1 || epochs == 2)
            if left.withLock({ $0 >= 0 }) { break }
            count += 1
        }
        #expect(6..<200 ~= count)
        #expect(try ModelFile(path: name).epochs == 2)
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
                == ["model.json", "model.safetensors"])
    }

    @Test func `is told with the reason once where it is the same for every name`() throws {
        let model = try model(epochs: 3)
        var calls = FileCalls.system
        calls.open = { _, _, _ in
            errno = EACCES
            return -1
        }
        let name = folder.path + "/model"
        let error = #expect(throws: ModelFile.LostPlace.self) {
            try model.save(as: name, Consent(), calls: calls)
        }
        #expect(error?.reason.contains("can't be written: Permission denied. Change the rights") == true)
        #expect(
            error?.outcome == "Nor can \(name)-1.safetensors, for the same reason: the network is not saved.")
    }
}
