import Datasets
import Testing

@testable import Training

@Suite struct `Training in several threads` {
    /// Models whose kernels all share out work: sparse and dense inputs, small and large products, every kind of
    /// shaping and norm.
    static let models = [
        "dense(64), dense(46, activation=tanh), dense(4, activation=softmax); adam",
        "dense(130, activation=gelu, kernel_regularizer=l1_l2(l1=0.001, l2=0.01)), dense(4, activation=softmax); rmsprop(clipnorm=0.5)",
        "dense(300, activation=silu), dense(300), dense(4, activation=softmax); sgd(0.1, global_clipnorm=0.1)",
        "dropout(0.2), dense(20), dense(4, activation=softmax); adamw(clipvalue=0.01)",
    ]

    @Test func `happens in as many as the settings say`() throws {
        let dataset = madeUpDataset()
        var experiment = madeUpExperiment(dataset)
        #expect(try TrainingRun(experiment, dataset: dataset).engine.forward.kernels.team == nil)
        experiment.settings.threads = 2
        #expect(try TrainingRun(experiment, dataset: dataset).engine.forward.kernels.team?.threads == 2)
    }

    @Test(arguments: models, [false, true])
    func `gives the bits that it gives in one`(text: String, dense: Bool) throws {
        let parts = text.split(separator: "; ").map(String.init)
        let dataset = madeUpDataset(samples: 360, words: 300, dense: dense)
        let model = Model(
            layers: try Term.list(parsing: parts[0]).map(Layer.init(term:)),
            optimizer: try Optimizer(text: parts[1]))
        let experiment = Experiment(
            dataset: dataset.reference, model: model,
            settings: TrainingSettings(batchSize: 300, epochs: 2, validation: 60, seed: 1))
        for level in Kernels.Level.available {
            let snapshots = try [1, 2, 3, 7].map { threads in
                let run = try TrainingRun(
                    experiment, dataset: dataset, kernels: Kernels(level: level, threads: threads))
                while run.advance() != nil {}
                return (run.snapshot, run.history.epochs.map(\.training.loss))
            }
            for (snapshot, losses) in snapshots.dropFirst() {
                #expect(snapshot == snapshots[0].0, "\(level)")
                #expect(losses == snapshots[0].1, "\(level)")
            }
        }
    }
}
