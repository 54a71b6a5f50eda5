import Datasets
import Foundation
import Training

/// The cost of seeing why, and of going back: a step of the epoch cursor, the confusion matrix, and the room
/// that the epochs of a run take.
struct LookingBack {
    func run(_ bench: Bench) throws {
        guard bench.wants("looking back") else { return }
        let dataset = try bench.source.dataset(for: Workload())
        show("\nlooking back: processor milliseconds, medians; goals in brackets")
        let folder = FileManager.default.temporaryDirectory.appending(path: "nnboard-bench-\(getpid())").path
        defer { try? FileManager.default.removeItem(atPath: folder) }
        var experiment = Experiment.standard(for: dataset)
        experiment.settings.epochs = 20
        let fit = Fit(experiment)
        var table = Table(["what", "ms"])
        for (name, budget) in [("memory", ArchiveBudget()), ("the disk", ArchiveBudget(memory: 0))] {
            let archive = RunArchive(fit, budget: budget, folder: try RunFolder(fit, in: folder))
            try keep(fit, dataset, archive)
            let moments = archive.epochs
            var place = 0
            let step = try bench.milliseconds {
                place = (place + 7) % moments.count
                guard let network = archive.network(epoch: moments[place]) else { return }
                // The panes' view of an epoch: a wire's bars and words, and the matrix of the test wires.
                if case .sparse(let rows) = dataset.test.inputs {
                    _ = try network.contributions(of: Array(rows[4]))
                }
                _ = ConfusionMatrix(
                    try Evaluation(of: network, on: dataset.test, rows: 0..<dataset.test.count))
            }
            table.add(["a step of the epoch cursor, weights from \(name) (at most 50)", step.digits(1)])
            archive.forget()
        }
        let network = Network(
            initial: experiment.model, inputs: dataset.train.inputs.columns, seed: experiment.settings.seed)
        let all = 0..<dataset.train.count
        let matrix = try bench.milliseconds {
            _ = ConfusionMatrix(try Evaluation(of: network, on: dataset.train, rows: all))
        }
        table.add(["confusion matrix of \(all.count) wires (at most 60)", matrix.digits(1)])
        show(table.text)
        try room(bench, fit, dataset, folder)
    }

    private func room(_ bench: Bench, _ fit: Fit, _ dataset: Dataset, _ folder: String) throws {
        show(
            "\nlooking back: what is kept of a run, by the standard budget of 256 MB of memory and 1 GB of disk"
        )
        var table = Table([
            "epochs", "memory MB", "disk MB", "weights of epochs", "seconds of training", "kept",
        ])
        for epochs in [20, 500] {
            for isKept in [false, true] {
                var fit = fit
                fit.experiment.settings.epochs = epochs
                let archive = isKept ? RunArchive(fit, folder: try RunFolder(fit, in: folder)) : nil
                let seconds = try keep(fit, dataset, archive)
                let room = archive?.room ?? (memory: 0, disk: 0)
                table.add([
                    "\(epochs)", (Double(room.memory) * 1e-6).digits(0), (Double(room.disk) * 1e-6).digits(0),
                    "\(archive.map { $0.epochs.count } ?? 0)", seconds.digits(2), isKept ? "yes" : "no",
                ])
                archive?.forget()
            }
        }
        show(table.text)
    }

    /// Trains a network, and keeps its epochs.
    ///
    /// - Returns: The time that its epochs took, in seconds by the run's own clock.
    @discardableResult
    private func keep(_ fit: Fit, _ dataset: Dataset, _ archive: RunArchive?) throws -> Double {
        guard let archive else {
            return try HeadlessRun(fit.experiment, dataset: dataset).run().history.seconds
        }
        defer { archive.finishWriting() }
        let run = try TrainingRun(fit, dataset: dataset, archive: archive)
        while run.advance() != nil {}
        return run.history.seconds
    }
}
