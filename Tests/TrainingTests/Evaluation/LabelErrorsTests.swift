import Datasets
import Testing

@testable import Training

@Suite struct `Likely label errors` {
    @Test func `are samples that networks without them confidently contradict, the surest first`() {
        let errors = LabelErrors(
            Evaluation(
                probabilities: [
                    [0.9, 0.1], [0.8, 0.2], [0.05, 0.95], [0.4, 0.6], [0.1, 0.9], [0.2, 0.8], [0.85, 0.15],
                ].dense,
                labels: [0, 0, 0, 0, 1, 1, 1]))
        // Class 0 is believed from 2.15 / 4 on, class 1 from 1.85 / 3 on: 0.6 is not enough.
        #expect(errors.suspects.map(\.sample) == [2, 6])
        #expect(errors.suspects.map(\.given) == [0, 1])
        #expect(errors.suspects.map(\.suggested) == [1, 0])
        #expect(abs(errors.thresholds[0] - 0.5375) < 1e-6)
        #expect(abs(errors.thresholds[1] - 1.85 / 3) < 1e-6)
        #expect(abs((errors.suspects.first?.margin ?? 0) + 0.9) < 1e-6)
        #expect(errors.samples == 7)
        #expect(abs(errors.accuracy - 4.0 / 7) < 1e-9)
    }

    /// Samples that their words tell apart, some of which bear the label of another class.
    private func mislabelled(_ wrong: [Int]) -> Dataset {
        let dataset = madeUpDataset(samples: 400)
        var labels = dataset.train.labels
        // No sample has the word of another class, so that what a label should be is beyond doubt.
        var random = Random(seed: 5, stream: 0)
        let rows = labels.map { label in
            (0..<50).map { word in
                word == Int(label) || word >= 4 && random.below(8) == 0 ? Float(1) : 0
            }
        }
        for row in wrong { labels[row] = (labels[row] + 1) % 4 }
        return Dataset(
            reference: dataset.reference, title: dataset.title, classes: dataset.classes,
            train: Split(inputs: .sparse(rows.sparse), labels: labels), test: dataset.test)
    }

    @Test func `are found among samples whose labels were changed`() throws {
        let wrong = [3, 57, 111, 208, 390]
        let dataset = mislabelled(wrong)
        var experiment = madeUpExperiment(dataset, layers: [], epochs: 40)
        experiment.model.optimizer.learningRate = 0.02
        let evaluation = try OutOfFold(experiment, folds: 4).run(on: dataset)
        #expect(evaluation.rows == 0..<400)
        #expect(evaluation.labels == dataset.train.labels)
        let errors = LabelErrors(evaluation)
        let found = Set(errors.suspects.prefix(10).map(\.sample))
        #expect(wrong.filter(found.contains).count >= 4)
    }

    @Test func `are judged by networks that never saw them`() throws {
        let dataset = mislabelled([])
        var experiment = madeUpExperiment(dataset, epochs: 2)
        experiment.callbacks = [try .named("EarlyStopping")]
        let outOfFold = OutOfFold(experiment, folds: 3, epochs: 4)
        let fits = outOfFold.fits(samples: 400)
        #expect(fits.map(\.validation) == [0..<133, 133..<266, 266..<400])
        #expect(fits.allSatisfy { $0.experiment.callbacks.isEmpty })
        #expect(fits.allSatisfy { $0.experiment.settings.epochs == 4 })
        let whole = try outOfFold.run(on: dataset)
        let alone = try FitResult(training: fits[1], on: dataset) { _ in }
        let second = try Evaluation(of: alone.network, on: dataset.train, rows: 133..<266)
        #expect(Array(whole.probabilities.values[133 * 4..<266 * 4]) == second.probabilities.values)
    }

    @Test func `can be given up while they are looked for`() {
        struct Enough: Error {}
        let dataset = mislabelled([])
        let outOfFold = OutOfFold(madeUpExperiment(dataset, layers: [64], epochs: 100_000), folds: 2)
        #expect(throws: Enough.self) { try outOfFold.run(on: dataset) { _ in throw Enough() } }
    }
}
