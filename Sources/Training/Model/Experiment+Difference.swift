/// The edits that turn one experiment into another while its network is trained.
extension Experiment {
    /// The changes towards another experiment that hold at once when a run is told of them: learning rate, momentum,
    /// batch size, dropout, l2 and, unless folds are compared, epochs.
    ///
    /// - Parameter target: The experiment that it should become.
    /// - Returns: As many of them as differ, and none where the layers are others.
    public func hotEdits(to target: Experiment) -> [ExperimentEdit] {
        let comparesFolds = settings.folds > 1 || target.settings.folds > 1
        let hasOtherEpochs = settings.epochs != target.settings.epochs && !comparesFolds
        return tuning(to: target) + (hasOtherEpochs ? [.epochs(target.settings.epochs)] : [])
    }

    /// The same without epochs.
    private func tuning(to target: Experiment) -> [ExperimentEdit] {
        var edits: [ExperimentEdit] = []
        let (old, new) = (model.optimizer, target.model.optimizer)
        if old.name == new.name {
            if new.schedule == nil, old.learningRate != new.learningRate {
                edits.append(.learningRate(new.learningRate))
            }
            if let momentum = new.momentum, momentum != old.momentum { edits.append(.momentum(momentum)) }
        }
        if settings.batchSize != target.settings.batchSize {
            edits.append(.batchSize(target.settings.batchSize))
        }
        guard model.layers.count == target.model.layers.count else { return edits }
        for (place, (old, new)) in zip(model.layers, target.model.layers).enumerated() {
            if let rate = new.rate, let before = old.rate, rate != before {
                edits.append(.rate(layer: place, rate))
            }
            if let l2 = new.l2, let before = old.l2, l2 != before { edits.append(.l2(layer: place, l2)) }
        }
        return edits
    }

    /// The changes that make a branch of a run into another experiment.
    ///
    /// - Parameter target: The experiment that it should become; seed and planned changes don't count.
    /// - Returns: None where nothing differs; `nil` where the network would have to begin again.
    public func branchEdits(to target: Experiment) -> [ExperimentEdit]? {
        var edits = tuning(to: target)
        var reached = self
        for edit in edits { reached.apply(edit) }
        if reached.model.optimizer != target.model.optimizer {
            edits.removeAll { edit in
                switch edit {
                case .learningRate, .momentum: true
                default: false
                }
            }
            edits.insert(.optimizer(target.model.optimizer), at: 0)
        }
        if model.layers.count == target.model.layers.count {
            for (place, (old, new)) in zip(model.layers, target.model.layers).enumerated() {
                if let activation = new.activation, activation != old.activation {
                    edits.append(.activation(layer: place, activation))
                }
            }
        }
        if settings.epochs != target.settings.epochs { edits.append(.epochs(target.settings.epochs)) }
        if callbacks != target.callbacks {
            edits.append(.earlyStopping(patience: target.earlyStoppingPatience))
        }
        reached = self
        for edit in edits { reached.apply(edit) }
        (reached.settings.seed, reached.changes) = (target.settings.seed, target.changes)
        return reached == target ? edits : nil
    }

    /// The number of epochs without improvement after which it is stopped; `nil` where it isn't.
    public var earlyStoppingPatience: Int? {
        callbacks.lazy.compactMap { ($0.rule as? EarlyStopping)?.patience }.first
    }
}
