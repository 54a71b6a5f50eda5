import Datasets

@testable import Training

/// Trains a task's network once a seed, several at the same time.
struct TaskRunner {
    let task: KerasTask
    let dataset: Dataset
    private let experiment: Experiment

    init(_ task: KerasTask) throws {
        self.task = task
        dataset = try task.data.load()
        var experiment = try Experiment(text: "dataset = \(dataset.reference)\n" + task.experiment)
        if task.folds > 0 { experiment.settings.validation = 0 }
        self.experiment = experiment
    }

    /// What each seed comes to, in the seeds' order, by the names that ``TaskMeasures`` has for Keras' results.
    ///
    /// - Parameters:
    ///   - seeds: One run each.
    ///   - workers: How many at a time.
    /// - Returns: One dictionary a seed.
    /// - Throws: What a run throws.
    func run(seeds: ClosedRange<UInt64>, workers: Int) async throws -> [[String: Double]] {
        try await withThrowingTaskGroup(of: (UInt64, [String: Double]).self) { group in
            var waiting = seeds.makeIterator()
            var results: [UInt64: [String: Double]] = [:]
            func start() {
                guard let seed = waiting.next() else { return }
                group.addTask { (seed, try measures(seed: seed)) }
            }
            for _ in 0..<workers { start() }
            while let (seed, measures) = try await group.next() {
                results[seed] = measures
                start()
            }
            return seeds.compactMap { results[$0] }
        }
    }

    private func measures(seed: UInt64) throws -> [String: Double] {
        var final = experiment
        final.settings.seed = seed
        guard task.folds > 0 else {
            return TaskMeasures.of(try HeadlessRun(final, dataset: dataset).run())
        }
        var folds: [[String: Double]] = []
        for fold in 0..<task.folds {
            let (part, validation) = dataset.fold(fold, of: task.folds)
            var experiment = experiment
            experiment.settings.validation = validation
            // No fold begins with the weights of another.
            experiment.settings.seed = 1000 * seed + UInt64(fold)
            folds.append(TaskMeasures.of(try HeadlessRun(experiment, dataset: part).run()))
        }
        final.settings.epochs = task.finalEpochs ?? final.settings.epochs
        let test = TaskMeasures.of(try HeadlessRun(final, dataset: dataset).run())
            .filter { $0.key.hasPrefix("test") }
        return test.merging(TaskMeasures.means(of: folds)) { test, _ in test }
    }
}
