import Datasets
import Testing

@testable import Training

extension Trainer {
    /// All milestones up to the end of the run.
    fileprivate func allMilestones() async -> [Milestone] {
        var result: [Milestone] = []
        for await milestone in milestones { result.append(milestone) }
        return result
    }
}

extension Milestone {
    fileprivate var record: EpochRecord? {
        guard case .epoch(let record) = self else { return nil }
        return record
    }
}

extension History {
    /// The numbers that don't depend on the clock.
    fileprivate var numbers: [[Double]] { columns.map(\.values) }
}

@Suite struct `A trainer` {
    let dataset = madeUpDataset()

    @Test func `tells of its start, every epoch and its end`() async throws {
        let trainer = try Trainer(madeUpExperiment(dataset), dataset: dataset)
        trainer.start()
        let milestones = await trainer.allMilestones()
        #expect(milestones.first == .started(epochs: 3, batchesPerEpoch: 5))
        let records = milestones.compactMap(\.record)
        #expect(records.map(\.index) == [1, 2, 3])
        #expect(records.allSatisfy { $0.validation != nil && $0.seconds > 0 && $0.learningRate == 0.001 })
        #expect(milestones.last == .finished(History(epochs: records)))
        #expect(milestones.count == 5)
    }

    @Test func `ends in the same bits with and without listeners, and without a trainer at all`() async throws
    {
        let experiment = madeUpExperiment(dataset)
        let heard = try Trainer(experiment, dataset: dataset)
        let unheard = try Trainer(experiment, dataset: dataset)
        async let progress: Int = heard.progress.reduce(into: 0) { count, _ in count += 1 }
        heard.start()
        unheard.start()
        _ = await heard.allMilestones()
        _ = await unheard.allMilestones()
        #expect(await progress > 0)
        let snapshot = await heard.snapshot()
        #expect(await unheard.snapshot() == snapshot)

        let run = try TrainingRun(experiment, dataset: dataset)
        while run.advance() != nil {}
        #expect(run.snapshot == snapshot)
        let report = try HeadlessRun(experiment, dataset: dataset).run()
        #expect(report.history.numbers == run.history.numbers)
        #expect(await heard.history.numbers == run.history.numbers)
    }

    @Test func `keeps the loss of every batch as it was before its update`() throws {
        let run = try TrainingRun(madeUpExperiment(dataset), dataset: dataset)
        var losses: [Float] = []
        while let outcome = run.advance() {
            if case .batch = outcome { losses.append(Float(run.progress.batchLoss)) }
        }
        #expect(losses.count == 15)
        #expect(run.history.stepLosses == losses)
        #expect(run.history.stepsAtEnd == [5, 10, 15])
    }

    @Test func `has other results with another seed`() async throws {
        func weights(_ seed: UInt64) throws -> Network {
            let run = try TrainingRun(madeUpExperiment(dataset, seed: seed), dataset: dataset)
            while run.advance() != nil {}
            return run.engine.network()
        }
        #expect(try weights(1) != weights(2))
    }

    @Test func `pauses within one batch, and goes on where it was`() async throws {
        let experiment = madeUpExperiment(dataset)
        let trainer = try Trainer(experiment, dataset: dataset)
        var milestones = trainer.milestones.makeAsyncIterator()
        var progress = trainer.progress.makeAsyncIterator()
        trainer.stepBatch()
        #expect(await milestones.next() == .started(epochs: 3, batchesPerEpoch: 5))
        #expect(await milestones.next() == .paused)
        #expect(await progress.next()?.batch == 1)
        trainer.stepBatch()
        #expect(await milestones.next() == .resumed)
        #expect(await milestones.next() == .paused)
        #expect(await progress.next()?.batch == 2)

        trainer.send(.resume, .pause)
        #expect(await milestones.next() == .resumed)
        #expect(await milestones.next() == .paused)
        #expect(await trainer.history.epochs.isEmpty)
        let snapshot = await trainer.snapshot()
        #expect(snapshot.epochs == 0 && snapshot.batches == 2)
        await Task.yield()
        #expect(await trainer.snapshot() == snapshot)

        trainer.resume()
        #expect(await milestones.next() == .resumed)
        for _ in 0..<3 { #expect(await milestones.next()?.record != nil) }
        guard case .finished(let history) = await milestones.next() else {
            Issue.record("the run should have finished")
            return
        }
        let report = try HeadlessRun(experiment, dataset: dataset).run()
        #expect(history.numbers == report.history.numbers)
    }

    @Test func `steps through a whole epoch, validation included`() async throws {
        let trainer = try Trainer(madeUpExperiment(dataset), dataset: dataset)
        var milestones = trainer.milestones.makeAsyncIterator()
        trainer.stepEpoch()
        #expect(await milestones.next() == .started(epochs: 3, batchesPerEpoch: 5))
        let record = await milestones.next()?.record
        #expect(record?.index == 1)
        #expect(record?.validation != nil)
        #expect(await milestones.next() == .paused)
        trainer.stop()
        guard case .stopped(let history) = await milestones.next() else {
            Issue.record("the run should have stopped")
            return
        }
        #expect(history.epochs.count == 1)
        #expect(await milestones.next() == nil)
    }

    @Test func `validates after the step of an epoch's last batch`() async throws {
        let trainer = try Trainer(madeUpExperiment(dataset), dataset: dataset)
        var milestones = trainer.milestones.makeAsyncIterator()
        // Asked for together, they add up.
        trainer.send(.stepBatch, .stepBatch, .stepBatch, .stepBatch)
        #expect(await milestones.next() == .started(epochs: 3, batchesPerEpoch: 5))
        #expect(await milestones.next() == .paused)
        #expect(await trainer.history.epochs.isEmpty)
        trainer.stepBatch()
        #expect(await milestones.next() == .resumed)
        #expect(await milestones.next()?.record?.index == 1)
        #expect(await milestones.next() == .paused)
        trainer.stop()
    }

    @Test func `stops within one batch of a long run`() async throws {
        let trainer = try Trainer(madeUpExperiment(dataset, epochs: 1_000_000), dataset: dataset)
        var progress = trainer.progress.makeAsyncIterator()
        trainer.start()
        _ = await progress.next()
        trainer.stop()
        let milestones = await trainer.allMilestones()
        guard case .stopped(let history) = milestones.last else {
            Issue.record("the run should have stopped")
            return
        }
        #expect(history.epochs.count < 1_000_000)
        let snapshot = await trainer.snapshot()
        await Task.yield()
        #expect(await trainer.snapshot() == snapshot)
    }

    @Test func `takes a new learning rate from the next batch on`() async throws {
        var experiment = madeUpExperiment(dataset, optimizer: .sgd)
        experiment.settings.validation = 0
        let trainer = try Trainer(experiment, dataset: dataset)
        var milestones = trainer.milestones.makeAsyncIterator()
        trainer.stepBatch()
        _ = await milestones.next()
        _ = await milestones.next()
        let before = await trainer.snapshot()
        #expect(before.batches == 1)
        trainer.tune(.learningRate(0))
        trainer.stepBatch()
        #expect(
            await milestones.next() == .tuned(TimedEdit(.learningRate(0), at: Moment(epochs: 0, batches: 1))))
        _ = await milestones.next()
        #expect(await milestones.next() == .paused)
        let after = await trainer.snapshot()
        #expect(after.network == before.network)
        #expect(after.batches == 2)
    }

    @Test func `is not slowed by a reader that comes late, and keeps every milestone for it`() async throws {
        let trainer = try Trainer(madeUpExperiment(dataset, epochs: 200), dataset: dataset)
        trainer.start()
        // Nobody reads until the run is over.
        while await trainer.history.epochs.count < 200 { await Task.yield() }
        #expect(await trainer.allMilestones().compactMap(\.record).map(\.index) == Array(1...200))
        var late: [Training.Progress] = []
        for await progress in trainer.progress { late.append(progress) }
        #expect(late.map(\.batch) == [5])
        #expect(late.last?.fraction == 1)
    }

    @Test func `trains beside others, each with its own results`() async throws {
        let dataset = dataset
        let expected = try (1...4).map { seed in
            try HeadlessRun(madeUpExperiment(dataset, seed: UInt64(seed)), dataset: dataset).run().history
                .numbers
        }
        let histories = try await withThrowingTaskGroup(of: (Int, [[Double]]).self) { group in
            for seed in 1...4 {
                group.addTask {
                    let trainer = try Trainer(
                        madeUpExperiment(dataset, seed: UInt64(seed)), dataset: dataset)
                    trainer.start()
                    _ = await trainer.allMilestones()
                    return (seed, await trainer.history.numbers)
                }
            }
            return try await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
        }
        #expect((1...4).map { histories[$0] } == expected)
    }

    @Test func `gives at an epoch's end the weights that the epoch ended with`() async throws {
        let experiment = madeUpExperiment(dataset, epochs: 2)
        let trainer = try Trainer(experiment, dataset: dataset)
        let initial = await trainer.snapshot()
        #expect(
            initial
                == Snapshot(
                    network: Network(
                        initial: experiment.model, inputs: dataset.train.inputs.columns,
                        seed: experiment.settings.seed), epochs: 0, batches: 0))
        var milestones = trainer.milestones.makeAsyncIterator()
        trainer.stepEpoch()
        var record: EpochRecord?
        while let milestone = await milestones.next(), milestone != .paused {
            record = milestone.record ?? record
        }
        let snapshot = await trainer.snapshot()
        #expect(snapshot.network != initial.network)
        #expect(snapshot.epochs == 1 && snapshot.batches == 0)
        let first = Split(
            inputs: dataset.train.inputs.rows(0..<40), labels: Array(dataset.train.labels[0..<40]))
        let loss = try snapshot.network.evaluate(first).loss
        #expect(abs(loss - (record?.validation?.loss ?? .nan)) < 1e-6)
        let test = try await trainer.evaluateTest()
        #expect(try test == snapshot.network.evaluate(dataset.test))
        trainer.stop()
    }

    @Test func `says when the loss becomes NaN, and goes on`() async throws {
        var optimizer = Optimizer.sgd
        optimizer.learningRate = 1e30
        let trainer = try Trainer(madeUpExperiment(dataset, optimizer: optimizer), dataset: dataset)
        trainer.start()
        let milestones = await trainer.allMilestones()
        let said = milestones.filter { if case .lossBecameNaN = $0 { true } else { false } }
        #expect(said.count == 1)
        guard case .finished(let history) = milestones.last else {
            Issue.record("the run should have finished")
            return
        }
        #expect(history.epochs.last?.training.loss.isNaN == true)
        // The class of outputs that are NaN is the first, as in Keras.
        let trained = dataset.train.labels.dropFirst(40)
        let share = Double(trained.count { $0 == 0 }) / Double(trained.count)
        #expect(history.epochs.last?.training.accuracy == share)
        #expect(history.bestEpoch == nil)
    }

    @Test func `says why it can't go on`() async throws {
        let trainer = Trainer(Fit(madeUpExperiment(dataset)), dataset: dataset) { _, _ in
            throw EngineError.outOfMemory(bytes: 5_000_000, limit: nil)
        }
        trainer.start()
        let reason =
            "There is no room for another 5 MB. Give the layers fewer units, or make the batches smaller."
        #expect(await trainer.allMilestones() == [.failed(reason: reason)])
    }

    @Test func `refuses samples that the network has no place for`() throws {
        func run(labels: [Int32], indices: [Int32] = [0, 1]) throws {
            let inputs = SparseRows(columns: 2, offsets: [0, 1, 2], indices: indices)
            let split = Split(inputs: .sparse(inputs), labels: labels)
            let strange = Dataset(
                reference: Term("strange"), title: "strange", classes: ["a", "b"], train: split, test: split)
            _ = try HeadlessRun(madeUpExperiment(strange, epochs: 1, validation: 0), dataset: strange).run()
        }
        try run(labels: [0, 1])
        #expect(throws: EngineError.labelOutOfRange(label: 2, units: 2, row: 1)) { try run(labels: [0, 2]) }
        #expect(throws: EngineError.labelOutOfRange(label: -1, units: 2, row: 0)) {
            try run(labels: [-1, 1])
        }
        #expect(throws: EngineError.columnOutOfRange(column: 2, columns: 2)) {
            try run(labels: [0, 1], indices: [0, 2])
        }
    }

    @Test func `ends without results when it is stopped before it started`() async throws {
        let trainer = try Trainer(madeUpExperiment(dataset), dataset: dataset)
        trainer.send(.stop, .start)
        #expect(await trainer.allMilestones() == [.stopped(History())])
    }

    @Test func `takes all samples at once where a batch is larger than that`() async throws {
        let report = try HeadlessRun(
            madeUpExperiment(dataset, epochs: 1, batchSize: .max), dataset: dataset
        ).run()
        #expect(report.history.epochs.count == 1)
        #expect(report.test?.loss.isFinite == true)
    }

    @Test func `refuses what can't be trained, in words`() throws {
        var experiment = madeUpExperiment(dataset)
        experiment.model.layers[1].units = 3
        #expect(throws: ModelProblems.self) { try Trainer(experiment, dataset: dataset) }
    }

    @Test func `goes away when nobody holds it`() async throws {
        var trainer: Trainer? = try Trainer(madeUpExperiment(dataset, epochs: 1_000_000), dataset: dataset)
        let milestones = try #require(trainer?.milestones)
        trainer?.start()
        var iterator = milestones.makeAsyncIterator()
        _ = await iterator.next()
        trainer = nil
        var count = 0
        while await iterator.next() != nil { count += 1 }
        #expect(count < 1_000_000)
    }

    @Test(arguments: [
        (
            EngineError.outOfMemory(bytes: 1_600_000, limit: MemoryLimit(bytes: 150_000_000, letter: "v")),
            "There is no room for another 2 MB within the limit of 150 MB (ulimit -v). Raise the limit, give the layers "
                + "fewer units, or make the batches smaller."
        ),
        (
            .noRoomForProducts(
                bytes: 40_000_000, threads: 2, limit: MemoryLimit(bytes: 153_600_000, letter: "d")),
            "There is no room for another 40 MB, in which OpenBLAS multiplies on 2 threads within the limit of 154 MB "
                + "(ulimit -d). Raise the limit, take fewer threads (--threads), or give the layers fewer units."
        ),
        (
            .noRoomForProducts(bytes: 40_000_000, threads: 1, limit: nil),
            "There is no room for another 40 MB, in which OpenBLAS multiplies on 1 thread. End other programs, or give "
                + "the layers fewer units."
        ),
        (
            .noProducts(
                reason: "libopenblas.so.0: failed to map segment from shared object",
                limit: MemoryLimit(bytes: 190_000_000, letter: "v")),
            "Layers of this size need OpenBLAS, which can't be loaded within the limit of 190 MB (ulimit -v). Raise the "
                + "limit, or give the layers fewer units."
        ),
        (
            .noProducts(
                reason: "libopenblas.so.0: cannot open shared object file: No such file or directory",
                limit: nil),
            "Layers of this size need OpenBLAS, which can't be loaded: libopenblas.so.0: cannot open shared object file: "
                + "No such file or directory. Install it (apt install libopenblas0), or give the layers fewer units."
        ),
        (
            .noProducts(
                reason: "libopenblas.so.0: cannot open shared object file: Too many open files", limit: nil),
            "Layers of this size need OpenBLAS, which can't be loaded: libopenblas.so.0: cannot open shared object file: "
                + "Too many open files. Give the layers fewer units."
        ),
        (
            .outOfMemory(bytes: 200, limit: nil),
            "There is no room for another 1 MB. Give the layers fewer units, or make the batches smaller."
        ),
    ])
    func `names the limit of memory where there is one`(error: EngineError, sentence: String) {
        #expect(error.description == sentence)
    }
}
