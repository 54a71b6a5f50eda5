import Datasets
import Foundation
import KeptNetwork
import Synchronization
import Testing

@testable import Training

/// A small training whose epochs are kept, to be compared with what is left of it.
struct KeptTraining {
    let dataset: Dataset
    let fit: Fit
    /// The same in memory alone.
    let whole: RunArchive

    init(epochs: Int) throws {
        let dataset = madeUpDataset(samples: 60)
        var experiment = madeUpExperiment(dataset, epochs: epochs, validation: 10)
        experiment.model.layers.insert(.dropout(0.2), at: 1)
        try self.init(Fit(experiment), dataset)
    }

    init(_ fit: Fit, _ dataset: Dataset) throws {
        self.fit = fit
        self.dataset = dataset
        whole = RunArchive(fit)
        try whole.train(on: dataset)
    }

    /// Trains it with files, to its end.
    ///
    /// - Parameters:
    ///   - disk: The disk of the files.
    ///   - isDurable: `true` if each epoch waits for its flush.
    ///   - epochOver: Is told of each epoch.
    /// - Returns: The news of the files, and the run's last weights.
    /// - Throws: An error if the folder can't be made.
    func train(
        on disk: FaultyDisk, isDurable: Bool = false, epochOver: (Int) -> Void = { _ in }
    ) throws -> (news: [RunArchive.News], network: Network) {
        let news = Told()
        let archive = RunArchive(
            fit, folder: try RunFolder(fit, in: disk.path + "/runs"), isDurable: isDurable,
            flusher: Flusher(interval: .seconds(0))
        ) { news.add($0) }
        let run = try TrainingRun(fit, dataset: dataset, archive: archive)
        while let outcome = run.advance() {
            if case .epoch(let record) = outcome { epochOver(record.index) }
        }
        archive.finishWriting()
        return (news.all, run.engine.network())
    }

    /// Opens what is left in a folder, and expects it to be readable and right.
    ///
    /// - Returns: The epoch that the run can be continued from; 0 where nothing is left.
    func reopen(_ runs: String, _ comment: Comment) throws -> Int {
        let found = RunFolder.cutOff(in: runs).runs
        guard let archive = found.first else { return 0 }
        #expect(found.count == 1 && archive.fit == fit, comment)
        let past = try #require(archive.past(upTo: .max), comment)
        let epoch = past.checkpoint.moment.epochs
        #expect(archive.history.epochs.count == epoch, comment)
        #expect(
            archive.history.timeless == History(epochs: Array(whole.history.timeless.epochs.prefix(epoch))),
            comment)
        #expect(past.checkpoint.network == whole.network(epoch: epoch), comment)
        for moment in archive.moments {
            // Files that a power cut has damaged are not kept; the others are right.
            guard let network = archive.network(at: moment) else { continue }
            #expect(network == whole.network(at: moment), comment)
        }
        return epoch
    }

    /// Opens what is left on a disk once that fails no more.
    func reopen(_ disk: FaultyDisk, _ comment: Comment) throws -> Int {
        disk.recover()
        guard FileManager.default.fileExists(atPath: disk.path + "/runs") else { return 0 }
        // A copy: a program that another test starts may hold the lock until it has become that program.
        let folder = try OwnFolder()
        try FileManager.default.copyItem(atPath: disk.path + "/runs", toPath: folder.path + "/runs")
        return try reopen(folder.path + "/runs", comment)
    }

    /// Continues what is left, and expects the end that the whole run has.
    func expectSameEnd(continuing runs: String) throws {
        let past = RunFolder.cutOff(in: runs).runs.first?.past(upTo: .max)
        let rest = try finished(TrainingRun(fit, dataset: dataset, from: past))
        #expect(rest.engine.network() == whole.network(epoch: fit.experiment.settings.epochs))
    }
}

/// Words from other threads.
final class Told: Sendable {
    private let news = Mutex<[RunArchive.News]>([])
    func add(_ one: RunArchive.News) { news.withLock { $0.append(one) } }
    var all: [RunArchive.News] { news.withLock(\.self) }
}
