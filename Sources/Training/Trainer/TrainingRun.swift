import Datasets

/// An experiment under way: epochs of shuffled batches, each followed by validation, one piece of work at a time.
///
/// Whoever runs it, a trainer with a screen or a command without one, gets the same numbers.
final class TrainingRun {
    /// What came of a piece of work.
    enum Outcome {
        /// A training batch was done; another follows, or validation.
        case batch(isFirstNaN: Bool)
        /// A batch of validation samples was measured, with others to follow.
        case validation
        /// The epoch is done.
        case epoch(EpochRecord)
    }

    private enum Phase {
        case training, validating
    }

    /// What is being run.
    let fit: Fit
    /// The network in training.
    let engine: Engine
    /// The epochs so far.
    private(set) var history = History()
    /// How many batches an epoch has.
    let batches: Int

    private let split: Split
    private var random: Random
    private var order: [Int32]
    private let validationRows: [Int32]
    private let shuffles: Bool
    private var phase = Phase.training
    private var batch = 0
    private var validated = 0
    private var training: Tally
    private var validation: Tally
    private var batchLoss = 0.0
    /// The losses of the epoch's batches so far; its room is made between two epochs, so that no step asks for any.
    private var batchLosses: [Float] = []
    private var sawNaN = false
    private var callbacks: RunningCallbacks
    /// Weights that a callback wants to be kept.
    private var kept: Network?
    /// The epoch whose weights were put back.
    private var restoredEpoch: Int?
    /// What the callbacks did since it was last asked.
    private var interventions: [Intervention] = []
    private var isStopping = false
    private var isOver = false
    private var trainingSeconds = 0.0
    private var epochSeconds = 0.0

    /// Makes ready to run.
    ///
    /// - Parameters:
    ///   - fit: A model and settings without problems on this data.
    ///   - dataset: The samples; they are not copied.
    ///   - network: The weights to begin with; by default those that the seed gives.
    ///   - shuffles: Whether each epoch has an order of its own.
    ///   - kernels: The vector kernels to use; by default the standard ones with the settings' threads.
    ///   - clock: Where time is measured, if it is.
    ///   - heedsAdvice: Whether problems with which Keras trains all the same keep it from being run.
    /// - Throws: ``ModelProblems`` or ``EngineError``.
    init(
        _ fit: Fit, dataset: Dataset, network: Network? = nil, shuffles: Bool = true,
        kernels: Kernels? = nil, clock: PhaseClock? = nil, heedsAdvice: Bool = true
    ) throws {
        let experiment = fit.experiment
        let problems = experiment.problems(for: dataset).filter { heedsAdvice || $0.severity == .fatal }
        guard problems.isEmpty else { throw ModelProblems(problems) }
        let settings = experiment.settings
        self.fit = fit
        self.shuffles = shuffles
        split = dataset.train
        random = Random(seed: settings.seed, stream: 1)
        let validation = fit.validation
        order = (0..<split.count).filter { !validation.contains($0) }.map(Int32.init)
        validationRows = validation.map(Int32.init)
        batches = (order.count - 1) / settings.batchSize + 1
        batchLosses.reserveCapacity(batches)
        callbacks = RunningCallbacks(experiment.callbacks)
        training = Tally(experiment.model.metrics)
        self.validation = training
        let network =
            try network
            ?? Network(
                initial: experiment.model, on: dataset.train, rows: order, seed: settings.seed)
        engine = try Engine(
            network: network, split: split, batchSize: settings.batchSize,
            kernels: kernels ?? Kernels(threads: settings.threads),
            seed: settings.seed, clock: clock)
    }

    /// Makes ready to run an experiment's one network.
    convenience init(
        _ experiment: Experiment, dataset: Dataset, network: Network? = nil, shuffles: Bool = true,
        kernels: Kernels? = nil, clock: PhaseClock? = nil, heedsAdvice: Bool = true
    ) throws {
        try self.init(
            Fit(experiment), dataset: dataset, network: network, shuffles: shuffles, kernels: kernels,
            clock: clock, heedsAdvice: heedsAdvice)
    }

    /// What is being run.
    var experiment: Experiment { fit.experiment }
    /// Whether all epochs are done, or a callback has ended the run.
    var isFinished: Bool { isOver }
    /// Whether the next piece of work belongs to the validation at an epoch's end.
    var isValidating: Bool { phase == .validating }

    /// The network as it is now, and how long it has been trained.
    var snapshot: Snapshot {
        Snapshot(
            network: engine.network(), epochs: restoredEpoch ?? history.epochs.count, batches: batch)
    }

    /// Trains one batch, or measures one batch of validation samples.
    ///
    /// - Returns: What came of it; `nil` where all epochs are done.
    func advance() -> Outcome? {
        guard !isFinished else { return nil }
        let began = ContinuousClock.now
        let outcome: Outcome?
        switch phase {
        case .training: outcome = trainBatch()
        case .validating: outcome = validateBatch()
        }
        let seconds = (ContinuousClock.now - began) / .seconds(1)
        if case .batch = outcome { trainingSeconds += seconds }
        epochSeconds += seconds
        return outcome ?? .epoch(endEpoch())
    }

    private func trainBatch() -> Outcome {
        if batch == 0 {
            if shuffles { order.shuffle(by: &random) }
            engine.forgetUnits()
        }
        engine.watchesGradients = batch == batches - 1
        let size = experiment.settings.batchSize
        let range = batch * size..<min((batch + 1) * size, order.count)
        batchLoss = order.withUnsafeBufferPointer {
            engine.trainBatch(UnsafeBufferPointer(rebasing: $0[range]), into: &training)
        }
        batchLosses.append(Float(batchLoss))
        batch += 1
        carryOut(callbacks.batchEnded(loss: batchLoss, epoch: history.epochs.count + 1, batch: batch))
        if batch == batches || isStopping { phase = .validating }
        let isFirstNaN = batchLoss.isNaN && !sawNaN
        sawNaN = sawNaN || isFirstNaN
        return .batch(isFirstNaN: isFirstNaN)
    }

    /// Measures a batch of validation samples; gives `nil` where none is left after it.
    private func validateBatch() -> Outcome? {
        let end = min(validated + experiment.settings.batchSize, validationRows.count)
        validationRows.withUnsafeBufferPointer {
            engine.measure(UnsafeBufferPointer(rebasing: $0[validated..<end]), into: &validation)
        }
        validated = end
        return validated < validationRows.count ? .validation : nil
    }

    private func endEpoch() -> EpochRecord {
        let record = EpochRecord(
            index: history.epochs.count + 1, training: training.means,
            validation: validationRows.isEmpty ? nil : validation.means,
            seconds: epochSeconds, learningRate: engine.optimizer.learningRate(atStep: max(1, engine.steps)),
            layers: engine.health(), batchLosses: batchLosses)
        // The record has the losses now; a run that is over needs no room for more.
        batchLosses = []
        history.append(record)
        carryOut(callbacks.epochEnded(record))
        if isStopping || history.epochs.count >= experiment.settings.epochs {
            carryOut(callbacks.runEnded())
            isOver = true
        }
        if !isOver { batchLosses.reserveCapacity(batches) }
        (epochSeconds, trainingSeconds, batch, validated, phase) = (0, 0, 0, 0, .training)
        training.reset()
        validation.reset()
        return record
    }

    // MARK: - Callbacks

    private func carryOut(_ actions: [CallbackAction]) {
        for action in actions {
            switch action {
            case .stop(let reason):
                isStopping = true
                interventions.append(.stop(reason: reason))
            case .keepWeights: kept = engine.network()
            case .restoreWeights(let epoch):
                guard let kept else { continue }
                engine.load(kept)
                restoredEpoch = epoch
                interventions.append(.restore(epoch: epoch))
            case .setLearningRate(let rate, let reason):
                engine.optimizer.learningRate = rate
                interventions.append(.learningRate(rate, reason: reason))
            }
        }
    }

    /// What callbacks did since this was last asked.
    func takeInterventions() -> [Intervention] {
        defer { interventions.removeAll() }
        return interventions
    }

    /// How far the run is; to be asked after a training batch.
    var progress: Progress {
        Progress(
            epoch: history.epochs.count + 1, epochs: experiment.settings.epochs, batch: batch,
            batches: batches, batchLoss: batchLoss, metrics: training.means,
            samplesPerSecond: trainingSeconds > 0 ? Double(training.samples) / trainingSeconds : 0,
            seconds: history.seconds + epochSeconds)
    }
}
