import Datasets
import Foundation
import References
import Testing

@testable import Training

/// Every named experiment on the real files, by seeds 1 to 10, next to what has been published and what Keras
/// gives.
///
/// The table is printed as it comes, and kept in `Docs/results.md` where `NNBOARD_WRITE_RESULTS` is 1. A published
/// figure that lies outside of what ten seeds give needs a sentence there that says why.
@Suite(.enabled(if: Verification.isWanted, "\(Verification.hint)"), .serialized)
struct VerifyResults {
    private static let seeds: ClosedRange<UInt64> = 1...10
    private static let library = ExperimentLibrary()
    private static let environment = ProcessInfo.processInfo.environment

    /// All experiments, or those that `NNBOARD_EXPERIMENTS` names.
    private static let names: [String] = {
        let wanted = environment["NNBOARD_EXPERIMENTS"]?.split(separator: ",").map(String.init)
        return library.experiments.map(\.name).filter { wanted?.contains($0) ?? true }
    }()

    @Test func `the experiments give what has been published, or a sentence says why not`() async throws {
        var rows: [ResultsTable.Row] = []
        for name in Self.names {
            let named = try Self.library.experiment(named: name)
            let entry = try Catalog.entry(named: named.experiment.dataset.name)
            guard RealData.locations.have(entry.files) else {
                print("\(name): skipped, its files are not in \(RealData.locations.folders)")
                continue
            }
            let dataset = try Catalog.load(
                named.experiment.dataset, preprocessing: named.experiment.preprocessing,
                from: RealData.locations)
            let reports = try await reports(named, on: dataset)
            let published = Dictionary(uniqueKeysWithValues: named.published.map { ($0.measure, $0) })
            for measure in measures(of: named, in: reports[0]) {
                let row = ResultsTable.Row(
                    experiment: name, measure: measure, published: published[measure],
                    keras: try KerasFigures.figures(of: name, measure),
                    ours: reports.map { $0[measure] ?? .nan })
                print(row.line)
                rows.append(row)
                if row.differs {
                    #expect(
                        ResultsTable.sentences[name] != nil,
                        "\(name): \(measure.title) needs a sentence that says why it differs")
                }
            }
        }
        #expect(!rows.isEmpty)
        guard Self.environment["NNBOARD_WRITE_RESULTS"] == "1" else { return }
        try ResultsTable(rows: rows).write()
    }

    private func reports(_ named: NamedExperiment, on dataset: Dataset) async throws -> [Report] {
        try await withThrowingTaskGroup(of: (UInt64, Report).self) { group in
            var waiting = Self.seeds.makeIterator()
            func start() {
                guard let seed = waiting.next() else { return }
                group.addTask {
                    var experiment = named.experiment
                    experiment.settings.seed = seed
                    return (seed, try HeadlessRun(experiment, dataset: dataset).run())
                }
            }
            for _ in 0..<Machine.processors { start() }
            var reports: [UInt64: Report] = [:]
            while let (seed, report) = try await group.next() {
                reports[seed] = report
                start()
            }
            return Self.seeds.compactMap { reports[$0] }
        }
    }

    /// The measures that have been published, or else those that the run was for.
    private func measures(of named: NamedExperiment, in report: Report) -> [PublishedResult.Measure] {
        guard named.published.isEmpty else { return named.published.map(\.measure) }
        let keys = ["accuracy", "mean_absolute_error", "loss"]
        return keys.map { .init(.test, $0) }.filter { report[$0] != nil }
    }
}
