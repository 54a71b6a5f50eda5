import Datasets
import Testing

@testable import Training

@Suite struct `The book's network on the built-in sample` {
    private static let sample = Result {
        try BuiltInSample().load(Term("sample"), from: DataLocations(environment: [:])) { _ in }
    }

    @Test(arguments: [1, 2, 3, 4, 5] as [UInt64])
    func `learns, and overfits, as on real newswires`(seed: UInt64) throws {
        let sample = try Self.sample.get()
        let experiment = Experiment(
            dataset: sample.reference, model: .book(classes: sample.classes.count),
            settings: TrainingSettings(seed: seed))
        let run = try TrainingRun(experiment, dataset: sample)
        var accuracies: [Int: Double] = [:]
        while let outcome = run.advance() {
            guard case .epoch(let record) = outcome, [9, 20].contains(record.index) else { continue }
            accuracies[record.index] = try run.engine.network().evaluate(sample.test).accuracy
        }

        #expect((0.75...0.88).contains(try #require(accuracies[9])))
        #expect((0.75...0.88).contains(try #require(accuracies[20])))
        let best = try #require(run.history.bestEpoch)
        #expect((5...15).contains(best))
        let losses = try #require(run.history["val_loss"])
        #expect(losses[19] > 1.1 * losses[best - 1], "validation loss has risen visibly at the end")
    }
}
