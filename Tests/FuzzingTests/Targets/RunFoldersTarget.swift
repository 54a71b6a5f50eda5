import Foundation
import KeptNetwork

@testable import Datasets
@testable import Training

extension FuzzTarget {
    /// The files of a run that was cut off: an input is its four files with marks between them.
    static let runFolders = FuzzTarget(
        "run-folders", executions: 600,
        words: [mark]
            + (termWords + [
                "role = main\n", "role = fold 1 4\n", "validation_samples = 0 2\n", "dataset = blobs\n",
                "{\"epoch\":",
                "\"training\":[", "\"validation\":null", "\"seconds\":", "\"learning_rate\":", "\"layers\":[",
                "\"batch_losses\":[", "\"nan\"", "1e300", "\"dtype\":\"F32\"", "\"shape\":[1,4]",
                "\"data_offsets\":[0,16]",
                "\"__metadata__\"", "\"order\"", "\"steps\":\"", "\"random/0\"",
            ]).map { Array($0.utf8) },
        seeds: { [try RunFolderSeed.bytes()] },
        run: { bytes in
            let parts = bytes.divided(at: mark, atMost: 4)
            let scratch = try ScratchFolder()
            let folder = scratch.path + "/run-1-0"
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            for (name, part) in Swift.zip(RunFolderSeed.names, parts) {
                try scratch.write(part, to: "run-1-0/" + name)
            }
            var wasRead = false
            for archive in RunFolder.cutOff(in: scratch.path).runs {
                _ = archive.network(at: .start)
                guard let network = archive.network(epoch: 1) else { continue }
                try check(
                    network.weights.count == network.model.layers.count,
                    "\(network.weights.count) layers of weights were read for \(network.model.layers.count) layers"
                )
                wasRead = archive.past(upTo: 1) != nil
                try goOn(with: archive)
            }
            return wasRead
        })

    /// Trains one more epoch from what was read; where that is refused nothing is promised.
    private static func goOn(with archive: RunArchive) throws(BrokenPromise) {
        var fit = archive.fit
        (fit.experiment.settings.epochs, fit.experiment.settings.validation) = (2, 2)
        guard var run = try? SmallRun(fit, RunFolderSeed.dataset, from: archive, 1) else { return }
        let news = run.obey(.stepEpoch)
        try check(!news.isEmpty, "a run that was read is continued, and tells nothing")
    }
}

/// A run that was cut off behind its first epoch.
private enum RunFolderSeed {
    /// The files of a run folder, in the order of an input's parts.
    static let names = ["run.txt", "epochs.jsonl", "state-1.safetensors", "weights-1-0.safetensors"]

    /// The data set that it was trained on.
    static let dataset: Dataset = {
        let rows = DenseRows(columns: 2, values: (0..<16).map { Float($0) })
        let split = Split(inputs: .dense(rows), labels: [0, 1, 2, 3, 0, 1, 2, 3])
        return Dataset(
            reference: Term("blobs"), title: "points", nouns: Nouns(sample: "point", label: "cloud"),
            classes: ["0", "1", "2", "3"], train: split, test: split)
    }()

    static func bytes() throws -> [UInt8] {
        let scratch = try ScratchFolder()
        let text =
            "dataset = blobs\nlayers = dense(2, activation=relu), dense(4, activation=softmax)\nepochs = 1\n"
        var experiment = try Experiment(text: text)
        experiment.settings.validation = 2
        let fit = Fit(experiment)
        let folder = try RunFolder(fit, in: scratch.path)
        let archive = RunArchive(fit, folder: folder)
        try archive.train(on: dataset)
        archive.finishWriting()
        return try names.map { try [UInt8](Data(contentsOf: URL(filePath: folder.path + "/" + $0))) }
            .joined(separator: FuzzTarget.mark).map(\.self)
    }
}
