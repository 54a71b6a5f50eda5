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

    /// The measures of each seed, in the seeds' order, by the names that ``TaskMeasures`` has for Keras'
    /// results.
    ///
    /// - Parameters:
    ///   - seeds: One run each.
    ///   - workers: The number of runs at a time.
    ///   - order: The order in which the samples come.
    /// - Returns: One dictionary a seed.
    /// - Throws: The error of a run.
    func run(
        seeds: ClosedRange<UInt64>, workers: Int, order: Order
    ) async throws -> [[String: Double]] {
        try await withThrowingTaskGroup(of: (UInt64, [String: Double]).self) { group in
            var waiting = seeds.makeIterator()
            var results: [UInt64: [String: Double]] = [:]
            func start() {
                guard let seed = waiting.next() else { return }
                group.addTask { (seed, try measures(seed: seed, order)) }
            }
            for _ in 0..<workers { start() }
            while let (seed, measures) = try await group.next() {
                results[seed] = measures
                start()
            }
            return seeds.compactMap { results[$0] }
        }
    }

    /// The order in which the training samples come.
    enum Order {
        /// In a new one at each epoch, as users have it.
        case new
        /// In one that is kept, as Keras has it on TensorFlow where a seed was set (tensorflow/tensorflow#35682).
        case kept
    }

    private func measures(seed: UInt64, _ order: Order) throws -> [String: Double] {
        guard task.folds > 0 else { return try train(experiment, on: dataset, seed: seed, order) }
        var folds: [[String: Double]] = []
        for fold in 0..<task.folds {
            let (part, validation) = dataset.fold(fold, of: task.folds)
            var experiment = experiment
            experiment.settings.validation = validation
            // No fold begins with the weights of another.
            folds.append(try train(experiment, on: part, seed: 1000 * seed + UInt64(fold), order))
        }
        var final = experiment
        final.settings.epochs = task.finalEpochs ?? final.settings.epochs
        return try train(final, on: dataset, seed: seed, order).filter { $0.key.hasPrefix("test") }
            .merging(TaskMeasures.means(of: folds)) { test, _ in test }
    }

    private func train(
        _ experiment: Experiment, on dataset: Dataset, seed: UInt64, _ order: Order
    ) throws -> [String: Double] {
        var experiment = experiment
        experiment.settings.seed = seed
        let validation = experiment.settings.validation
        let ordered = order == .new ? dataset : dataset.shuffled(seed: seed, validation: validation)
        let run = try TrainingRun(experiment, dataset: ordered, shuffles: order == .new)
        while run.advance() != nil {}
        return TaskMeasures.of(run.history, test: try run.engine.network().evaluate(dataset.test))
    }
}
