import Datasets
import Testing

@testable import Training

@Suite struct `An experiment's fits` {
    private func experiment(_ change: (inout TrainingSettings) -> Void = { _ in }) -> Experiment {
        var settings = TrainingSettings(batchSize: 10, epochs: 2, validation: 7, seed: 5)
        change(&settings)
        return Experiment(
            dataset: Term("made_up"), model: Model(layers: [.dense(4, activation: .softmax)]),
            settings: settings)
    }

    @Test func `are one where nobody asks for folds`() {
        let fits = experiment().fits(samples: 50)
        #expect(fits.map(\.validation) == [0..<7])
        #expect(fits[0].role == .main)
        #expect(fits[0].experiment.settings.seed == 5)
        #expect(experiment().finalFit == nil)
    }

    @Test func `set each sample aside once, but for those left over`() {
        let fits = experiment { $0.folds = 4 }.fits(samples: 50)
        #expect(fits.map(\.validation) == [0..<12, 12..<24, 24..<36, 36..<48])
        #expect(fits.map(\.role) == (1...4).map { Fit.Role.fold($0, of: 4) })
    }

    @Test func `begin with weights of their own, which the seed decides`() {
        let seeds = experiment { $0.folds = 4 }.fits(samples: 50).map(\.experiment.settings.seed)
        #expect(seeds[0] == 5)
        #expect(Set(seeds).count == 4)
        #expect(seeds.allSatisfy { $0 <= TrainingSettings.largestSeed })
        #expect(seeds == experiment { $0.folds = 4 }.fits(samples: 50).map(\.experiment.settings.seed))
    }

    @Test func `end with a new network where a final run is asked for`() throws {
        let fit = try #require(
            experiment { ($0.folds, $0.finalEpochs, $0.finalBatchSize) = (4, 9, 3) }.finalFit)
        #expect(fit.role == .final)
        #expect(fit.validation.isEmpty)
        #expect(fit.experiment.settings.epochs == 9)
        #expect(fit.experiment.settings.batchSize == 3)
        #expect(fit.experiment.settings.seed == 5)
        let validated = try #require(experiment { ($0.finalEpochs, $0.finalValidation) = (9, 3) }.finalFit)
        #expect(validated.validation == 0..<3)
    }

    @Test func `can't have more folds than samples, or one alone`() {
        let dataset = madeUpDataset(samples: 6)
        func problems(_ folds: Int) -> [String] {
            let experiment = experiment { ($0.folds, $0.validation) = (folds, 0) }
            return experiment.settings.problems(samples: dataset.train.count).map(\.message)
        }
        #expect(problems(6).isEmpty)
        #expect(
            problems(7) == [
                "There are 7 folds, but only 6 training samples to be divided among them. Make fewer folds."
            ])
        #expect(
            problems(1) == ["The number of folds is 1. Make it from 2 to 64, or 0 for a single network."])
    }
}

@Suite struct `A run with folds` {
    private let dataset = madeUpDataset(samples: 48)

    private func experiment(folds: Int, finalEpochs: Int) -> Experiment {
        Experiment(
            dataset: dataset.reference,
            model: Model(layers: [
                .dense(6, activation: .relu), .dense(dataset.classes.count, activation: .softmax),
            ]),
            settings: TrainingSettings(
                batchSize: 8, epochs: 3, validation: 0, folds: folds, finalEpochs: finalEpochs, seed: 2))
    }

    @Test func `gives each fold what it would be alone, bit for bit`() throws {
        let experiment = experiment(folds: 4, finalEpochs: 0)
        let report = try HeadlessRun(experiment, dataset: dataset).run()
        #expect(report.folds.count == 4)
        for (place, fit) in experiment.fits(samples: dataset.train.count).enumerated() {
            let alone = try TrainingRun(fit, dataset: dataset)
            while alone.advance() != nil {}
            #expect(report.folds[place].history.columns.map(\.values) == alone.history.columns.map(\.values))
            #expect(report.folds[place].network == alone.engine.network())
        }
    }

    @Test func `has the folds' mean as its history, and no test without a final run`() throws {
        let report = try HeadlessRun(experiment(folds: 3, finalEpochs: 0), dataset: dataset).run()
        let losses = report.folds.compactMap { $0.history["val_loss"]?.last }
        #expect(losses.count == 3)
        let mean = losses.reduce(0, +) / 3
        #expect(abs((report.history["val_loss"]?.last ?? .nan) - mean) < 1e-12)
        #expect(report.test == nil)
        #expect(report[.init(.folds, "loss")] == report.history["val_loss"]?.last)
    }

    @Test func `trains a new network on all samples at the end, and tests it`() throws {
        let report = try HeadlessRun(experiment(folds: 3, finalEpochs: 5), dataset: dataset).run()
        var plain = experiment(folds: 0, finalEpochs: 0)
        plain.settings.epochs = 5
        let alone = try HeadlessRun(plain, dataset: dataset).run()
        #expect(report.finalHistory?.columns.map(\.values) == alone.history.columns.map(\.values))
        #expect(report.test == alone.test)
        #expect(report.table.contains("Mean of 3 folds:"))
        #expect(report.table.contains("Final run:"))
    }

    @Test func `is given up where whoever waits for it wants it no more`() {
        struct Enough: Error {}
        var long = experiment(folds: 2, finalEpochs: 0)
        long.settings.epochs = 1_000_000
        #expect(throws: Enough.self) {
            _ = try HeadlessRun(long, dataset: dataset).run { _ in throw Enough() }
        }
    }
}
