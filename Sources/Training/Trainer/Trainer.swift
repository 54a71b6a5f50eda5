import Datasets
import Synchronization

/// Owns a network while it is trained, off the main thread, and tells what happens.
///
/// Commands may be sent from any thread and without waiting; they are obeyed in the order in which they were sent,
/// each within one batch. Training continues as long as someone holds the trainer.
public actor Trainer {
    /// The milestones of the run, in order; none is dropped, however late it is read.
    ///
    /// For one reader only.
    public nonisolated let milestones: AsyncStream<Milestone>
    /// The progress of the run; only the newest news is kept for a reader that comes late.
    ///
    /// For one reader only.
    public nonisolated let progress: AsyncStream<Progress>
    /// The fit that is trained.
    public nonisolated let fit: Fit

    private enum Phase {
        case idle, running, paused, ended
    }

    /// The point at which a step that was asked for ends.
    private enum Goal: Equatable {
        case batches(Int)
        case epoch
    }

    private let dataset: Dataset
    private let makeRun: @Sendable (Fit, Dataset) throws -> TrainingRun
    /// The archive of the run, if there is one.
    public nonisolated let archive: RunArchive?
    private let milestoneSource: AsyncStream<Milestone>.Continuation
    private let progressSource: AsyncStream<Progress>.Continuation
    private nonisolated let mailbox: Mailbox
    private var phase = Phase.idle
    private var goal: Goal?
    private var pace: Pace
    /// The time of the work since the last wait, and the time by which that wait overshot.
    private var timeSpent = Duration.zero
    /// Changes that were wanted before the run began.
    private var wanted: [ExperimentEdit] = []
    private var run: TrainingRun?

    /// Makes ready to train; nothing happens until ``start()``.
    ///
    /// - Parameters:
    ///   - fit: The fit to train.
    ///   - dataset: The loaded data of the experiment.
    ///   - pace: The speed limit to begin with.
    ///   - clock: The clock that pacing waits by.
    ///   - archive: The archive of each epoch's weights, if there is one.
    ///   - past: The past of an equal run, to continue from its end.
    /// - Throws: ``ModelProblems`` where the experiment can't be run on the data set.
    public init(
        _ fit: Fit, dataset: Dataset, pace: Pace = .fullSpeed,
        clock: any Clock<Duration> = ContinuousClock(), archive: RunArchive? = nil, from past: RunPast? = nil
    ) throws {
        let problems = fit.experiment.problems(for: dataset)
        guard problems.isEmpty else { throw ModelProblems(problems) }
        self.init(fit, dataset: dataset, pace: pace, clock: clock, archive: archive) { fit, dataset in
            try TrainingRun(fit, dataset: dataset, from: past, archive: archive)
        }
    }

    /// Makes ready to train an experiment's one network; otherwise the same.
    public init(
        _ experiment: Experiment, dataset: Dataset, pace: Pace = .fullSpeed,
        clock: any Clock<Duration> = ContinuousClock()
    ) throws {
        try self.init(Fit(experiment), dataset: dataset, pace: pace, clock: clock)
    }

    /// Makes ready to train by a run that is made when training starts; where that fails, the reason is told.
    init(
        _ fit: Fit, dataset: Dataset, pace: Pace = .fullSpeed,
        clock: any Clock<Duration> = ContinuousClock(), archive: RunArchive? = nil,
        makeRun: @escaping @Sendable (Fit, Dataset) throws -> TrainingRun
    ) {
        self.makeRun = makeRun
        self.archive = archive
        self.fit = fit
        self.dataset = dataset
        self.pace = pace
        (milestones, milestoneSource) = AsyncStream.makeStream()
        (progress, progressSource) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
        let mailbox = Mailbox()
        self.mailbox = mailbox
        // The loop holds the trainer only while a batch is worked at, so that a trainer nobody wants any more goes.
        Task { [weak self] in
            var rings = mailbox.rings.makeAsyncIterator()
            var timers = 0
            while let next = await self?.turn() {
                switch next {
                case .now: await Task.yield()
                case .whenTold: if await rings.next() == nil { return }
                case .never: return
                case .after(let duration):
                    timers += 1
                    let began = ContinuousClock.now
                    await mailbox.wait(duration, by: clock, timer: timers, &rings)
                    await self?.waited(duration, actually: ContinuousClock.now - began)
                }
            }
        }
    }

    deinit {
        milestoneSource.finish()
        progressSource.finish()
        mailbox.close()
    }

    // MARK: - Being told

    /// Tells the trainer what to do; returns at once.
    ///
    /// - Parameter commands: Obeyed in this order, with no batch between them.
    public nonisolated func send(_ commands: TrainerCommand...) { mailbox.put(commands) }

    /// Begins to train, or continues after a pause.
    public nonisolated func start() { send(.start) }
    /// Stops between two batches until told to continue.
    public nonisolated func pause() { send(.pause) }
    /// Continues after a pause.
    public nonisolated func resume() { send(.resume) }
    /// Trains one batch, then pauses; the last batch of an epoch also validates.
    public nonisolated func stepBatch() { send(.stepBatch) }
    /// Trains to the end of the epoch, then pauses.
    public nonisolated func stepEpoch() { send(.stepEpoch) }
    /// Ends the run for good.
    public nonisolated func stop() { send(.stop) }
    /// Changes the experiment from the next batch on; what can't be changed now is told by a milestone.
    public nonisolated func tune(_ edit: ExperimentEdit) { send(.tune(edit)) }
    /// Changes the speed limit of the run; never changes its numbers.
    public nonisolated func setPace(_ pace: Pace) { send(.setPace(pace)) }

    // MARK: - Being asked

    /// The experiment of the fit, without the changes made meanwhile.
    public nonisolated var experiment: Experiment { fit.experiment }

    /// The network as it is between two batches, and how long it has been trained; training continues.
    public func snapshot() -> Snapshot {
        if let run { return run.snapshot }
        // Before the run exists, normalizations have taken nothing from the samples.
        let network = Network(
            initial: experiment.model, inputs: dataset.train.inputs.columns, seed: experiment.settings.seed)
        return Snapshot(network: network, epochs: 0, batches: 0)
    }

    /// The epochs so far.
    public var history: History { run?.history ?? History() }

    /// Loss and metrics on the test split of the network as it is now; training continues.
    ///
    /// - Returns: The means over the test split.
    /// - Throws: ``EngineError``.
    public func evaluateTest() async throws -> Metrics {
        try await Self.evaluate(snapshot().network, on: dataset.test)
    }

    /// Off the actor, so that no batch waits for it.
    @concurrent private static func evaluate(_ network: Network, on split: Split) async throws -> Metrics {
        try network.evaluate(split)
    }

    // MARK: - The loop

    /// The time at which the loop should come again.
    private enum Next {
        case now
        case after(Duration)
        case whenTold
        case never
    }

    /// Obeys what was sent, then does one piece of work.
    private func turn() -> Next {
        for command in mailbox.take() where phase != .ended { obey(command) }
        switch phase {
        case .ended: return .never
        case .idle, .paused: return .whenTold
        case .running: return work()
        }
    }

    private func obey(_ command: TrainerCommand) {
        switch command {
        case .start, .resume: go(to: nil)
        case .stepBatch:
            // Steps that are asked for faster than they are made add up.
            if case .batches(let count) = goal { go(to: .batches(count + 1)) } else { go(to: .batches(1)) }
        case .stepEpoch: go(to: .epoch)
        case .pause:
            if phase == .running { pauseNow() }
        case .stop: end(.stopped(history))
        case .tune(let edit):
            guard let run else {
                wanted.append(edit)
                return
            }
            tune(run, edit)
        case .setPace(let pace):
            self.pace = pace
            timeSpent = .zero
        }
    }

    private func tune(_ run: TrainingRun, _ edit: ExperimentEdit) {
        do {
            try run.change(edit)
            for answer in run.takeAnswers() { milestoneSource.yield(answer) }
        } catch {
            milestoneSource.yield(.refused("\(error)"))
        }
    }

    private func go(to goal: Goal?) {
        self.goal = goal
        switch phase {
        case .ended, .running: return
        case .paused:
            phase = .running
            milestoneSource.yield(.resumed)
        case .idle:
            do {
                let run = try makeRun(fit, dataset)
                self.run = run
                phase = .running
                if !run.history.epochs.isEmpty {
                    milestoneSource.yield(.continued(run.history, changes: run.earlierChanges))
                }
                milestoneSource.yield(
                    .started(epochs: run.experiment.settings.epochs, batchesPerEpoch: run.batches))
                for edit in wanted { tune(run, edit) }
                wanted = []
                // A run that continues from another's end may have nothing left to do.
                if run.isFinished {
                    for intervention in run.takeInterventions() {
                        milestoneSource.yield(.intervened(intervention))
                    }
                    end(run.wasStopped ? .stopped(run.history) : .finished(run.history))
                }
            } catch {
                end(.failed(reason: "\(error)"))
            }
        }
    }

    private func pauseNow() {
        phase = .paused
        goal = nil
        milestoneSource.yield(.paused)
    }

    private func end(_ milestone: Milestone) {
        phase = .ended
        milestoneSource.yield(milestone)
        milestoneSource.finish()
        progressSource.finish()
    }

    private func work() -> Next {
        guard let run else { return .never }
        let began = ContinuousClock.now
        var pauses = false
        switch run.advance() {
        case .batch(let isFirstNaN):
            tell(of: run, isFirstNaN: isFirstNaN)
            if case .batches(let count) = goal { goal = .batches(count - 1) }
            pauses = goal == .batches(0) && !run.isValidating
        case .validation: break
        case .epoch(let record):
            milestoneSource.yield(.epoch(record))
            pauses = !run.isFinished && (goal == .epoch || goal == .batches(0))
        case nil: break
        }
        for answer in run.takeAnswers() { milestoneSource.yield(answer) }
        for intervention in run.takeInterventions() { milestoneSource.yield(.intervened(intervention)) }
        // After all that came of the work: who waits for the pause has heard of it.
        if pauses { pauseNow() }
        if run.isFinished {
            end(.finished(run.history))
            return .never
        }
        timeSpent += ContinuousClock.now - began
        return nextAfterWork(batches: run.batches, isValidating: run.isValidating)
    }

    /// Tells when to come again after a piece of work: at once or, at a set pace, when the next batch is due.
    private func nextAfterWork(batches: Int, isValidating: Bool) -> Next {
        guard phase == .running, !isValidating, let duration = pace.batchDuration(batches: batches) else {
            return .now
        }
        let wait = duration - timeSpent
        // Work that took longer than its time is not made up for.
        timeSpent = .zero
        return wait > .zero ? .after(wait) : .now
    }

    private func tell(of run: TrainingRun, isFirstNaN: Bool) {
        let progress = run.progress
        progressSource.yield(progress)
        if isFirstNaN {
            milestoneSource.yield(.lossBecameNaN(epoch: progress.epoch, batch: progress.batch))
        }
    }

    /// Takes the time by which a wait overshot from the next one, so that the pace holds on average.
    private func waited(_ wanted: Duration, actually: Duration) {
        timeSpent += min(max(actually - wanted, .zero), wanted)
    }
}
