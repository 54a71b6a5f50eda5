import Datasets
import Foundation
import KeptNetwork
import Testing

@testable import TUI
@testable import Training

/// Runs that the dashboard keeps on the disk.
@Suite struct KeptRunsTests {
    private let mailbox = TUI.Mailbox {}
    private let fit = Fit(Fixture.dashboard().experiment)

    private func world(_ runs: KeptRuns?) -> World {
        World(mailbox: mailbox, locations: DataLocations(environment: [:]), runs: runs)
    }

    @Test func `a run without a place for its files is told of, and kept in memory`() throws {
        let file = FileManager.default.temporaryDirectory.appending(path: "nnboard-\(UUID().uuidString)")
        try Data().write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let archive = world(KeptRuns(path: file.path + "/runs")).archive(for: fit)
        #expect(archive.folder == nil)
        let told = mailbox.drain().compactMap { if case .complaint(let text) = $0 { text } else { nil } }
        #expect(told.count == 1)
        #expect(
            told.first?.hasPrefix("This run will not survive the end of the program: \(file.path)/runs")
                == true)
        #expect(told.first?.contains("Not a directory") == true)
    }

    @Test(arguments: [false, true])
    func `wait for the disk only where they should`(isDurable: Bool) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "nnboard-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let world = world(KeptRuns(path: folder.path, isDurable: isDurable))
        let archive = world.archive(for: fit)
        #expect(archive.isDurable == isDurable && archive.folder != nil)
        archive.forget()
        #expect(mailbox.drain().isEmpty)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == [])
    }
}

/// Runs that were cut off, and those that take their places.
@Suite(.runsFolder) struct `A run that takes the place of another` {
    private let mailbox = TUI.Mailbox {}
    private let folder = RunsFolder.path
    private let later = RunID(number: 1)
    private var runs: String { folder + "/runs" }

    private func world(_ path: String? = nil) -> World {
        World(
            mailbox: mailbox, locations: DataLocations(environment: [:]), runs: KeptRuns(path: path ?? runs))
    }

    /// Leaves a run that nobody holds: a copy has no lock.
    @discardableResult private func leave(_ name: String = "run-1-0", epochs: Int = 3, age: Double = 0) throws
        -> Fit
    {
        var experiment = Fixture.dashboard().experiment
        experiment.settings.epochs = epochs
        let fit = Fit(experiment)
        let archive = RunArchive(fit, folder: try RunFolder(fit, in: folder + "/kept"))
        try archive.train(on: Fixture.dataset)
        archive.finishWriting()
        try FileManager.default.createDirectory(atPath: runs, withIntermediateDirectories: true)
        try FileManager.default.copyItem(
            atPath: try #require(archive.folder?.path), toPath: runs + "/" + name)
        try FileManager.default.setAttributes(
            [.modificationDate: Date(timeIntervalSince1970: 1_700_000_000 - age)],
            ofItemAtPath: runs + "/\(name)/epochs.jsonl")
        return fit
    }

    /// Waits for news.
    private func news<Value>(_ pick: (Action) -> Value?) async -> Value {
        while true {
            for action in mailbox.drain() {
                if let value = pick(action) { return value }
            }
            await Task.yield()
        }
    }

    private func cutOff() async -> CutOffRun {
        await news { if case .cutOff(let run) = $0 { run } else { nil } }
    }

    private func failure() async -> String {
        await news { if case .milestone(_, .failed(let reason)) = $0 { reason } else { nil } }
    }

    private func start() async { await news { if case .milestone(_, .started) = $0 { () } else { nil } } }

    private func isMarked(_ world: World) -> Bool { world.inFiles.withLock(\.isAnyMarked) }

    private func reopening(_ fit: Fit, epoch: Int = 3, _ command: TrainerCommand = .start) -> Effect {
        let origin = Effect.Origin(run: .cutOff, epoch: epoch, isReplaced: true)
        return .branch(later, fit, .fullSpeed, command, from: origin, on: Fixture.dataset)
    }

    /// The names of folders; one that is being removed has another name until it is gone.
    private var left: [String] {
        get throws { try FileManager.default.contentsOfDirectory(atPath: runs).sorted() }
    }

    @Test func `leaves it as it was where it can't be trained, and takes it once it can`() async throws {
        let fit = try leave()
        let world = world()
        world.findCutOff()
        #expect(await cutOff().history.epochs.count == 3)
        var broken = fit
        broken.experiment.model.layers = []
        world.perform(reopening(broken))
        _ = await failure()
        while try left != ["run-1-0"] { await Task.yield() }
        // The same where training itself can't begin.
        world.perform(reopening(fit, .pause))
        world.heed(.failed(reason: "There is no memory left."), of: later)
        while try left != ["run-1-0"] { await Task.yield() }
        world.forgetAll()
        #expect(try left == ["run-1-0"])
        world.perform(reopening(fit))
        await start()
        // Now it is as safe.
        while try left.contains(where: { $0.contains("run-1-0") }) { await Task.yield() }
        #expect(try left.count == 1)
        let archive = try #require(world.archives.withLock { $0[later] })
        #expect(archive.history.epochs.count == 3 && archive.epochs.contains(1))
        world.forgetAll()
        #expect(try left == [])
    }

    @Test func `is kept from its start on, before an epoch of its own has ended`() async throws {
        let fit = try leave()
        let world = world()
        world.findCutOff()
        let found = await cutOff()
        world.perform(reopening(fit, epoch: found.history.epochs.count, .pause))
        world.heed(.started(epochs: 3, batchesPerEpoch: 7), of: later)
        #expect(isMarked(world))
        world.perform(.forget(later))
        #expect(!isMarked(world))
        world.heed(.epoch(Fixture.epoch(1)), of: later)
        #expect(!isMarked(world))
        world.forgetAll()
    }

    @Test func `leaves it where not all of it can be taken over`() async throws {
        let fit = try leave()
        let world = world()
        world.findCutOff()
        _ = await cutOff()
        try FileManager.default.removeItem(atPath: runs + "/run-1-0/state-3.safetensors")
        world.perform(reopening(fit))
        #expect(await failure().hasPrefix("Epoch 3 of that run can't be read."))
        world.perform(reopening(fit, epoch: 4))
        #expect(await failure().hasPrefix("Epoch 4 of that run is not kept"))
        world.forgetAll()
        while try left != ["run-1-0"] { await Task.yield() }
    }

    /// A run that was cut off, and another one that has started in its place and has not yet taken over its epochs.
    private func succession() async throws -> (world: World, earlier: RunArchive, later: RunArchive) {
        let fit = try leave()
        let world = world()
        world.findCutOff()
        _ = await cutOff()
        let earlier = try #require(world.archives.withLock { $0[.cutOff] })
        let archive = world.archive(for: fit)
        world.archives.withLock { $0[later] = archive }
        world.replace(.cutOff, earlier, by: later, archive, epoch: 3)
        world.heed(.started(epochs: 3, batchesPerEpoch: 7), of: later)
        return (world, earlier, archive)
    }

    @Test func `leaves it until what was taken over is on the disk`() async throws {
        let (world, earlier, archive) = try await succession()
        archive.finishWriting()
        #expect(world.archives.withLock { $0[.cutOff] } != nil)
        archive.adopt(try earlier.past(at: 3), from: earlier)
        while try left.contains(where: { $0.contains("run-1-0") }) { await Task.yield() }
        #expect(world.successions.withLock { $0.isEmpty })
        world.forgetAll()
        #expect(try left == [])
    }

    @Test func `leaves it where it has no files itself`() async throws {
        let fit = try leave()
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try Data().write(to: URL(filePath: folder + "/file"))
        let world = world(folder + "/file/runs")
        world.archives.withLock { $0[.cutOff] = RunFolder.cutOff(in: runs).runs.first }
        world.perform(reopening(fit))
        await start()
        #expect(world.archives.withLock { $0[later]?.hasFiles } == false)
        world.forgetAll()
        #expect(try left == ["run-1-0"])
    }

    @Test func `leaves it where later epochs of it may be read some day`() async throws {
        let fit = try leave()
        let state = runs + "/run-1-0/state-3.safetensors"
        try FileManager.default.removeItem(atPath: state)
        try FileManager.default.createDirectory(atPath: state, withIntermediateDirectories: true)
        let world = world()
        world.findCutOff()
        let found = await cutOff()
        #expect(found.history.epochs.count == 2 && found.lost.unreadable != nil)
        world.perform(reopening(fit, epoch: 2))
        await start()
        let archive = try #require(world.archives.withLock { $0[later] })
        archive.finishWriting()
        world.forgetAll()
        #expect(try left == ["run-1-0"])
    }

    @Test func `ends with it where a person throws it away before it is safe`() async throws {
        let world = try await succession().world
        world.forgetAll()
        #expect(try left == [])
    }

    // MARK: At the start

    @Test func `is the last of those that were cut off; the others follow as each is forgotten`() async throws
    {
        for number in 0..<3 {
            try leave("run-1-\(number)", epochs: number + 1, age: 300 - 100 * Double(number))
        }
        let world = world()
        world.findCutOff()
        for epochs in [3, 2, 1] {
            let found = await cutOff()
            #expect(found.history.epochs.count == epochs && found.older == epochs - 1)
            #expect(try left.count == epochs)
            world.perform(.forgetCutOff)
        }
        while try left != [] { await Task.yield() }
        #expect(world.archives.withLock { $0.isEmpty })
    }

    @Test func `that a person quits before waits for the next start with those before it`() async throws {
        for number in 0..<3 {
            try leave("run-1-\(number)", epochs: number + 1, age: 300 - 100 * Double(number))
        }
        var world: World? = world()
        world?.findCutOff()
        _ = await cutOff()
        world?.perform(.forgetCutOff)
        #expect(await cutOff().history.epochs.count == 2)
        world?.forgetAll()
        world = nil
        // The thread that has looked lets the run go a moment later.
        while RunFolder.cutOff(in: runs).runs.count < 2 { await Task.yield() }
        #expect(try left == ["run-1-0", "run-1-1"])
    }

    @Test func `is counted by who can't continue it, and left as it is`() throws {
        #expect(RunFolder.countCutOff(in: runs) == 0)
        try leave("run-1-0", epochs: 1)
        try leave("run-1-1", epochs: 1)
        // Neither a run that goes on, nor one without an epoch, nor anything else.
        let fit = Fit(Fixture.dashboard().experiment)
        let active = RunArchive(fit, folder: try RunFolder(fit, in: runs))
        defer { active.forget() }
        // Nor one that can't be continued, or holds something else.
        for name in ["run-1-3", "run-1-4"] { try leave(name, epochs: 1) }
        try FileManager.default.removeItem(atPath: runs + "/run-1-3/state-1.safetensors")
        try Data().write(to: URL(filePath: runs + "/run-1-4/notes.txt"))
        for name in ["run-1-2", "notes"] {
            try FileManager.default.createDirectory(
                atPath: runs + "/" + name, withIntermediateDirectories: true)
            try Data("role = main\n".utf8).write(to: URL(filePath: runs + "/\(name)/run.txt"))
        }
        let before = try left
        #expect(RunFolder.countCutOff(in: runs) == 2)
        #expect(try left == before)
        #expect(RunFolder.cutOff(in: runs).runs.count == 2)
    }

    @Test func `stays after the program was ended from outside, also where it had ended`() async throws {
        let world = world()
        let (ended, active) = (RunID(number: 1), RunID(number: 2))
        var epochs = 0
        for id in [ended, active] {
            let (archive, _) = try world.begin(id, Fit(Fixture.dashboard().experiment), from: nil)
            epochs = try archive.train(on: Fixture.dataset).epochs.count
            if id == ended {
                world.heed(.stopped(archive.history), of: id)
                archive.finishWriting()
                let note = try #require(archive.folder?.path) + "/ended.txt"
                #expect(try String(contentsOfFile: note, encoding: .utf8) == "\(epochs) stopped\n")
            }
        }
        world.finishKeeping()
        world.archives.withLock { $0 = [:] }
        // The threads that write let the folders go a moment later.
        while RunFolder.countCutOff(in: runs) < 2 { await Task.yield() }
        var found = CutOffRuns()
        while found.runs.count < 2 { found = RunFolder.cutOff(in: runs) }
        #expect(found.runs.allSatisfy { $0.history.epochs.count == epochs && $0.ending != nil })
    }

    @Test func `of one that had ended is at its end, too, with its curve and weights`() async throws {
        let fit = try leave()
        let world = world()
        world.findCutOff()
        #expect(await cutOff().hasEnded)
        world.perform(reopening(fit))
        let history = await news {
            if case .milestone(_, .finished(let history)) = $0 { history } else { nil }
        }
        #expect(history.epochs.count == 3)
        let archive = try #require(world.archives.withLock { $0[later] })
        #expect(archive.history.epochs.count == 3 && archive.network(epoch: 3) != nil)
        world.forgetAll()
    }

    @Test func `is told of with the folders that can't be read, which stay`() async throws {
        try leave()
        try Data("role = tomorrow\n".utf8).write(to: URL(filePath: runs + "/run-1-0/run.txt"))
        let world = world()
        world.findCutOff()
        let folders = await news { if case .leftFolders(let folders) = $0 { folders } else { nil } }
        #expect(folders.removable == [runs + "/run-1-0"])
        let text = folders.sentences().joined(separator: " ")
        #expect(text.hasPrefix("1 run folder is left alone: \(runs)/run-1-0/run.txt is of another version"))
        #expect(text.hasSuffix(" :discard asks, and removes it."))
        #expect(try left == ["run-1-0"])
        try leave("run-1-1")
        world.findCutOff()
        #expect(await cutOff().folders == folders)
        #expect(try left == ["run-1-0", "run-1-1"])
        world.perform(.removeFolders(folders.removable))
        #expect(
            await news { if case .notice(let text) = $0 { text } else { nil } } == "1 run folder is removed.")
        #expect(try left == ["run-1-1"])
        world.forgetAll()
    }

    @Test func `that is forgotten is followed by the folders that can't be read`() async throws {
        for name in ["run-1-0", "run-1-1"] { try leave(name) }
        try Data("role = tomorrow\n".utf8).write(to: URL(filePath: runs + "/run-1-0/run.txt"))
        let world = world()
        world.findCutOff()
        _ = await cutOff()
        world.perform(.forgetCutOff)
        let folders = await news { if case .leftFolders(let folders) = $0 { folders } else { nil } }
        #expect(folders.removable == [runs + "/run-1-0"])
        #expect(try left == ["run-1-0"])
    }

    @Test func `is told of with the folders that stay although a person has removed them`() async throws {
        try leave()
        let world = world()
        world.findCutOff()
        _ = await cutOff()
        world.perform(.removeFolders([runs + "/run-1-0"]))
        let told = await news { if case .complaint(let text) = $0 { text } else { nil } }
        #expect(told == "1 run folder is not removed: \(runs)/run-1-0 stays, since another program has it.")
        #expect(try left == ["run-1-0"])
        world.forgetAll()
    }
}
