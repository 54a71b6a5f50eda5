import Testing

@testable import Training

@Suite struct `A run with callbacks` {
    /// The observations of a run from beginning to end.
    private struct Seen {
        var batches = 0
        /// The network at the end of each epoch, the last one's after all callbacks.
        var networks: [Network] = []
        var interventions: [Intervention] = []
        let run: TrainingRun
    }

    private func run(
        _ callbacks: [String], optimizer: Optimizer = .adam, epochs: Int = 5
    ) throws -> Seen {
        let dataset = madeUpDataset()
        var experiment = madeUpExperiment(dataset, optimizer: optimizer, epochs: epochs)
        experiment.callbacks = try callbacks.map(Callback.init(text:))
        var seen = Seen(run: try TrainingRun(experiment, dataset: dataset))
        while let outcome = seen.run.advance() {
            switch outcome {
            case .batch: seen.batches += 1
            case .validation: break
            case .epoch: seen.networks.append(seen.run.engine.network())
            }
            seen.interventions += seen.run.takeInterventions()
        }
        return seen
    }

    // Nothing gets better by more than 100, so that the first epoch stays the best.

    @Test func `stops, and goes back to the best weights`() throws {
        let seen = try run(["EarlyStopping(min_delta=100, patience=2, restore_best_weights=true)"])
        #expect(seen.run.history.epochs.count == 3)
        #expect(seen.networks[0] != seen.networks[1])
        #expect(seen.networks[2] == seen.networks[0])
        #expect(seen.interventions.last == .restore(epoch: 1))
        #expect(seen.interventions.count == 2)
    }

    @Test func `goes back to the best weights also after its last epoch`() throws {
        let seen = try run(["EarlyStopping(min_delta=100, patience=9, restore_best_weights=true)"])
        #expect(seen.run.history.epochs.count == 5)
        #expect(seen.networks[4] == seen.networks[0])
        #expect(seen.interventions == [.restore(epoch: 1)])
    }

    @Test func `keeps its last weights where no others are wanted`() throws {
        let seen = try run(["EarlyStopping(min_delta=100, patience=2)"])
        let plain = try run([], epochs: 3)
        #expect(seen.networks.map(\.weights) == plain.networks.map(\.weights))
    }

    @Test func `makes smaller steps from the next epoch on`() throws {
        let seen = try run(["ReduceLROnPlateau(min_delta=100, patience=1, factor=0.5)"])
        let rates = seen.run.history.epochs.map { Float($0.learningRate) }
        #expect(rates == [0.001, 0.001, 0.0005, 0.00025, 0.000125])
    }

    @Test func `ends in the midst of an epoch once the loss is no number`() throws {
        let optimizer = try Optimizer(text: "sgd(learning_rate=1e30)")
        let plain = try run([], optimizer: optimizer, epochs: 1)
        let seen = try run(["TerminateOnNaN"], optimizer: optimizer)
        #expect(seen.batches < plain.batches)
        #expect(seen.run.history.epochs.count == 1)
        #expect(seen.run.history.epochs.first?.validation != nil)
        guard case .stop(let reason)? = seen.interventions.first else {
            Issue.record("nothing stopped the run")
            return
        }
        #expect(reason.hasPrefix("TerminateOnNaN: the loss of batch \(seen.batches) of epoch 1 is "))
    }
}
