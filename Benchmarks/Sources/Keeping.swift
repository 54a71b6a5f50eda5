import Datasets
import Foundation
import Training

/// The cost of keeping the epochs of a training: in memory, in files, and with each epoch waiting for the disk.
///
/// Wall time is that of the training; processor time has all threads, and all that is written and flushed after it.
struct Keeping {
    private struct Cost {
        let wall: Double
        let processor: Double
    }

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
        var costs: [Way: [Cost]] = [:]
        for _ in 0..<max(3, bench.runs) {
            // One after another in each round: what the machine does otherwise meets all of them.
            for way in Way.allCases {
                costs[way, default: []].append(try train(fit, dataset, way, folder))
            }
        }
        show(
            "\nkeeping: \(Self.epochs) epochs of the standard run, medians of \(max(3, bench.runs)) rounds; "
                + "ratios are medians of those within a round")
        var table = Table([
            "epochs are kept", "wall s", "ms an epoch", "ratio", "processor s", "ms an epoch", "ratio",
        ])
        for way in Way.allCases {
            let (own, plain) = (costs[way] ?? [], costs[.nothing] ?? [])
            table.add(
                [way.rawValue]
                    + [\Cost.wall, \Cost.processor].flatMap { part in
                        let seconds = own.map { $0[keyPath: part] }
                        return [
                            seconds.median.digits(2), (seconds.median / Double(Self.epochs) * 1000).digits(1),
                            zip(own, plain).map { $0[keyPath: part] / $1[keyPath: part] }.median.digits(2),
                        ]
                    })
        }
        show(table.text)
    }

    private func train(_ fit: Fit, _ dataset: Dataset, _ way: Way, _ folder: String) throws -> Cost {
        var archive: RunArchive?
        if way != .nothing {
            archive = RunArchive(
                fit, folder: way == .memory ? nil : try RunFolder(fit, in: folder), isDurable: way == .durable
            )
        }
        defer { archive?.forget() }
        let (began, work) = (ContinuousClock.now, clock())
        let run = try TrainingRun(fit, dataset: dataset, archive: archive)
        while run.advance() != nil {}
        let wall = (ContinuousClock.now - began) / .seconds(1)
        archive?.finishWriting()
        return Cost(wall: wall, processor: Double(clock() - work) / Double(CLOCKS_PER_SEC))
    }
}
