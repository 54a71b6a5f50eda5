import Datasets
import Foundation
import Testing

@testable import Training

/// Going on from what was kept gives the same numbers, bit for bit.
@Suite struct ResumingTests {
    private let dataset = madeUpDataset()

    /// An experiment in which chance, schedules and callbacks all have a say.
    private func experiment(_ optimizer: Optimizer, epochs: Int = 8) -> Experiment {
        var experiment = madeUpExperiment(dataset, optimizer: optimizer, epochs: epochs)
        experiment.model.layers.insert(.dropout(0.3), at: 1)
        experiment.model.layers.insert(.dropout(0.1), at: 0)
        return experiment
    }

    private static let optimizers: [Optimizer] = {
        let texts = Optimizer.names + ["rmsprop(momentum=0.9, centered=true)", "sgd(momentum=0.9)"]
        return texts.compactMap { try? Optimizer(text: $0) }
    }()

    @Test(arguments: optimizers)
    func `a run that goes on from a kept epoch is the run itself`(optimizer: Optimizer) throws {
        let experiment = experiment(optimizer)
        let archive = RunArchive(Fit(experiment))
        let whole = try finished(TrainingRun(Fit(experiment), dataset: dataset, archive: archive))
        for epoch in [1, 4, 7] {
            let past = try #require(archive.past(upTo: epoch))
            #expect(past.history.epochs.count == epoch)
            let rest = try finished(TrainingRun(Fit(experiment), dataset: dataset, from: past))
            #expect(rest.engine.network() == whole.engine.network())
            #expect(rest.history.timeless == whole.history.timeless)
        }
    }

    @Test(arguments: [
        (
            Int32.max,
            "That run learns from sample 2147483647, and only 400 are loaded, numbered from 0. Load the samples that it "
                + "began with."
        ),
        (
            Int32(-3),
            "What is kept of that run is damaged: it names sample -3, and the 400 that are loaded are numbered from 0. "
                + "Train it again."
        ),
    ])
    func `one that learns from samples that are not there is refused`(sample: Int32, sentence: String) throws
    {
        let experiment = experiment(.adam, epochs: 2)
        let archive = RunArchive(Fit(experiment))
        _ = try finished(TrainingRun(Fit(experiment), dataset: dataset, archive: archive))
        let kept = try #require(archive.past(upTo: 1))
        let whole = kept.checkpoint
        var order = whole.order
        order[1] = sample
        let copy = Checkpoint(
            moment: whole.moment, network: whole.network, experiment: whole.experiment,
            changes: whole.changes,
            engine: whole.engine, order: order, random: whole.random)
        let past = RunPast(checkpoint: copy, history: kept.history)
        let error = #expect(throws: PastError.self) {
            try TrainingRun(Fit(experiment), dataset: dataset, from: past)
        }
        #expect(error?.description == sentence.replacing("400", with: "\(dataset.train.count)"))
    }

    @Test func `and so is one that goes on from files`() throws {
        let folder = try OwnFolder()
        let experiment = experiment(.adam)
        let fit = Fit(experiment)
        let archive = RunArchive(fit, folder: try RunFolder(fit, in: folder.path))
        let whole = try finished(TrainingRun(fit, dataset: dataset, archive: archive))
        archive.finishWriting()
        #expect(archive.problem == nil)
        let copy = folder.path + "/copy"
        try FileManager.default.createDirectory(atPath: copy, withIntermediateDirectories: true)
        // A run that was cut off holds no lock any more; a copy has none either.
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        let own = try #require(names.first { $0 != "copy" })
        try FileManager.default.copyItem(atPath: folder.path + "/" + own, toPath: copy + "/run-1-0")
        let found = try #require(RunFolder.cutOff(in: copy).runs.first)
        #expect(found.fit == fit)
        #expect(found.history == whole.history)
        let past = try #require(found.past(upTo: 5))
        let rest = try finished(TrainingRun(found.fit, dataset: dataset, from: past))
        #expect(rest.engine.network() == whole.engine.network())
        #expect(found.network(epoch: 3) == archive.network(epoch: 3))
    }

    @Test func `a run whose program still lives is not taken for one that was cut off`() throws {
        let folder = try OwnFolder()
        let fit = Fit(experiment(.adam, epochs: 2))
        let archive = RunArchive(fit, folder: try RunFolder(fit, in: folder.path))
        _ = try finished(TrainingRun(fit, dataset: dataset, archive: archive))
        archive.finishWriting()
        #expect(RunFolder.cutOff(in: folder.path).runs.isEmpty)
        archive.forget()
        let left = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        #expect(left.isEmpty)
    }

    @Test func `an epoch that was cut off half written is lost alone`() throws {
        let folder = try OwnFolder()
        let fit = Fit(experiment(.adam, epochs: 4))
        var archive: RunArchive? = RunArchive(fit, folder: try RunFolder(fit, in: folder.path))
        let whole = try finished(TrainingRun(fit, dataset: dataset, archive: archive))
        archive?.finishWriting()
        // As if the program were gone: nobody holds the folder any more.
        (archive, whole.archive) = (nil, nil)
        _ = archive
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        let name = try #require(names.first)
        let lines = folder.path + "/\(name)/epochs.jsonl"
        let text = try String(contentsOfFile: lines, encoding: .utf8)
        try String(text.dropLast(40)).write(toFile: lines, atomically: true, encoding: .utf8)
        let found = try #require(RunFolder.cutOff(in: folder.path).runs.first)
        #expect(found.history.epochs.count == 3)
        let rest = try finished(
            TrainingRun(found.fit, dataset: dataset, from: found.past(upTo: 99)))
        #expect(rest.engine.network() == whole.engine.network())
    }

    @Test func `one epoch can be asked for, and no other is taken in its place`() throws {
        let experiment = experiment(.adam, epochs: 9)
        let all = RunArchive(Fit(experiment))
        _ = try finished(TrainingRun(Fit(experiment), dataset: dataset, archive: all))
        #expect(try all.past(at: 4).checkpoint.moment == Moment(epochs: 4))
        #expect(try all.past(at: 4).history.epochs.count == 4)
        let few = RunArchive(Fit(experiment), budget: ArchiveBudget(memory: 0, disk: 0))
        _ = try finished(TrainingRun(Fit(experiment), dataset: dataset, archive: few))
        #expect(try few.past(at: 9).history.epochs.count == 9)
        #expect(few.past(upTo: 8) == nil || few.past(upTo: 8)?.history.epochs.count != 8)
        #expect(throws: PastError.notKept(epoch: 8)) { try few.past(at: 8) }
        #expect(throws: PastError.notKept(epoch: 10)) { try all.past(at: 10) }
    }

    @Test func `what is not kept is trained again, with the same weights`() throws {
        let experiment = experiment(.rmsprop, epochs: 9)
        let all = RunArchive(Fit(experiment))
        _ = try finished(TrainingRun(Fit(experiment), dataset: dataset, archive: all))
        let size = try #require(all.network(epoch: 1)).bytes
        let few = RunArchive(Fit(experiment), budget: ArchiveBudget(memory: size * 9, disk: 0))
        _ = try finished(TrainingRun(Fit(experiment), dataset: dataset, archive: few))
        #expect(few.epochs.count < 10)
        #expect(few.room.memory <= size * 9)
        for epoch in 0...9 {
            #expect(few.network(epoch: epoch, on: dataset) == all.network(epoch: epoch))
        }
    }

    @Test func `weights within the first epoch are kept, too`() throws {
        var experiment = experiment(.adam, epochs: 2)
        experiment.settings.batchSize = 4
        let archive = RunArchive(Fit(experiment))
        let run = try TrainingRun(Fit(experiment), dataset: dataset, archive: archive)
        var seen: [Moment: Network] = [:]
        while run.history.epochs.isEmpty {
            seen[run.moment] = run.engine.network()
            _ = run.advance()
        }
        let within = archive.moments.filter { $0.epochs == 0 }
        #expect(within.count >= RunArchive.firstEpochParts)
        for moment in within { #expect(archive.network(at: moment) == seen[moment]) }
    }

    @Test func `early stopping puts back the weights of an epoch that lies before the resumption`() throws {
        var experiment = experiment(.adam, epochs: 40)
        experiment.model.optimizer.learningRate = 0.05
        experiment.callbacks = [.earlyStopping(patience: 6)]
        let archive = RunArchive(Fit(experiment))
        let whole = try finished(TrainingRun(Fit(experiment), dataset: dataset, archive: archive))
        let best = try #require(whole.history.bestEpoch)
        #expect(whole.history.epochs.count == best + 6)
        let past = try #require(archive.past(upTo: best + 2))
        let rest = try finished(
            TrainingRun(Fit(experiment), dataset: dataset, from: past, archive: archive))
        #expect(rest.engine.network() == whole.engine.network())
        #expect(rest.engine.network() == archive.network(epoch: best))
    }
}

/// Trains to the end.
func finished(_ run: TrainingRun) throws -> TrainingRun {
    while run.advance() != nil {}
    return run
}

extension History {
    /// The same without how long epochs took.
    var timeless: History {
        History(
            epochs: epochs.map { record in
                var record = record
                record.seconds = 0
                return record
            })
    }
}
