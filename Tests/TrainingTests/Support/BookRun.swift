import Datasets
import Testing

@testable import Training

/// Trains the book's network for nine epochs on real newswires, and expects what the book finds.
func expectBooksAccuracy(seed: UInt64, optimizer: String) throws {
    let dataset = try RealData.load()
    var model = Model.book(classes: dataset.classes.count)
    model.optimizer = try .named(optimizer)
    let report = try HeadlessRun(
        Experiment(
            dataset: dataset.reference, model: model,
            settings: TrainingSettings(epochs: 9, validation: 0, seed: seed)), dataset: dataset
    ).run()
    #expect((0.77...0.82).contains(report.test?.accuracy ?? .nan))
    #expect(report.parameters == 647_214)
}

/// Trains the book's network for twenty epochs on the built-in sample, and expects that it learns and overfits.
func expectLearningOnSample(seed: UInt64) throws {
    let sample = try SampleData.load()
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

/// The built-in sample.
enum SampleData {
    /// Written once for all tests.
    private static let loaded = Result {
        try BuiltInSample().load(Term("sample"), from: DataLocations(environment: [:])) { _ in }
    }

    static func load() throws -> Dataset { try loaded.get() }
}
