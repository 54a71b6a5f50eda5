import Datasets
import Foundation
import Testing

@testable import Training

/// Changes that are made while a network is trained.
@Suite struct HotTuningTests {
    private let dataset = madeUpDataset()

    private func experiment(epochs: Int = 6) -> Experiment {
        var experiment = madeUpExperiment(dataset, optimizer: .rmsprop, epochs: epochs, batchSize: 16)
        experiment.model.layers.insert(.dropout(0.2), at: 1)
        return experiment
    }

    private static let edits: [ExperimentEdit] = [
        .learningRate(0.01), .batchSize(40), .batchSize(5), .rate(layer: 1, 0.6), .l2(layer: 0, 0.01),
        .momentum(0.8), .activation(layer: 0, .tanh), .optimizer(.adam), .epochs(9), .epochs(4),
        .earlyStopping(patience: 1),
    ]

    /// Trains, and makes changes after so many pieces of work.
    private func tuned(
        _ edits: [(after: Int, edit: ExperimentEdit)], _ budget: ArchiveBudget = ArchiveBudget()
    ) throws -> TrainingRun {
        let run = try TrainingRun(experiment(), dataset: dataset)
        run.archive = RunArchive(run.fit, budget: budget)
        var work = 0
        while !run.isFinished {
            for (after, edit) in edits where after == work { try run.change(edit) }
            _ = run.advance()
            work += 1
        }
        return run
    }

    @Test(arguments: edits)
    func `a run with the same seed and the same change at the same batch is the same, bit for bit`(
        edit: ExperimentEdit
    ) throws {
        for after in [0, 7, 14, 25] {
            let first = try tuned([(after, edit)])
            var again = experiment()
            again.changes = first.changes
            #expect(again.problems(for: dataset).isEmpty)
            let second = try finished(TrainingRun(again, dataset: dataset))
            #expect(second.engine.network() == first.engine.network())
            #expect(second.history.timeless == first.history.timeless)
            #expect(second.changes == first.changes)
        }
    }

    @Test func `a change that can't be made is refused after an epoch was measured, in its turn`() throws {
        let run = try TrainingRun(experiment(), dataset: dataset)
        while !run.isValidating { _ = run.advance() }
        let adagrad = ExperimentEdit.optimizer(Optimizer(Adagrad()))
        try run.change(adagrad)
        try run.change(.momentum(0.8))
        try run.change(.seed(7))
        try run.change(.learningRate(0.002))
        #expect(run.takeAnswers().isEmpty)
        while run.history.epochs.isEmpty { _ = run.advance() }
        let answers = run.takeAnswers().map { answer in
            switch answer {
            case .tuned(let change): change.edit.text
            case .refused(let reason): reason
            default: "none"
            }
        }
        try #require(answers.count == 4)
        #expect(answers[0] == adagrad.text && answers[3] == ExperimentEdit.learningRate(0.002).text)
        #expect(answers[1].contains("adagrad has no momentum"))
        #expect(answers[2].contains("needs a new network"))
        #expect(run.takeAnswers().isEmpty)
    }

    @Test func `an epoch that was not kept is trained again with the changes that were made before it`()
        throws
    {
        let edits: [(after: Int, edit: ExperimentEdit)] = [(9, .learningRate(0.002)), (20, .batchSize(32))]
        let all = try #require(try tuned(edits).archive)
        let size = try #require(all.network(epoch: 1)).bytes
        let few = try #require(try tuned(edits, ArchiveBudget(memory: size * 5, disk: 0)).archive)
        #expect(few.epochs.count < all.epochs.count)
        for epoch in 1...6 {
            #expect(few.network(epoch: epoch, on: dataset) == all.network(epoch: epoch))
        }
    }

    @Test func `a run that was cut off is found with the changes that were made to it`() throws {
        let folder = try OwnFolder()
        var planned = experiment()
        planned.changes = [
            TimedEdit(.momentum(0.8), at: Moment(epochs: 1)),
            TimedEdit(.learningRate(0.001), at: Moment(epochs: 5)),
        ]
        let fit = Fit(planned)
        let kept = RunArchive(fit, folder: try RunFolder(fit, in: folder.path + "/kept"))
        let run = try TrainingRun(fit, dataset: dataset, archive: kept)
        while run.history.epochs.count < 2 { _ = run.advance() }
        try run.change(.batchSize(32))
        while run.history.epochs.count < 3 { _ = run.advance() }
        kept.finishWriting()
        // A copy has no lock.
        try FileManager.default.createDirectory(
            atPath: folder.path + "/runs", withIntermediateDirectories: true)
        try FileManager.default.copyItem(
            atPath: try #require(kept.folder?.path), toPath: folder.path + "/runs/run-1-0")
        let found = try #require(RunFolder.cutOff(in: folder.path + "/runs").runs.first)
        #expect(found.fit == fit)
        #expect(
            found.changedFit.experiment.changes == [
                planned.changes[0], TimedEdit(.batchSize(32), at: Moment(epochs: 2)), planned.changes[1],
            ])
        let rest = try TrainingRun(found.changedFit, dataset: dataset, from: found.past(upTo: 3))
        #expect(rest.earlierChanges == Array(found.changedFit.experiment.changes.prefix(2)))
        let whole = try finished(TrainingRun(found.changedFit, dataset: dataset))
        #expect(try finished(rest).engine.network() == whole.engine.network())
        #expect(try finished(run).engine.network() == whole.engine.network())
    }

    @Test func `so is one with many changes, read back from its text`() throws {
        let first = try tuned([
            (5, .batchSize(32)), (9, .learningRate(0.002)), (9, .momentum(0.5)), (12, .l2(layer: 2, 0.001)),
            (20, .rate(layer: 1, 0)), (26, .epochs(8)),
        ])
        var planned = experiment()
        planned.changes = first.changes
        let read = try Experiment(text: planned.text)
        #expect(read == planned)
        let second = try finished(TrainingRun(read, dataset: dataset))
        #expect(second.engine.network() == first.engine.network())
    }

    @Test func `a change changes what follows and nothing before it`() throws {
        let plain = try tuned([])
        for edit in Self.edits where ![.epochs(9), .earlyStopping(patience: 1)].contains(edit) {
            let changed = try tuned([(30, edit)])
            let done = try #require(changed.changes.first?.moment.epochs)
            #expect(
                changed.history.timeless.epochs.prefix(done) == plain.history.timeless.epochs.prefix(done))
            #expect(changed.engine.network() != plain.engine.network(), "\(edit.text)")
        }
    }

    @Test func `a batch size in the midst of an epoch still takes every sample once`() throws {
        let run = try tuned([(3, .batchSize(7))])
        let trained = dataset.train.count - 40
        #expect(run.history.epochs[0].batchLosses.count == 3 + (trained - 3 * 16 + 6) / 7)
        #expect(run.history.epochs[1].batchLosses.count == (trained + 6) / 7)
    }

    @Test func `what would need another network is refused, and the run goes on as it was`() throws {
        let plain = try tuned([])
        let run = try TrainingRun(experiment(), dataset: dataset)
        for _ in 0..<9 { _ = run.advance() }
        let refused: [ExperimentEdit] = [
            .units(layer: 0, 3), .removeLayer(0), .loss(.categoricalCrossentropy()), .seed(3),
            .rate(layer: 0, 0.1),
            .rate(layer: 9, 0.1), .rate(layer: 1, 1), .batchSize(0), .momentum(2), .learningRate(.nan),
        ]
        for edit in refused { #expect(throws: TuningError.self) { try run.change(edit) } }
        _ = try finished(run)
        #expect(run.engine.network() == plain.engine.network())
        #expect(run.changes.isEmpty)
    }

    @Test func `five more epochs are those that a longer run would have had`() throws {
        let longer = try finished(TrainingRun(experiment(epochs: 11), dataset: dataset))
        let archive = RunArchive(Fit(experiment()))
        _ = try finished(TrainingRun(Fit(experiment()), dataset: dataset, archive: archive))
        var more = experiment()
        more.changes = [TimedEdit(.epochs(11), at: Moment(epochs: 6))]
        let past = try #require(archive.past(upTo: 6))
        let rest = try finished(TrainingRun(Fit(more), dataset: dataset, from: past))
        #expect(rest.engine.network() == longer.engine.network())
        #expect(rest.history.timeless == longer.history.timeless)
        // And from its beginning, by the text of its changes alone.
        let again = try finished(TrainingRun(more, dataset: dataset))
        #expect(again.engine.network() == longer.engine.network())
    }

    @Test func `a branch from the ninth epoch with nothing changed reproduces the curve`() throws {
        let sample = try SampleCorpusData.load()
        var experiment = Experiment.standard(for: sample)
        experiment.settings.epochs = 12
        let archive = RunArchive(Fit(experiment))
        let whole = try finished(TrainingRun(Fit(experiment), dataset: sample, archive: archive))
        let past = try #require(archive.past(upTo: 9))
        let branch = try finished(TrainingRun(Fit(experiment), dataset: sample, from: past))
        #expect(branch.history.timeless == whole.history.timeless)
        #expect(branch.engine.network() == whole.engine.network())
        var slower = experiment
        slower.changes = [TimedEdit(.learningRate(1e-4), at: Moment(epochs: 9))]
        let other = try finished(TrainingRun(Fit(slower), dataset: sample, from: past))
        #expect(other.history.timeless.epochs.prefix(9) == whole.history.timeless.epochs.prefix(9))
        #expect(other.history.epochs[11] != whole.history.epochs[11])
    }
}

private enum SampleCorpusData {
    static func load() throws -> Dataset {
        try Catalog.load(Term("sample"), from: DataLocations(environment: [:])) { _ in }
    }
}
