import Datasets

/// An experiment under way: epochs of shuffled batches, each followed by validation, one piece of work at a time.
///
/// A trainer with a screen and a command without one get the same numbers from it.
package final class TrainingRun {
    /// The outcome of a piece of work.
    package enum Outcome {
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

    /// The fit that is trained.
    let fit: Fit
    /// The same with the changes that were made meanwhile.
    var experiment: Experiment
    /// Those changes, in order.
    var changes: [TimedEdit]
    /// Changes that are known before their time.
    var pending: [TimedEdit]
    /// The network in training.
    var engine: Engine
    /// The epochs so far.
    package private(set) var history: History
    /// The number of batches in the epoch.
    var batches: Int
    /// The number of batches done in the epoch.
    private(set) var batch = 0
    /// The number of samples done in the epoch.
    private(set) var done = 0
    /// The archive of the run, if there is one.
    var archive: RunArchive?

    private let dataset: Dataset
    /// Makes an engine for the experiment as it is, with some weights.
    let makeEngine: (Experiment, Network) throws -> Engine
    private(set) var random: Random
    private(set) var order: [Int32]
    private let validationRows: [Int32]
    private let shuffles: Bool
    private var phase = Phase.training
    private var validated = 0
    private var training: Tally
    private var validation: Tally
    private var batchLoss = 0.0
    /// The losses of the epoch's batches so far; its room is made between two epochs, so that no step asks for any.
    private var batchLosses: [Float] = []
    private var sawNaN = false
    var callbacks: RunningCallbacks
    /// Weights that a callback wants to be kept, and their epoch.
    var kept: (epoch: Int, network: Network)?
    /// The weights of the epoch with the lowest validation loss, where a callback may ask for them later.
    private var best: (epoch: Int, network: Network)?
    /// The epoch whose weights were put back.
    private var restoredEpoch: Int?
    /// The changes that were made, and the reasons why others could not be, since it was last asked; in order.
    var answers: [Milestone] = []
    /// The changes that were asked for while an epoch was measured, and wait for its end.
    var awaited: [TimedEdit] = []
    /// The interventions of the callbacks since it was last asked.
    private var interventions: [Intervention] = []
    var isStopping = false
    private var isOver = false
    /// Tells whether a person had ended it before it was taken over.
    private(set) var wasStopped = false
    private var trainingSeconds = 0.0
    private var epochSeconds = 0.0

    /// Makes ready to run.
    ///
    /// - Parameters:
    ///   - fit: A model and settings without problems on this data.
    ///   - dataset: The samples; they are not copied.
    ///   - network: The weights to begin with; by default those that the seed gives.
    ///   - past: The past of an equal run, to continue from its end.
    ///   - archive: The archive of the weights, if there is one.
    ///   - shuffles: `true` if each epoch has an order of its own.
    ///   - kernels: The vector kernels to use; by default the standard ones with the settings' threads.
    ///   - clock: The clock that measures the phases, if there is one.
    ///   - heedsAdvice: `true` to refuse a fit for problems with which Keras trains all the same.
    /// - Throws: ``ModelProblems``, ``PastError`` or ``EngineError``.
    init(
        _ fit: Fit, dataset: Dataset, network: Network? = nil, from past: RunPast? = nil,
        archive: RunArchive? = nil, shuffles: Bool = true, kernels: Kernels? = nil, clock: PhaseClock? = nil,
        heedsAdvice: Bool = true
    ) throws {
        let problems = fit.experiment.problems(for: dataset).filter { heedsAdvice || $0.severity == .fatal }
        guard problems.isEmpty else { throw ModelProblems(problems) }
        let checkpoint = past?.checkpoint
        let count = dataset.train.count
        if let stray = checkpoint?.order.first(where: { !(0..<count).contains(Int($0)) }) {
            throw PastError.otherSamples(number: Int(stray), found: count)
        }
        let experiment = checkpoint?.experiment ?? fit.experiment
        let settings = experiment.settings
        self.fit = fit
        self.experiment = experiment
        self.shuffles = shuffles
        self.archive = archive
        self.dataset = dataset
        random = checkpoint?.random ?? Random(seed: settings.seed, stream: 1)
        let validation = fit.validation
        order =
            checkpoint?.order ?? (0..<dataset.train.count).filter { !validation.contains($0) }.map(Int32.init)
        validationRows = validation.map(Int32.init)
        batches = (order.count - 1) / settings.batchSize + 1
        batchLosses.reserveCapacity(batches)
        history = past?.history ?? History()
        changes = checkpoint?.changes ?? []
        let start = checkpoint?.moment ?? .start
        pending = fit.experiment.changes.filter { $0.moment >= start }.sorted { $0.moment < $1.moment }
        callbacks = RunningCallbacks(experiment.callbacks)
        training = Tally(experiment.model.metrics)
        self.validation = training
        let split = dataset.train
        let kernels = kernels ?? Kernels(threads: settings.threads)
        makeEngine = { experiment, network in
            try Engine(
                network: network, split: split, batchSize: experiment.settings.batchSize, kernels: kernels,
                seed: experiment.settings.seed, clock: clock)
        }
        let network =
            try checkpoint?.network ?? network
            ?? Network(initial: experiment.model, on: dataset.train, rows: order, seed: settings.seed)
        engine = try makeEngine(experiment, network)
        if let checkpoint {
            engine.load(checkpoint.engine)
            try watchPast(experiment.callbacks)
        } else {
            archive?.keep(network, at: .start)
        }
        try applyDueChanges()
        wasStopped = past?.ending == .stopped
        if let past, past.ending != nil || history.epochs.count >= self.experiment.settings.epochs {
            if !wasStopped { carryOut(callbacks.runEnded()) }
            isOver = true
        }
    }

    /// Makes ready to run one network from the beginning, as everybody does.
    ///
    /// - Parameters:
    ///   - fit: A model and settings without problems on this data.
    ///   - dataset: The samples; they are not copied.
    ///   - archive: The place where the weights are kept, if they are.
    /// - Throws: ``ModelProblems`` or ``EngineError``.
    package convenience init(_ fit: Fit, dataset: Dataset, archive: RunArchive?) throws {
        try self.init(fit, dataset: dataset, network: nil, archive: archive)
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

    /// Tells whether all epochs are done, or a callback has ended the run.
    var isFinished: Bool { isOver }
    /// Tells whether the next piece of work belongs to the validation at an epoch's end.
    var isValidating: Bool { phase == .validating }
    /// The place in training at which the next batch begins.
    var moment: Moment {
        isValidating
            ? Moment(epochs: history.epochs.count + 1) : Moment(epochs: history.epochs.count, batches: batch)
    }

    /// The network as it is now, and how long it has been trained.
    var snapshot: Snapshot {
        Snapshot(
            network: engine.network(), epochs: restoredEpoch ?? history.epochs.count, batches: batch)
    }

    /// Trains one batch, or measures one batch of validation samples.
    ///
    /// - Returns: The outcome; `nil` where all epochs are done.
    package func advance() -> Outcome? {
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
        let range = done..<min(done + experiment.settings.batchSize, order.count)
        engine.watchesGradients = range.upperBound == order.count
        batchLoss = order.withUnsafeBufferPointer {
            engine.trainBatch(UnsafeBufferPointer(rebasing: $0[range]), into: &training)
        }
        batchLosses.append(Float(batchLoss))
        batch += 1
        done = range.upperBound
        carryOut(callbacks.batchEnded(loss: batchLoss, epoch: history.epochs.count + 1, batch: batch))
        if done == order.count || isStopping { phase = .validating }
        keepBatch()
        if phase == .training { changeIfDue() }
        let isFirstNaN = batchLoss.isNaN && !sawNaN
        sawNaN = sawNaN || isFirstNaN
        return .batch(isFirstNaN: isFirstNaN)
    }

    /// Keeps the weights at some batches of the first epoch, in which most is learnt.
    private func keepBatch() {
        guard let archive, history.epochs.isEmpty, phase == .training else { return }
        let step = max(1, batches / RunArchive.firstEpochParts)
        if batch.isMultiple(of: step) { archive.keep(engine.network(), at: moment) }
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
        (epochSeconds, trainingSeconds, batch, done, validated, phase) = (0, 0, 0, 0, 0, .training)
        training.reset()
        validation.reset()
        carryOut(callbacks.epochEnded(record))
        keepBest()
        archive?.keep(checkpoint, record)
        changeIfDue()
        if isStopping || history.epochs.count >= experiment.settings.epochs {
            carryOut(callbacks.runEnded())
            isOver = true
        }
        batches = (order.count - 1) / experiment.settings.batchSize + 1
        if !isOver { batchLosses.reserveCapacity(batches) }
        return record
    }

    /// The run as it is at the end of an epoch.
    var checkpoint: Checkpoint {
        Checkpoint(
            moment: moment, network: engine.network(), experiment: experiment, changes: changes,
            engine: engine.state, order: order, random: random)
    }

    // MARK: - Callbacks

    /// Lets callbacks see the epochs that have passed, so that they know what they would know, and takes them.
    ///
    /// - Throws: ``PastError`` where the weights that they keep can't be had; those before them stay.
    func watchPast(_ rules: [Callback]) throws(PastError) {
        var watching = RunningCallbacks(rules)
        let epoch = watching.watch(history)
        let network: Network?
        if let epoch, let best, best.epoch == epoch {
            network = best.network
        } else {
            network = try keptNetwork(epoch)
        }
        callbacks = watching
        kept = epoch.flatMap { epoch in network.map { (epoch, $0) } }
    }

    /// The network of an epoch that the archive holds from now on.
    ///
    /// - Throws: ``PastError`` where the archive has not got it; without an archive, nobody trains such a run to its end.
    private func keptNetwork(_ epoch: Int?) throws(PastError) -> Network? {
        guard let archive else { return nil }
        guard let epoch else {
            archive.hold(nil)
            return nil
        }
        guard let network = archive.held(epoch, on: dataset) else { throw .bestNotKept(epoch: epoch) }
        return network
    }

    /// A callback that comes later may want the weights of the best epoch back.
    private func keepBest() {
        let mayBeWanted = pending.contains { if case .earlyStopping = $0.edit { true } else { false } }
        guard archive == nil, mayBeWanted, history.bestEpoch == history.epochs.count else { return }
        best = (history.epochs.count, engine.network())
    }

    private func carryOut(_ actions: [CallbackAction]) {
        for action in actions {
            switch action {
            case .stop(let reason):
                isStopping = true
                interventions.append(.stop(reason: reason))
            case .keepWeights:
                kept = (history.epochs.count, engine.network())
                archive?.hold(history.epochs.count)
            case .restoreWeights(let epoch):
                guard let kept else { continue }
                engine.load(kept.network)
                restoredEpoch = epoch
                interventions.append(.restore(epoch: epoch))
            case .setLearningRate(let rate, let reason):
                engine.optimizer.learningRate = rate
                interventions.append(.learningRate(rate, reason: reason))
            }
        }
    }

    /// The changes that were made before any that is still to be told.
    var earlierChanges: [TimedEdit] {
        changes.dropLast(answers.count { if case .tuned = $0 { true } else { false } })
    }

    /// Takes the answers to changes since this was last asked, in the order in which they were made or refused.
    func takeAnswers() -> [Milestone] {
        guard !answers.isEmpty else { return [] }
        defer { answers.removeAll() }
        return answers
    }

    /// Takes the interventions of the callbacks since this was last asked.
    func takeInterventions() -> [Intervention] {
        defer { interventions.removeAll() }
        return interventions
    }

    /// The progress of the run; to be asked after a training batch.
    var progress: Progress {
        Progress(
            epoch: history.epochs.count + 1, epochs: experiment.settings.epochs, batch: batch,
            batches: batches, batchLoss: batchLoss, metrics: training.means,
            samplesPerSecond: trainingSeconds > 0 ? Double(training.samples) / trainingSeconds : 0,
            seconds: history.seconds + epochSeconds)
    }
}
