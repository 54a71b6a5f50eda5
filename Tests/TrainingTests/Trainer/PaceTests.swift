import Datasets
import Synchronization
import Testing

@testable import Training

/// A clock whose waits are over at once, and which remembers them.
private final class ImpatientClock: Clock {
    typealias Instant = ContinuousClock.Instant
    private let waits = Mutex<[Duration]>([])

    var now: Instant { ContinuousClock.now }
    var minimumResolution: Duration { .zero }
    var waited: [Duration] { waits.withLock { $0 } }

    func sleep(until deadline: Instant, tolerance: Duration?) async throws {
        let now = now
        waits.withLock { $0.append(deadline - now) }
    }
}

/// A clock that stands still.
private struct StoppedClock: Clock {
    typealias Instant = ContinuousClock.Instant
    var now: Instant { ContinuousClock.now }
    var minimumResolution: Duration { .zero }
    func sleep(until deadline: Instant, tolerance: Duration?) async throws {
        try await Task.sleep(for: .seconds(3600))
    }
}

@Suite struct `The pace` {
    let dataset = madeUpDataset()

    @Test func `spreads an epoch over its batches`() {
        #expect(Pace.fullSpeed.batchDuration(batches: 16) == nil)
        #expect(Pace.epochsPerSecond(2).batchDuration(batches: 5) == .milliseconds(100))
    }

    @Test func `makes the run wait after each batch, and changes no number`() async throws {
        let clock = ImpatientClock()
        let experiment = madeUpExperiment(dataset)
        let trainer = try Trainer(experiment, dataset: dataset, pace: .epochsPerSecond(0.01), clock: clock)
        trainer.start()
        for await _ in trainer.milestones {}
        // Before each of the fifteen batches but the first.
        #expect(clock.waited.count == 14)
        #expect(clock.waited.allSatisfy { $0 > .zero && $0 <= .seconds(20) })
        let report = try HeadlessRun(experiment, dataset: dataset).run()
        #expect(await trainer.history.columns.map(\.values) == report.history.columns.map(\.values))
    }

    @Test func `gives way to a command at once`() async throws {
        let trainer = try Trainer(
            madeUpExperiment(dataset), dataset: dataset, pace: .epochsPerSecond(0.001), clock: StoppedClock())
        var progress = trainer.progress.makeAsyncIterator()
        trainer.start()
        _ = await progress.next()
        trainer.setPace(.fullSpeed)
        var last: Milestone?
        for await milestone in trainer.milestones { last = milestone }
        guard case .finished = last else {
            Issue.record("the run should have gone on at full speed")
            return
        }
    }

    @Test(arguments: [
        TrainerCommand.start, .pause, .resume, .stepBatch, .stepEpoch, .stop, .tune(.learningRate(0.25)),
        .setPace(.fullSpeed), .setPace(.epochsPerSecond(5)),
    ])
    func `and every other command is read back from its text`(command: TrainerCommand) throws {
        #expect(try TrainerCommand(text: command.text) == command)
    }

    @Test(arguments: ["epochs_per_second(0)", "epochs_per_second", "epoch_per_second(2)", "full_speed(1)"])
    func `is refused where it makes no sense`(text: String) {
        #expect(throws: TermError.self) { try Pace(text: text) }
    }
}
