import Datasets

/// Owns a network while it is trained, off the main thread, and tells what happens.
///
/// Commands are obeyed in the order in which they were sent, each within one batch.
public actor Trainer {
    /// What must be heard of: every milestone, in order; none is dropped, however late it is read.
    public nonisolated let milestones: AsyncStream<Milestone>
    /// How far the run is: only the newest news is kept for a reader that comes late.
    public nonisolated let progress: AsyncStream<Progress>
    /// What is being run.
    public nonisolated let experiment: Experiment

    private let milestoneSource: AsyncStream<Milestone>.Continuation
    private let progressSource: AsyncStream<Progress>.Continuation

    /// Makes ready to train; nothing happens until ``start()``.
    ///
    /// - Parameters:
    ///   - experiment: What to run.
    ///   - dataset: The loaded data of the experiment.
    /// - Throws: ``ModelProblems`` where the experiment can't be run on the data set.
    public init(_ experiment: Experiment, dataset: Dataset) throws {
        let problems = experiment.problems(for: dataset)
        guard problems.isEmpty else { throw ModelProblems(problems) }
        self.experiment = experiment
        (milestones, milestoneSource) = AsyncStream.makeStream()
        (progress, progressSource) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
    }

    /// Tells the trainer what to do; returns at once.
    public nonisolated func send(_ command: TrainerCommand) {}

    /// Begins to train, or goes on after a pause.
    public nonisolated func start() { send(.start) }
    /// Stops between two batches until told to go on.
    public nonisolated func pause() { send(.pause) }
    /// Goes on after a pause.
    public nonisolated func resume() { send(.resume) }
    /// Trains one batch, then pauses.
    public nonisolated func stepBatch() { send(.stepBatch) }
    /// Trains to the end of the epoch, then pauses.
    public nonisolated func stepEpoch() { send(.stepEpoch) }
    /// Ends the run for good.
    public nonisolated func stop() { send(.stop) }
    /// Changes the size of a step from the next batch on.
    public nonisolated func setLearningRate(_ rate: Double) { send(.setLearningRate(rate)) }
    /// Changes how fast the run may go; never changes its numbers.
    public nonisolated func setPace(_ pace: Pace) { send(.setPace(pace)) }

    /// The network as it is between two batches; training goes on.
    public func snapshot() -> Network { Network(model: experiment.model, weights: []) }

    /// Loss and metrics of the network as it is now on the test split.
    public func evaluateTest() async -> Metrics { Metrics(loss: 0) }
}
