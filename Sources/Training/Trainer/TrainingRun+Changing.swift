import Datasets

/// Changes that are made while a network is trained.
extension TrainingRun {
    /// Makes a change from the next batch on.
    ///
    /// - Parameter edit: One that can be made while the network is trained.
    /// - Throws: ``TuningError`` where it can't be; the run continues as it was. While an epoch is measured, the answer
    ///   comes at its end.
    func change(_ edit: ExperimentEdit) throws {
        let timed = TimedEdit(edit, at: moment)
        guard !isValidating else {
            // The epoch ends as it began; what is measured of it must not depend on what comes later. One that can't be
            // made is refused then, too: answers come in the order of the questions.
            pending.insert(timed, at: pending.firstIndex { $0.moment > moment } ?? pending.count)
            awaited.append(timed)
            return
        }
        try make(timed)
    }

    private func make(_ change: TimedEdit) throws {
        try apply(change.edit)
        changes.append(change)
        answers.append(.tuned(change))
    }

    /// Makes the changes whose time has come.
    func applyDueChanges() throws {
        while let next = takeDue() { try make(next) }
    }

    /// The same in the midst of a run, where a change that can't be made is passed over; whoever has asked for it while
    /// the epoch was measured is told.
    func changeIfDue() {
        while let next = takeDue() {
            let place = awaited.firstIndex(of: next)
            if let place { awaited.remove(at: place) }
            do {
                try make(next)
            } catch {
                if place != nil { answers.append(.refused("\(error)")) }
            }
        }
    }

    private func takeDue() -> TimedEdit? {
        pending.first.map { $0.moment <= moment } == true ? pending.removeFirst() : nil
    }

    private func check(_ edit: ExperimentEdit) throws {
        guard edit.isTunable else { throw TuningError.notWhileTraining(edit) }
        if let problem = edit.problem(on: experiment) { throw TuningError.refused(edit, problem) }
    }

    private func apply(_ edit: ExperimentEdit) throws {
        try check(edit)
        var changed = experiment
        changed.apply(edit)
        guard changed != experiment || edit.isEpochs else { return }
        switch edit {
        case .learningRate(let rate):
            experiment = changed
            engine.optimizer.learningRate = rate
        case .epochs(let epochs):
            experiment = changed
            // A user who asks for more wants it although a callback has had enough.
            if epochs > history.epochs.count { isStopping = false }
        case .earlyStopping:
            try watchPast(changed.callbacks)
            experiment = changed
        default: try rebuild(changed, keepsSlots: !edit.isOptimizer)
        }
        let left = order.count - done
        batches = batch + (left + experiment.settings.batchSize - 1) / experiment.settings.batchSize
    }

    /// Continues with other stages and the same weights.
    private func rebuild(_ changed: Experiment, keepsSlots: Bool) throws {
        var state = engine.state
        let network = Network(model: changed.model, weights: engine.network().weights)
        let next = try makeEngine(changed, network)
        if keepsSlots {
            // A callback may have changed the size of steps meanwhile.
            let rate = state.optimizer.learningRate
            let wasChanged = rate != experiment.model.optimizer.learningRate
            state.optimizer = changed.model.optimizer
            if wasChanged { state.optimizer.learningRate = rate }
        } else {
            // As in Keras after another `compile`: another rule begins with nothing.
            state = Engine.State(
                steps: 0, optimizer: changed.model.optimizer, slots: [], generators: state.generators)
        }
        next.load(state)
        next.adoptUnits(of: engine)
        engine = next
        experiment = changed
    }
}

extension ExperimentEdit {
    /// Tells whether a network that is half trained can continue with it.
    public var isTunable: Bool {
        switch self {
        case .learningRate, .batchSize, .rate, .l2, .momentum, .epochs, .earlyStopping, .optimizer,
            .activation:
            true
        default: false
        }
    }

    fileprivate var isEpochs: Bool { if case .epochs = self { true } else { false } }
    fileprivate var isOptimizer: Bool { if case .optimizer = self { true } else { false } }

    /// Describes in words why a change can't be made in a run.
    ///
    /// The model has nothing of the kind, or nothing could be trained with the number; a ``Quantity`` says which numbers
    /// people can give.
    ///
    /// - Parameter experiment: The experiment that is trained, before the change.
    /// - Returns: The end of a sentence; `nil` where nothing is wrong.
    public func problem(on experiment: Experiment) -> String? {
        if let layer, !experiment.model.layers.indices.contains(layer) {
            return "the network has \(experiment.model.layers.count.counted("layer")), counted from 1"
        }
        func below(_ value: Double, _ bound: Double) -> String? {
            value >= 0 && value < bound ? nil : "it has to be from 0 to below \(bound)"
        }
        switch self {
        case .learningRate(let rate): return rate.isFinite && rate >= 0 ? nil : "it has to be 0 or more"
        case .batchSize(let size): return size >= 1 ? nil : "it has to be at least 1"
        case .epochs(let epochs): return epochs >= 1 ? nil : "it has to be at least 1"
        case .momentum(let momentum):
            guard experiment.model.optimizer.hasMomentum else {
                return "\(experiment.model.optimizer.name) has no momentum"
            }
            return below(momentum, 1)
        case .rate(let layer, let rate):
            return experiment.model.layers[layer].rate == nil ? "that layer drops nothing" : below(rate, 1)
        case .l2(let layer, let factor):
            guard experiment.model.layers[layer].l2 != nil else { return "that layer has no kernel" }
            return factor.isFinite && factor >= 0 ? nil : "it has to be 0 or more"
        default: return nil
        }
    }
}

/// A reason why a change can't be made while a network is trained.
public enum TuningError: Error, Equatable, Sendable, CustomStringConvertible {
    /// The network would have to begin again.
    case notWhileTraining(ExperimentEdit)
    /// It has no sense.
    case refused(ExperimentEdit, String)

    /// The problem, and what to do about it.
    public var description: String {
        switch self {
        case .notWhileTraining(let edit):
            "\(edit.text) needs a new network: it holds from the next run on."
        case .refused(let edit, let reason): "\(edit.text) can't be made: \(reason)."
        }
    }
}
