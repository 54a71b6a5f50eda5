import Foundation
import References
import Testing

@testable import Training

/// Compares the distribution of our results by seed with that of Keras' results.
///
/// Means over the seeds may part by three standard errors (Welch's), a single run of Keras' by three deviations of
/// ours; runs that vary widely are told apart by whether they get stuck, and their shares by Fisher's exact test at
/// one in a hundred.
@Suite(
    .enabled(if: Verification.isWanted, "\(Verification.hint)"), .reference("keras_runs"), .serialized)
struct VerifyKerasRuns {
    private static let seeds: ClosedRange<UInt64> = 1...10
    private static let mostStandardErrors = 3.0
    private static let leastChance = 0.01

    private static let tasks: [String] = {
        let names = (try? Reference.file("keras_runs"))?["tasks"]?.members.keys.sorted() ?? []
        Line.header.print()
        return names
    }()

    @Test(arguments: tasks) func `the results by seed are distributed as Keras' are`(name: String)
        async throws
    {
        let runs = try #require(try Reference.file("keras_runs")["tasks"]?[name]?["runs"]).list
        let task = try #require(KerasTask.all[name], "keras_runs.json has a task that nobody has described")
        try #require(!runs.isEmpty)
        guard task.data.isThere else {
            Line(task: name, measure: "skipped: its data is not in \(RealData.locations.folders[0])").print()
            return
        }
        let runner = try TaskRunner(task)
        func results(_ order: TaskRunner.Order) async throws -> [[String: Double]] {
            try await runner.run(
                seeds: Self.seeds, workers: ProcessInfo.processInfo.activeProcessorCount, order: order)
        }
        let ours = try await results(.new)
        switch task.judgement {
        case .means:
            try compareMeans(name, ours, runs)
            // The last training loss is the mean of an epoch's batches, and so shows in which order they came.
            show(
                name, try await results(.kept), runs.map(TaskMeasures.shown), isCompared: false,
                of: ", order kept")
        case .stuck(let words, let isStuck):
            show(name, ours, runs.map(TaskMeasures.compared), isCompared: false)
            compareShares(name, words, ours.filter(isStuck).count, runs, isStuck)
        }
    }

    private func compareMeans(_ name: String, _ ours: [[String: Double]], _ runs: [JSON]) throws {
        try #require(!TaskMeasures.compared(runs[0]).isEmpty)
        show(name, ours, runs.map(TaskMeasures.compared), isCompared: true)
        show(name, ours, runs.map(TaskMeasures.shown), isCompared: false)
    }

    private func show(
        _ name: String, _ ours: [[String: Double]], _ keras: [[String: Double]], isCompared: Bool,
        of kind: String = ""
    ) {
        for measure in keras[0].keys.sorted() {
            let our = Results(ours.map { $0[measure] ?? .nan })
            let their = Results(keras.map { $0[measure] ?? .nan })
            let errors = our.standardErrors(above: their)
            Line(
                task: name, measure: measure + kind, keras: their.text, ours: our.text,
                difference: String(format: "%+.2f", errors) + (isCompared ? "" : " (shown)")
            ).print()
            if isCompared {
                #expect(abs(errors) <= Self.mostStandardErrors, "\(name), \(measure)")
            }
        }
    }

    private func compareShares(
        _ name: String, _ words: String, _ hits: Int, _ runs: [JSON],
        _ isStuck: ([String: Double]) -> Bool
    ) {
        let our = Share(hits: hits, count: Self.seeds.count)
        let their = Share(
            hits: runs.map(TaskMeasures.compared).filter(isStuck).count, count: runs.count)
        let chance = our.chance(besides: their)
        Line(
            task: name, measure: "stuck: " + words, keras: "\(their.hits) of \(their.count)",
            ours: "\(our.hits) of \(our.count)", difference: String(format: "p = %.3f", chance)
        ).print()
        #expect(chance >= Self.leastChance, "\(name), \(words)")
    }
}

/// A line of the table, printed as soon as it is known, since all of them take minutes.
private struct Line {
    var task: String
    var measure: String
    var keras = ""
    var ours = ""
    var difference = ""

    static let header = Line(
        task: "task", measure: "measure", keras: "Keras", ours: "nnboard", difference: "standard errors")

    func print() {
        let cells = [(task, 21), (measure, 37), (keras, 22), (ours, 22), (difference, 0)]
        let line = cells.map { $0.0.padding(toLength: max($0.1, $0.0.count), withPad: " ", startingAt: 0) }
        FileHandle.standardOutput.write(Data((line.joined(separator: " ") + "\n").utf8))
    }
}

extension Results {
    fileprivate var text: String {
        count == 1 ? String(format: "%.4f", mean) : String(format: "%.4f ± %.4f", mean, deviation)
    }
}
