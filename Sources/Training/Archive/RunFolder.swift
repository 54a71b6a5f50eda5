import Datasets
import FoundationEssentials
import Glibc
import Synchronization

/// The files of one run, so that it survives the end of the program, whatever ends that.
///
/// `run.txt` says what is run, `epochs.jsonl` has a line for each epoch, `weights-7-0.safetensors` the weights after
/// seven epochs and no batch, `state-7.safetensors` all else that decides how the run goes on. Whoever holds the lock
/// on `lock` runs it: where nobody does, it was cut off.
public final class RunFolder: Sendable {
    /// Where it is.
    public let path: String
    private let lock: Int32

    /// What a folder has.
    struct Contents {
        let folder: RunFolder
        let fit: Fit
        let history: History
        let weights: [Moment]
        let states: [Int]
        let weightBytes: Int
        let stateBytes: Int
    }

    /// Makes a folder for a run that begins.
    ///
    /// - Parameters:
    ///   - fit: What is run.
    ///   - parent: Where runs are kept; made where it isn't there.
    /// - Throws: ``FileError``.
    public init(_ fit: Fit, in parent: String) throws(FileError) {
        var name = ""
        for number in 0..<10_000 {
            name = "\(parent)/run-\(getpid())-\(number)"
            if !FileManager.default.fileExists(atPath: name) { break }
        }
        do {
            try FileManager.default.createDirectory(atPath: name, withIntermediateDirectories: true)
        } catch {
            throw .notWritten(path: name, reason: .lastSystemError)
        }
        path = name
        guard let lock = Self.lock(name) else { throw .notWritten(path: name, reason: .lastSystemError) }
        self.lock = lock
        try WholeFile.write(Array(Self.text(of: fit).utf8), to: name + "/run.txt", safely: false)
    }

    /// Takes over a folder whose run was cut off; `nil` where it is none, or another program still runs it.
    private init?(takingOver path: String) {
        guard FileManager.default.fileExists(atPath: path + "/run.txt"), let lock = Self.lock(path) else {
            return nil
        }
        self.path = path
        self.lock = lock
    }

    deinit { close(lock) }

    private static func lock(_ folder: String) -> Int32? {
        let descriptor = open(folder + "/lock", O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { return nil }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            close(descriptor)
            return nil
        }
        return descriptor
    }

    // MARK: - What is run

    private static func text(of fit: Fit) -> String {
        let role =
            switch fit.role {
            case .main: "main"
            case .fold(let number, let count): "fold \(number) \(count)"
            case .final: "final"
            }
        return
            "role = \(role)\nvalidation_samples = \(fit.validation.lowerBound) \(fit.validation.upperBound)\n"
            + fit.experiment.text
    }

    private static func fit(from text: String) throws -> Fit? {
        let lines = try KeyedLines(text, keys: Experiment.keyNames + ["role", "validation_samples"])
        let words = (lines["role"]?.value ?? "main").split(separator: " ").map(String.init)
        let range = (lines["validation_samples"]?.value ?? "").split(separator: " ").compactMap { Int($0) }
        guard range.count == 2, range[0] >= 0, range[0] <= range[1] else { return nil }
        let role: Fit.Role? =
            switch (words.first, words.dropFirst().compactMap { Int($0) }) {
            case ("main", []): .main
            case ("final", []): .final
            case ("fold", let numbers) where numbers.count == 2: .fold(numbers[0], of: numbers[1])
            default: nil
            }
        return try role.map { try Fit($0, Experiment(lines), validation: range[0]..<range[1]) }
    }

    // MARK: - Writing

    private func weightsPath(_ moment: Moment) -> String {
        "\(path)/weights-\(moment.epochs)-\(moment.batches).safetensors"
    }
    private func statePath(_ epoch: Int) -> String { "\(path)/state-\(epoch).safetensors" }

    func write(_ network: Network, at moment: Moment) throws {
        var file = Safetensors(metadata: [
            "layers": network.model.layers.map(\.text).joined(separator: ", "),
            "loss": network.model.loss.text,
        ])
        for (layer, weights) in network.weights.enumerated() {
            for (place, array) in weights.arrays.enumerated() {
                file.tensors.append(.init("\(layer)/\(place)", array))
            }
        }
        try file.write(to: weightsPath(moment), safely: false)
    }

    func write(_ checkpoint: Checkpoint) throws {
        try write(checkpoint.network, at: checkpoint.moment)
        try checkpoint.file.write(to: statePath(checkpoint.moment.epochs), safely: false)
    }

    /// Adds the line of an epoch: in one piece, so that a line is there or isn't.
    func write(_ record: EpochRecord) throws {
        let name = path + "/epochs.jsonl"
        let descriptor = open(name, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw FileError.notWritten(path: name, reason: .lastSystemError) }
        defer { close(descriptor) }
        let line = Array("\(record.json)\n".utf8)
        guard line.withUnsafeBytes({ Glibc.write(descriptor, $0.baseAddress, $0.count) }) == line.count
        else { throw FileError.notWritten(path: name, reason: .lastSystemError) }
    }

    func removeWeights(_ moment: Moment) { unlink(weightsPath(moment)) }
    func removeState(_ epoch: Int) { unlink(statePath(epoch)) }

    /// Gives files of another run a second name here; whether that could be done.
    func linkWeights(_ moment: Moment, of other: RunFolder?) -> Bool {
        guard let other else { return false }
        return link(other.weightsPath(moment), weightsPath(moment)) == 0
    }
    func linkState(_ epoch: Int, of other: RunFolder?) -> Bool {
        guard let other else { return false }
        return link(other.statePath(epoch), statePath(epoch)) == 0
    }

    /// Removes all of it.
    public func remove() { try? FileManager.default.removeItem(atPath: path) }

    // MARK: - Reading

    func network(at moment: Moment, of model: Model) throws -> Network {
        let path = weightsPath(moment)
        let file = try Safetensors(path: path)
        var model = model
        model.layers = try Term.list(parsing: file.metadata["layers"] ?? "").map(Layer.init(term:))
        model.loss = try Loss(text: file.metadata["loss"] ?? "")
        let weights = try model.layers.indices.map { layer in
            var arrays: [Matrix] = []
            while let tensor = file["\(layer)/\(arrays.count)"] {
                guard let values = tensor.floats, tensor.shape.count == 2 else {
                    throw FileError.malformed(path: path, problem: "\(tensor.name) is no matrix")
                }
                arrays.append(Matrix(rows: tensor.shape[0], columns: tensor.shape[1], values: values))
            }
            return Network.Weights(arrays: arrays)
        }
        if let problem = Network.problem(of: weights, for: model) {
            throw FileError.malformed(path: path, problem: problem)
        }
        return Network(model: model, weights: weights)
    }

    func checkpoint(_ epoch: Int) throws -> Checkpoint {
        let path = statePath(epoch)
        let file = try Safetensors(path: path)
        let experiment = try Experiment(text: file.metadata["experiment"] ?? "")
        let network = try network(at: Moment(epochs: epoch), of: experiment.model)
        return try Checkpoint(file, path: path, epoch: epoch, experiment, network)
    }

    /// The epochs whose lines are whole, in order and without a gap.
    private func history(measuring metrics: [Metric]) -> History {
        var history = History()
        guard let data = FileManager.default.contents(atPath: path + "/epochs.jsonl") else { return history }
        for line in data.split(separator: UInt8(ascii: "\n")) {
            guard let json = try? JSONValue(parsing: Array(line)),
                let record = EpochRecord(json, measuring: metrics)
            else { break }
            // A run that was gone on with says an epoch again where its end had not been kept.
            guard record.index == history.epochs.count + 1 else { continue }
            history.append(record)
        }
        return history
    }

    private var contents: Contents? {
        guard let data = FileManager.default.contents(atPath: path + "/run.txt"),
            let fit = try? Self.fit(from: String(decoding: data, as: UTF8.self)),
            let names = try? FileManager.default.contentsOfDirectory(atPath: path)
        else { return nil }
        func numbers(_ name: String, _ kind: String) -> [Int]? {
            guard name.hasPrefix(kind), name.hasSuffix(".safetensors") else { return nil }
            return name.dropFirst(kind.count).dropLast(".safetensors".count).split(separator: "-").compactMap
            {
                Int($0)
            }
        }
        let history = history(measuring: fit.experiment.model.metrics)
        let weights = names.compactMap { numbers($0, "weights-") }.filter { $0.count == 2 }
            .map { Moment(epochs: $0[0], batches: $0[1]) }.filter { $0.epochs <= history.epochs.count }
        let states = names.compactMap { numbers($0, "state-")?.first }
            .filter { $0 <= history.epochs.count }
        func size(_ path: String) -> Int {
            var status = stat()
            return stat(path, &status) == 0 ? Int(status.st_size) : 0
        }
        return Contents(
            folder: self, fit: fit, history: history, weights: weights.sorted(), states: states.sorted(),
            weightBytes: weights.last.map { size(weightsPath($0)) } ?? 0,
            stateBytes: states.last.map { size(statePath($0)) } ?? 0)
    }

    /// The runs that were cut off, the oldest first: by the end of the machine, or of the program.
    ///
    /// Whoever asks holds them from then on. Folders without a whole epoch are removed.
    ///
    /// - Parameter parent: Where runs are kept.
    /// - Returns: What is kept of each.
    public static func cutOff(in parent: String) -> [RunArchive] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: parent)) ?? []
        var found: [(RunArchive, time: Int)] = []
        for name in names where name.hasPrefix("run-") {
            guard let folder = RunFolder(takingOver: "\(parent)/\(name)") else { continue }
            guard let contents = folder.contents, !contents.states.isEmpty else {
                folder.remove()
                continue
            }
            var status = stat()
            stat(folder.path + "/epochs.jsonl", &status)
            found.append((RunArchive(contents), time: Int(status.st_mtim.tv_sec)))
        }
        return found.sorted { $0.time < $1.time }.map(\.0)
    }
}
