import Datasets
import FoundationEssentials
import Glibc

/// Files of a run that was cut off.
extension RunFolder {
    /// A file that is gone, or not what was written: no later reading will make it good.
    ///
    /// All else that keeps a file from being read may pass, or be read by another version.
    struct Damage: Error, CustomStringConvertible {
        let description: String
    }

    /// A file that is whole, but says something that this version does not know.
    struct Foreign: Error, CustomStringConvertible {
        let path: String
        let reason: any Error

        /// The file, the cause, and the part of the text that is not known.
        var description: String {
            let start = "\(path.printable) is of another version of nnboard, or was changed by hand"
            return switch reason {
            case FileError.malformed(_, let problem), FileError.mismatched(_, let problem):
                "\(start): \(problem.printable)."
            case FileError.missing(_, let what): "\(start): it has no \(what.printable)."
            default: "\(start). \(reason)"
            }
        }
    }

    /// Reads the content of a file that is whole.
    private func understand<Value>(_ path: String, _ body: () throws -> Value) throws(Foreign) -> Value {
        do {
            return try body()
        } catch {
            throw Foreign(path: path, reason: error)
        }
    }

    private func file(_ part: Shelf.Part) throws -> Safetensors {
        let path = path(of: part)
        do throws(FileError) {
            return try Safetensors(checkedPath: path)
        } catch .malformed(let path, let problem) {
            // A disk that fails also gives less than the whole file.
            _ = try WholeFile.read(path, atMost: .max)
            throw Damage(description: "\(path.printable) is damaged: \(problem.printable).")
        } catch {
            guard isThere(path) else { throw Damage(description: "\(error)") }
            throw error
        }
    }

    /// Tells whether a file exists, as far as that can be known.
    private func isThere(_ path: String) -> Bool { access(path, F_OK) == 0 || errno != ENOENT }

    func network(at moment: Moment, of model: Model) throws -> Network {
        let path = path(of: .weights(moment))
        let file = try file(.weights(moment))
        return try understand(path) {
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
    }

    func checkpoint(_ epoch: Int) throws -> Checkpoint {
        let path = path(of: .state(epoch))
        let file = try file(.state(epoch))
        let experiment = try understand(path) { try Experiment(text: file.metadata["experiment"] ?? "") }
        let network = try network(at: Moment(epochs: epoch), of: experiment.model)
        return try understand(path) {
            try Checkpoint(file, path: path, epoch: epoch, experiment, network)
        }
    }

    /// The epochs whose lines are whole, in order and without a gap.
    private struct Lines {
        var history = History()
        /// The line at which they end although others follow: not the mark of a power cut.
        var gap: Int?

        init(_ bytes: [UInt8], measuring metrics: [Metric]) {
            func record(_ line: ArraySlice<UInt8>) -> EpochRecord? {
                (try? JSONValue(parsing: Array(line))).flatMap { EpochRecord($0, measuring: metrics) }
            }
            let lines = bytes.split(separator: UInt8(ascii: "\n"))
            for (place, line) in lines.enumerated() {
                guard let record = record(line) else {
                    // Sectors that a power cut has kept from the disk are zero.
                    let isTorn = line.contains(0)
                    let isForeign = (try? JSONValue(parsing: Array(line))) != nil
                    if !isTorn, isForeign || lines[(place + 1)...].contains(where: { record($0) != nil }) {
                        gap = place + 1
                    }
                    return
                }
                // Version 0.4 says an epoch again where a run was continued from the one before.
                guard record.index == history.epochs.count + 1 else { continue }
                history.append(record)
            }
        }
    }

    /// The outcome of reading a folder.
    enum Found {
        case run(Contents)
        /// Nothing that anybody could want, though there may be the remains of an epoch.
        case nothing(hasRemains: Bool)
        /// Something that no run can be continued from, and why.
        case unreadable(reason: String)
    }

    /// Everything that can be read.
    ///
    /// The epochs end with the newest that is whole. A power cut may have left lines of later ones.
    var found: Found {
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: path) else {
            return .unreadable(reason: "\(path.printable) can't be listed. Check its rights.")
        }
        let parts = names.compactMap(Shelf.Part.init(fileName:))
        let states = parts.compactMap { if case .state(let epoch) = $0 { epoch } else { nil } }.sorted()
        let reason: String
        do {
            let fit = try readFit()
            let lines = Lines(
                try WholeFile.read(path + "/" + Self.linesName, atMost: .max),
                measuring: fit.experiment.model.metrics)
            return .run(try contents(fit, lines, states, parts))
        } catch {
            reason = "\(error)"
        }
        guard holdsSomething(parts) else { return .nothing(hasRemains: !states.isEmpty) }
        return .unreadable(reason: reason)
    }

    /// Tells whether there is a curve, or the weights after an epoch: even where no run can be continued from them,
    /// only a person may throw them away.
    private func holdsSomething(_ parts: [Shelf.Part]) -> Bool {
        if hasLine { return true }
        // The program has ended before the first line was whole: the first epoch was not kept yet.
        if parts.allSatisfy({ $0.moment <= Moment(epochs: 1) }) { return false }
        return parts.contains { part in
            guard case .weights(let moment) = part, moment.epochs > 0 else { return false }
            do {
                _ = try file(part)
            } catch {
                return !(error is Damage)
            }
            return true
        }
    }

    /// Tells whether a line may be there that was whole when the program ended.
    private var hasLine: Bool {
        let linesPath = path + "/" + Self.linesName
        guard isThere(linesPath) else { return false }
        guard let bytes = try? WholeFile.read(linesPath, atMost: .max) else { return true }
        // Sectors that a power cut has kept from the disk are zero.
        let blank = [0, UInt8(ascii: " "), UInt8(ascii: "\r"), UInt8(ascii: "\t")]
        let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        return lines.dropLast().contains { !$0.allSatisfy(blank.contains) }
            || lines.last.map { (try? JSONValue(parsing: Array($0))) != nil } == true
    }

    private func readFit() throws -> Fit {
        let path = path + "/" + Self.fitName
        let bytes = try WholeFile.read(path, atMost: .max)
        // It is the first file that is flushed: where a power cut left it half, nothing behind it was safe.
        if bytes.last != UInt8(ascii: "\n") || bytes.contains(0) {
            throw Damage(description: "\(path.printable) is damaged: it ends before its last line.")
        }
        return try understand(path) {
            if let fit = try Self.fit(from: String(textFile: Data(bytes))) { return fit }
            throw FileError.malformed(path: path, problem: "it does not say which samples are for validation")
        }
    }

    /// The contents that training continues from: those of the newest whole epoch.
    ///
    /// - Throws: The reason why none is.
    private func contents(
        _ fit: Fit, _ lines: Lines, _ states: [Int], _ parts: [Shelf.Part]
    ) throws -> Contents {
        var lost = LostEpochs(
            unreadable: lines.gap.map {
                "\(path.printable)/\(Self.linesName) is damaged in line \($0), or of a later version."
            })
        var newestWhole: Checkpoint?
        var damage: Damage?
        for epoch in states.reversed() where newestWhole == nil && epoch <= lines.history.epochs.count {
            do {
                newestWhole = try checkpoint(epoch)
            } catch let error as Damage {
                lost.damaged.insert(epoch, at: 0)
                damage = damage ?? error
            } catch {
                lost.unreadable = "\(error)"
            }
        }
        guard let checkpoint = newestWhole else {
            throw Damage(
                description: lost.unreadable ?? damage?.description
                    ?? "\(path.printable) can't be continued: no file state-….safetensors belongs to a line of its "
                    + "\(Self.linesName).")
        }
        let newest = checkpoint.moment.epochs
        let weights = parts.compactMap { if case .weights(let moment) = $0 { moment } else { nil } }.sorted()
        return Contents(
            folder: self, fit: fit,
            history: History(epochs: Array(lines.history.epochs.prefix(newest))),
            changes: checkpoint.changes, lost: lost,
            weights: weights.filter { $0 <= Moment(epochs: newest) && isWhole(.weights($0)) },
            states: states.filter { $0 <= newest && isWhole(.state($0)) },
            ending: ending(with: checkpoint, of: fit),
            weightBytes: size(.weights(Moment(epochs: newest))), stateBytes: size(.state(newest)))
    }

    /// The end that the run had come to, by what was noted of it or since it has all its epochs.
    private func ending(with checkpoint: Checkpoint, of fit: Fit) -> RunEnding? {
        let noted = (try? WholeFile.read(path + "/" + Self.endName, atMost: 64)).flatMap(Self.end)
        let newest = checkpoint.moment.epochs
        if let noted, noted.epoch == newest { return noted.ending }
        var planned = checkpoint.experiment
        for change in fit.experiment.changes where change.moment == checkpoint.moment {
            planned.apply(change.edit)
        }
        return newest >= planned.settings.epochs ? .finished : nil
    }

    /// Tells whether a file is as long as it says; its checksum is looked at where it is read.
    private func isWhole(_ part: Shelf.Part) -> Bool {
        (try? SafetensorsFile(path: path(of: part))) != nil
    }

    private func size(_ part: Shelf.Part) -> Int {
        var status = stat()
        return stat(path(of: part), &status) == 0 ? Int(status.st_size) : 0
    }

    /// The runs that are left of programs that have ended, cut off or at their end.
    ///
    /// The caller holds them as long as they live. Folders that hold no epoch are removed, and removals that were cut off
    /// are finished. One that holds something stays, although nothing continues it: a later version, or a system with more
    /// file descriptors, may read it, and curves and weights are of use by themselves.
    ///
    /// - Parameter parent: The folder that the runs are kept in.
    /// - Returns: The archive of each, and the reasons why others can't be read.
    public static func cutOff(in parent: String) -> CutOffRuns {
        var left = CutOffRuns()
        guard FileManager.default.fileExists(atPath: parent) else { return left }
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: parent) else {
            left.unreadable = ["\(parent.printable) can't be listed. Check its rights."]
            return left
        }
        var found: [(run: RunArchive, time: Int)] = []
        for name in names.sorted() {
            let path = "\(parent)/\(name)"
            if isMarked(name), let rest = empty(path) { left.unreadable.append(rest) }
            guard name.hasPrefix("run-") else { continue }
            let folder: RunFolder
            switch taking(path) {
            case .none: continue
            case .foreign(let reason), .unlocked(let reason):
                left.unreadable.append(reason)
                continue
            case .unreadable(let reason):
                left.unreadable.append(reason)
                left.leftAlone.append(path)
                continue
            case .folder(let taken): folder = taken
            }
            switch folder.found {
            case .nothing(let hasRemains):
                if let rest = folder.remove() {
                    left.unreadable.append(rest)
                } else if hasRemains {
                    left.removed += 1
                }
            case .unreadable(let reason):
                left.unreadable.append(reason)
                left.leftAlone.append(path)
            case .run(let contents):
                var status = stat()
                stat(folder.path + "/" + linesName, &status)
                found.append((RunArchive(contents), time: Int(status.st_mtim.tv_sec)))
            }
        }
        left.runs = found.sorted { $0.time < $1.time }.map(\.run)
        return left
    }

    /// Counts the runs that ``cutOff(in:)`` would find, and leaves each as it is.
    ///
    /// - Parameter parent: The folder that runs are kept in.
    /// - Returns: The number of folders that nobody holds and whose run can be continued, or had ended.
    public static func countCutOff(in parent: String) -> Int {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: parent)) ?? []
        return names.count { name in
            let path = "\(parent)/\(name)"
            guard name.hasPrefix("run-"), FileManager.default.fileExists(atPath: path + "/" + fitName),
                !isHeld(path), strangers(in: path).isEmpty
            else { return false }
            if case .run = RunFolder(lookingAt: path).found { return true }
            return false
        }
    }
}
