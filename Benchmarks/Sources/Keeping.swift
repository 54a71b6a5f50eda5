import Datasets
import Foundation
import Training

/// The cost of keeping the epochs of a training: in memory, in files, and with each epoch waiting for the disk.
struct Keeping {
    private enum Way: String, CaseIterable {
        case nothing = "nothing is kept"
        case memory = "in memory"
        case files = "in files, as the dashboard does"
        case durable = "in files, with --durable"
    }

    /// So many that the start does not count, and fewer than the budget has room for.
    private static let epochs = 60

    func run(_ bench: Bench) throws {
        guard bench.wants("keeping") else { return }
        let dataset = try bench.source.dataset(for: Workload())
        var experiment = Experiment.standard(for: dataset)
        experiment.settings.epochs = Self.epochs
        let fit = Fit(experiment)
        let folder = FileManager.default.temporaryDirectory.appending(path: "nnboard-bench-\(getpid())").path
        defer { try? FileManager.default.removeItem(atPath: folder) }
        var seconds: [Way: [Double]] = [:]
        for _ in 0..<max(3, bench.runs) {
            // One after another in each round: what the machine does otherwise meets all of them.
            for way in Way.allCases {
                seconds[way, default: []].append(try train(fit, dataset, way, folder))
            }
        }
        show(
            "\nkeeping: \(Self.epochs) epochs of the standard run by the clock on the wall, medians of "
                + "\(max(3, bench.runs)) rounds; ratios are medians of those within a round")
        var table = Table(["epochs are kept", "seconds", "ms an epoch", "ratio"])
        for way in Way.allCases {
            let (own, plain) = (seconds[way] ?? [], seconds[.nothing] ?? [])
            table.add([
                way.rawValue, own.median.digits(2), (own.median / Double(Self.epochs) * 1000).digits(1),
                zip(own, plain).map { $0 / $1 }.median.digits(2),
            ])
        }
        show(table.text)
    }

    private func train(_ fit: Fit, _ dataset: Dataset, _ way: Way, _ folder: String) throws -> Double {
        if way == .nothing { return try HeadlessRun(fit.experiment, dataset: dataset).run().seconds.fit }
        let archive = RunArchive(
            fit, folder: way == .memory ? nil : try RunFolder(fit, in: folder), isDurable: way == .durable)
        defer { archive.forget() }
        let began = ContinuousClock.now
        _ = try archive.train(on: dataset)
        return (ContinuousClock.now - began) / .seconds(1)
    }
}
