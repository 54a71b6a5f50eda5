import Datasets
import FoundationEssentials
import Glibc

/// Files of a run that was cut off.
extension RunFolder {
    func network(at moment: Moment, of model: Model) throws -> Network {
        let path = path(of: .weights(moment))
        let file = try Safetensors(checkedPath: path)
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
        let path = path(of: .state(epoch))
        let file = try Safetensors(checkedPath: path)
        let experiment = try Experiment(text: file.metadata["experiment"] ?? "")
        let network = try network(at: Moment(epochs: epoch), of: experiment.model)
        return try Checkpoint(file, path: path, epoch: epoch, experiment, network)
    }

    /// The epochs whose lines are whole, in order and without a gap.
    private func history(measuring metrics: [Metric]) -> History {
        var history = History()
        guard let data = FileManager.default.contents(atPath: path + "/" + Self.linesName) else {
            return history
        }
        for line in data.split(separator: UInt8(ascii: "\n")) {
            guard let json = try? JSONValue(parsing: Array(line)),
                let record = EpochRecord(json, measuring: metrics)
            else { break }
            // Version 0.4 says an epoch again where a run was continued from the one before.
            guard record.index == history.epochs.count + 1 else { continue }
            history.append(record)
        }
        return history
    }

    /// Everything that can be read; `nil` without an epoch to continue from.
    ///
    /// The epochs end with the newest that is whole. A power cut may have left lines of later ones.
    var contents: Contents? {
        guard let data = FileManager.default.contents(atPath: path + "/" + Self.fitName),
            let fit = try? Self.fit(from: String(textFile: data)),
            let names = try? FileManager.default.contentsOfDirectory(atPath: path)
        else { return nil }
        let lines = history(measuring: fit.experiment.model.metrics)
        let parts = names.compactMap(Shelf.Part.init(fileName:))
        let states = parts.compactMap { if case .state(let epoch) = $0 { epoch } else { nil } }.sorted()
        guard
            let newest = states.last(where: { epoch in
                epoch <= lines.epochs.count && (try? checkpoint(epoch)) != nil
            })
        else { return nil }
        let weights = parts.compactMap { if case .weights(let moment) = $0 { moment } else { nil } }.sorted()
        return Contents(
            folder: self, fit: fit, history: History(epochs: Array(lines.epochs.prefix(newest))),
            weights: weights.filter { $0 <= Moment(epochs: newest) && isWhole(.weights($0)) },
            states: states.filter { $0 <= newest && isWhole(.state($0)) },
            weightBytes: size(.weights(Moment(epochs: newest))), stateBytes: size(.state(newest)))
    }

    /// Tells whether a file is as long as it says; its checksum is looked at where it is read.
    private func isWhole(_ part: Shelf.Part) -> Bool {
        (try? SafetensorsFile(path: path(of: part))) != nil
    }

    private func size(_ part: Shelf.Part) -> Int {
        var status = stat()
        return stat(path(of: part), &status) == 0 ? Int(status.st_size) : 0
    }

    /// Tells whether the folder keeps epochs, or may keep some since it can't be listed.
    private var hasStates: Bool {
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: path) else { return true }
        return names.contains { name in
            if case .state = Shelf.Part(fileName: name) { true } else { false }
        }
    }

    /// The runs that were cut off, the oldest first: by the end of the machine, or of the program.
    ///
    /// Whoever asks holds them from then on. Folders without an epoch are removed. One whose epochs can't be
    /// read stays: a later version, or a system with more file descriptors, may read them.
    ///
    /// - Parameter parent: Where runs are kept.
    /// - Returns: What is kept of each.
    public static func cutOff(in parent: String) -> [RunArchive] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: parent)) ?? []
        var found: [(RunArchive, time: Int)] = []
        for name in names where name.hasPrefix("run-") {
            guard let folder = RunFolder(takingOver: "\(parent)/\(name)") else { continue }
            guard let contents = folder.contents else {
                if !folder.hasStates { folder.remove() }
                continue
            }
            var status = stat()
            stat(folder.path + "/" + Self.linesName, &status)
            found.append((RunArchive(contents), time: Int(status.st_mtim.tv_sec)))
        }
        return found.sorted { $0.time < $1.time }.map(\.0)
    }
}

extension Shelf.Part {
    /// The part that a file of that name is; `nil` where it is none.
    fileprivate init?(fileName name: String) {
        func numbers(_ kind: String) -> [Int]? {
            guard name.hasPrefix(kind), name.hasSuffix(".safetensors") else { return nil }
            return name.dropFirst(kind.count).dropLast(".safetensors".count).split(separator: "-")
                .compactMap { Int($0) }
        }
        if let numbers = numbers("weights-"), numbers.count == 2 {
            self = .weights(Moment(epochs: numbers[0], batches: numbers[1]))
        } else if let numbers = numbers("state-"), numbers.count == 1 {
            self = .state(numbers[0])
        } else {
            return nil
        }
    }
}
