import Foundation
import KeptNetwork
import Testing

@testable import Training

/// The fate of run folders, whole, damaged or not to be read.
@Suite struct `A run folder` {
    let training: KeptTraining
    let own: OwnFolder

    init() throws {
        training = try KeptTraining(epochs: 4)
        own = try OwnFolder()
    }

    var runs: String { own.path + "/runs" }
    var run: String { runs + "/run-1-0" }

    /// Leaves a run of four epochs that nobody holds: a copy has no lock.
    func leave() throws {
        let archive = RunArchive(
            training.fit, folder: try RunFolder(training.fit, in: own.path + "/kept"),
            flusher: Flusher(interval: .zero))
        try archive.train(on: training.dataset)
        archive.finishWriting()
        try FileManager.default.createDirectory(atPath: runs, withIntermediateDirectories: true)
        try FileManager.default.copyItem(atPath: try #require(archive.folder?.path), toPath: run)
    }

    func cut(_ name: String) throws {
        let path = run + "/" + name
        try Data(contentsOf: URL(filePath: path)).dropLast(7).write(to: URL(filePath: path))
    }

    /// Puts something in a file's place that can't be read at present.
    func block(_ name: String) throws {
        try FileManager.default.removeItem(atPath: run + "/" + name)
        try FileManager.default.createDirectory(atPath: run + "/" + name, withIntermediateDirectories: true)
    }

    var files: [String] {
        get throws { try FileManager.default.contentsOfDirectory(atPath: run).sorted() }
    }

    // MARK: A new one

    @Test func `takes the next number that is free, and leaves what is there alone`() throws {
        let taken = "\(runs)/run-\(getpid())-"
        try FileManager.default.createDirectory(atPath: taken + "0", withIntermediateDirectories: true)
        try own.write("mine", to: "runs/run-\(getpid())-1")
        let folder = try RunFolder(training.fit, in: runs)
        #expect(folder.path == taken + "2")
        #expect(try String(contentsOfFile: taken + "1", encoding: .utf8) == "mine")
        #expect(try FileManager.default.contentsOfDirectory(atPath: taken + "0") == [])
    }

    @Test func `is not made where no number is free`() throws {
        try FileManager.default.createDirectory(atPath: runs, withIntermediateDirectories: true)
        for number in 0..<10_000 { mkdir("\(runs)/run-\(getpid())-\(number)", 0o700) }
        #expect(
            throws: FileError.notWritten(path: "\(runs)/run-\(getpid())-9999", reason: "File exists")
        ) { try RunFolder(training.fit, in: runs) }
        #expect(try FileManager.default.contentsOfDirectory(atPath: "\(runs)/run-\(getpid())-9999") == [])
    }

    // MARK: One that was left

    /// Faults after which nothing can be continued, and what is said of each.
    private static let faults = [
        ("no state", "no file state-….safetensors belongs to a line of its epochs.jsonl"),
        ("every state damaged", "state-4.safetensors is damaged: "),
        ("weights gone", "weights-4-0.safetensors can't be read: No such file"),
        ("no line", "epochs.jsonl can't be read: No such file"),
        ("description gone", "run.txt can't be read: No such file"),
        ("description cut", "run.txt is damaged: it ends before its last line"),
        ("description empty", "run.txt is damaged: it ends before its last line"),
    ]

    func damage(_ fault: String) throws {
        for name in try files {
            switch fault {
            case "no state" where name.hasPrefix("state"), "no line" where name.hasPrefix("epochs"),
                "weights gone" where name.hasPrefix("weights"):
                try FileManager.default.removeItem(atPath: run + "/" + name)
            case "description gone" where name == "run.txt":
                try FileManager.default.removeItem(atPath: run + "/" + name)
            case "description cut" where name == "run.txt": try cut(name)
            case "description empty" where name == "run.txt": try own.write("", to: "runs/run-1-0/" + name)
            case "every state damaged" where name.hasPrefix("state"): try cut(name)
            default: continue
            }
        }
    }

    /// Lets it be as old as a folder without a description has to be.
    private func age() throws {
        try FileManager.default.setAttributes(
            [.modificationDate: Date(timeIntervalSince1970: 1_700_000_000)], ofItemAtPath: run)
    }

    @Test(arguments: faults)
    func `that nothing can be continued from stays for its curves and weights, and its fault is told`(
        fault: String, words: String
    ) throws {
        try leave()
        try damage(fault)
        try age()
        let before = try files
        let found = RunFolder.cutOff(in: runs)
        #expect(found.runs.isEmpty && found.removed == 0 && found.unreadable.count == 1)
        #expect(found.leftAlone == [run])
        let reason = try #require(found.unreadable.first)
        #expect(reason.hasPrefix(run) && reason.contains(words), "\(reason)")
        #expect(Set(try files).subtracting(["lock"]) == Set(before).subtracting(["lock"]))
    }

    @Test(arguments: faults.map(\.0))
    func `that holds no line and no whole weights of an epoch is removed`(fault: String) throws {
        try leave()
        try damage(fault)
        for name in try files {
            if name == "epochs.jsonl" {
                try own.write(String(repeating: "\0", count: 80) + "\n", to: "runs/run-1-0/" + name)
            }
            if name.hasPrefix("weights"), !name.hasPrefix("weights-0") { try cut(name) }
        }
        try age()
        let found = RunFolder.cutOff(in: runs)
        #expect(found.runs.isEmpty && found.unreadable == [])
        // The loss is told; where no state was, no epoch had ended.
        #expect(found.removed == (fault == "no state" ? 0 : 1))
        #expect(!FileManager.default.fileExists(atPath: run))
    }

    @Test(arguments: [nil, "{\"epoch\":1,\"trai", "{\"epoch\":1,\"trai\0\0\0"])
    func `whose first epoch has no whole line yet is removed, and that is told`(line: String?) throws {
        try leave()
        for name in try files where name == "epochs.jsonl" || name.contains(/-[234][-.]/) {
            if name.hasPrefix("weights-0") { continue }
            try FileManager.default.removeItem(atPath: run + "/" + name)
        }
        if let line { try own.write(line, to: "runs/run-1-0/epochs.jsonl") }
        #expect(try files.contains("weights-1-0.safetensors"))
        let found = RunFolder.cutOff(in: runs)
        #expect(found.runs.isEmpty && found.unreadable == [] && found.removed == 1)
        #expect(!FileManager.default.fileExists(atPath: run))
    }

    // MARK: Files that no run has

    @Test(arguments: [
        "weights-3.safetensors", "weights-03-0.safetensors", "state-x.safetensors", "my notes.txt",
    ])
    func `that holds a file that no run has is left as it is, and read once that is elsewhere`(name: String)
        throws
    {
        try leave()
        try own.write("mine", to: "runs/run-1-0/" + name)
        let before = try files
        let found = RunFolder.cutOff(in: runs)
        #expect(found.runs.isEmpty && found.removed == 0 && found.leftAlone == [])
        #expect(
            found.unreadable == [
                "\(run) holds \(name), which no run of this version has. Move that elsewhere, and the next start "
                    + "reads the run."
            ])
        #expect(try files == before)
        #expect(RunFolder.countCutOff(in: runs) == 0)
        try FileManager.default.removeItem(atPath: run + "/" + name)
        #expect(RunFolder.cutOff(in: runs).runs.count == 1)
    }

    @Test func `without a description is left as it is where it holds something else`() throws {
        try own.makeFolder("runs/run-1-0/notes")
        try own.write("mine", to: "runs/run-1-0/notes/today.txt")
        try age()
        let found = RunFolder.cutOff(in: runs)
        #expect(found.unreadable.count == 1 && found.leftAlone == [])
        #expect(try files == ["notes"])
        #expect(try String(contentsOfFile: run + "/notes/today.txt", encoding: .utf8) == "mine")
    }

    @Test func `that is thrown away leaves what no run has, and the next start names it`() throws {
        let archive = RunArchive(training.fit, folder: try RunFolder(training.fit, in: runs))
        try archive.train(on: training.dataset)
        archive.finishWriting()
        let path = try #require(archive.folder?.path)
        try Data("mine".utf8).write(to: URL(filePath: path + "/notes.txt"))
        archive.forget()
        let name = try #require(FileManager.default.contentsOfDirectory(atPath: runs).first)
        #expect(try FileManager.default.contentsOfDirectory(atPath: "\(runs)/\(name)") == ["notes.txt"])
        let found = RunFolder.cutOff(in: runs)
        #expect(found.runs.isEmpty && found.leftAlone == [])
        #expect(found.unreadable.first?.contains("\(runs)/\(name) is all that is left of a run") == true)
        #expect(try FileManager.default.contentsOfDirectory(atPath: "\(runs)/\(name)") == ["notes.txt"])
    }

    // MARK: One that had ended

    /// Leaves a run of six epochs that ended after four.
    private func leave(ended ending: RunEnding?) throws -> Fit {
        var fit = training.fit
        fit.experiment.settings.epochs = 6
        let archive = RunArchive(fit, folder: try RunFolder(fit, in: own.path + "/kept"))
        let run = try TrainingRun(fit, dataset: training.dataset, archive: archive)
        while run.history.epochs.count < 4 { _ = run.advance() }
        if let ending { archive.noteEnd(ending) }
        archive.finishWriting()
        try FileManager.default.createDirectory(atPath: runs, withIntermediateDirectories: true)
        try FileManager.default.copyItem(atPath: try #require(archive.folder?.path), toPath: self.run)
        return fit
    }

    @Test(arguments: [RunEnding.finished, .stopped])
    func `of a run that had ended before all its epochs brings it back, and trains no more`(ending: RunEnding)
        throws
    {
        let fit = try leave(ended: ending)
        let found = try #require(RunFolder.cutOff(in: runs).runs.first)
        #expect(found.ending == ending)
        let run = try TrainingRun(fit, dataset: training.dataset, from: try found.past(at: 4))
        #expect(run.isFinished && run.history.epochs.count == 4 && run.wasStopped == (ending == .stopped))
        #expect(run.engine.network() == found.network(epoch: 4))
        // Who goes back trains from there.
        #expect(try found.past(at: 3).ending == nil)
    }

    @Test(arguments: ["", "4", "4 stop", "3 stopped\n", "5 finished\n", "4 stopped\0\0", "stopped\n"])
    func `whose end is not noted for its newest epoch was cut off`(note: String) throws {
        _ = try leave(ended: nil)
        if !note.isEmpty { try own.write(note, to: "runs/run-1-0/ended.txt") }
        #expect(RunFolder.cutOff(in: runs).runs.first.map(\.ending) == .some(nil))
    }

    @Test func `of a run with all its epochs is one that had ended, as long as the newest is whole`() throws {
        try leave()
        #expect(RunFolder.cutOff(in: runs).runs.first?.ending == .finished)
        try cut("state-4.safetensors")
        #expect(RunFolder.cutOff(in: runs).runs.first.map(\.ending) == .some(nil))
    }

    @Test(arguments: ["are there", "have no room", "are damaged", "are gone"])
    func `of a run that had ended early puts the best weights back`(fate: String) throws {
        var fit = training.fit
        fit.experiment.settings.epochs = 20
        fit.experiment.model.optimizer.learningRate = 0.3
        fit.experiment.apply(.earlyStopping(patience: 3))
        let budget = fate == "have no room" ? ArchiveBudget(memory: 0, disk: 0) : ArchiveBudget()
        let archive = RunArchive(fit, budget: budget, folder: try RunFolder(fit, in: own.path + "/kept"))
        let whole = try finished(TrainingRun(fit, dataset: training.dataset, archive: archive))
        let (best, last) = (whole.snapshot.epochs, whole.history.epochs.count)
        try #require(best % 4 != 0 && best < last && last < 20)
        archive.noteEnd(.finished)
        archive.finishWriting()
        try FileManager.default.createDirectory(atPath: runs, withIntermediateDirectories: true)
        try FileManager.default.copyItem(atPath: try #require(archive.folder?.path), toPath: self.run)
        let weights = "weights-\(best)-0.safetensors"
        switch fate {
        case "are damaged":
            let path = URL(filePath: self.run + "/" + weights)
            var bytes = try Data(contentsOf: path)
            bytes[bytes.count - 1] ^= 1
            try bytes.write(to: path)
        case "are gone": try FileManager.default.removeItem(atPath: self.run + "/" + weights)
        default: break
        }
        for time in 1...2 {
            let found = try #require(RunFolder.cutOff(in: runs).runs.first)
            let next = RunArchive(fit, budget: budget, folder: try RunFolder(fit, in: own.path + "/next"))
            let past = try found.past(at: last)
            next.adopt(past, from: found)
            let run = try TrainingRun(fit, dataset: training.dataset, from: past, archive: next)
            #expect(run.isFinished && run.snapshot.network == whole.snapshot.network)
            #expect(run.snapshot.epochs == best)
            next.finishWriting()
            // The weights that had to be trained again are in files from then on.
            let read = try next.folder?.network(at: Moment(epochs: best), of: fit.experiment.model)
            #expect(read == whole.snapshot.network, "time \(time)")
        }
    }

    @Test func `of a run whose best weights can't be had is refused`() throws {
        var fit = training.fit
        fit.experiment.apply(.earlyStopping(patience: 9))
        let archive = RunArchive(fit)
        try archive.train(on: training.dataset)
        let past = try archive.past(at: 4)
        let best = try #require(past.keptEpoch)
        #expect(throws: PastError.bestNotKept(epoch: best)) {
            try TrainingRun(fit, dataset: training.dataset, from: past, archive: RunArchive(fit))
        }
    }

    @Test func `is waited for until the end of its run is noted`() throws {
        let archive = RunArchive(training.fit, folder: try RunFolder(training.fit, in: runs))
        try archive.train(on: training.dataset)
        archive.finishWriting()
        let isBusy = DispatchSemaphore(value: 0)
        archive.writer.async { isBusy.wait() }
        archive.noteEnd(.stopped)
        isBusy.signal()
        archive.finishNewest()
        let note = try #require(archive.folder?.path) + "/ended.txt"
        #expect(try String(contentsOfFile: note, encoding: .utf8) == "4 stopped\n")
    }

    // MARK: Other faults

    @Test func `of a later version is left alone, and told of`() throws {
        try leave()
        let text = try String(contentsOfFile: run + "/run.txt", encoding: .utf8)
        try own.write(text + "\nsetting_of_tomorrow = 1\n", to: "runs/run-1-0/run.txt")
        let before = try files
        let found = RunFolder.cutOff(in: runs)
        #expect(found.runs.isEmpty && found.unreadable.count == 1)
        let reason = try #require(found.unreadable.first)
        #expect(
            reason.hasPrefix(
                "\(run)/run.txt is of another version of nnboard, or was changed by hand. Line "))
        #expect(reason.contains("setting_of_tomorrow"))
        #expect(reason.hasSuffix(".") && !reason.contains(".."))
        #expect(try files == before)
        try own.write(text, to: "runs/run-1-0/run.txt")
        #expect(RunFolder.cutOff(in: runs).runs.count == 1)
    }

    /// A file of the system that gives fewer bytes than it says, as a disk that fails does.
    private static let short = "/sys/devices/system/cpu/online"

    @Test(
        .enabled(if: FileManager.default.fileExists(atPath: short), "needs Linux' files of the processors"),
        arguments: ["run.txt", "epochs.jsonl"])
    func `whose disk gives only a part of a file is left alone, and told of`(name: String) throws {
        try leave()
        let before = try files
        try FileManager.default.removeItem(atPath: run + "/" + name)
        try FileManager.default.createSymbolicLink(
            atPath: run + "/" + name, withDestinationPath: Self.short)
        let found = RunFolder.cutOff(in: runs)
        #expect(found.runs.isEmpty && found.unreadable.count == 1)
        #expect(try files == before)
    }

    @Test(arguments: ["lock", "epochs.jsonl"])
    func `whose files can't be read at present is left alone, and told of`(name: String) throws {
        try leave()
        try block(name)
        let before = try files
        let found = RunFolder.cutOff(in: runs)
        #expect(found.runs.isEmpty && found.unreadable.count == 1)
        #expect(found.unreadable.first?.contains("run-1-0/\(name) can't be read") == true)
        #expect(try files == before)
    }

    @Test func `with no state that can be read at present is left alone, too`() throws {
        try leave()
        for epoch in 1...4 { try block("state-\(epoch).safetensors") }
        let found = RunFolder.cutOff(in: runs)
        #expect(found.runs.isEmpty && found.unreadable.count == 1)
        #expect(try files.contains("weights-4-0.safetensors"))
    }

    @Test func `with a damaged newest epoch continues from the one before, and says so`() throws {
        try leave()
        try cut("state-4.safetensors")
        let run = try #require(RunFolder.cutOff(in: runs).runs.first)
        #expect(run.history.epochs.count == 3 && run.lost == LostEpochs(damaged: [4]))
        #expect(try run.past(at: 3).checkpoint.moment == Moment(epochs: 3))
    }

    @Test func `with a newest epoch that can't be read at present says that its files are worth keeping`()
        throws
    {
        try leave()
        try block("state-4.safetensors")
        let run = try #require(RunFolder.cutOff(in: runs).runs.first)
        #expect(run.history.epochs.count == 3 && run.lost.damaged == [])
        #expect(run.lost.unreadable?.contains("state-4.safetensors can't be read") == true)
    }

    @Test func `with a damaged line before others says so; one that ends with zeros was cut off there`()
        throws
    {
        try leave()
        let text = try String(contentsOfFile: run + "/epochs.jsonl", encoding: .utf8)
        var lines = text.split(separator: "\n").map(String.init)
        let third = lines[2]
        lines[2] = "{\"epoch\":"
        try own.write(lines.joined(separator: "\n") + "\n", to: "runs/run-1-0/epochs.jsonl")
        var run = RunFolder.cutOff(in: runs).runs.first
        #expect(run?.history.epochs.count == 2)
        #expect(run?.lost.unreadable?.contains("epochs.jsonl is damaged in line 3") == true)
        lines[2] = third.prefix(20) + String(repeating: "\0", count: 80)
        run = nil
        try own.write(lines.joined(separator: "\n") + "\n", to: "runs/run-1-0/epochs.jsonl")
        run = RunFolder.cutOff(in: runs).runs.first
        #expect(run?.history.epochs.count == 2 && run?.lost == LostEpochs())
    }

    @Test func `that can't be read for a moment keeps its epochs for the next try`() throws {
        try leave()
        let run = try #require(RunFolder.cutOff(in: runs).runs.first)
        let (name, aside) = (self.run + "/state-4.safetensors", own.path + "/aside")
        try FileManager.default.moveItem(atPath: name, toPath: aside)
        try FileManager.default.createDirectory(atPath: name, withIntermediateDirectories: true)
        #expect(run.past(upTo: 4)?.checkpoint.moment == Moment(epochs: 3))
        #expect(throws: PastError.self) { try run.past(at: 4) }
        try FileManager.default.removeItem(atPath: name)
        try FileManager.default.moveItem(atPath: aside, toPath: name)
        #expect(run.past(upTo: 4)?.checkpoint.moment == Moment(epochs: 4))
    }
}
