import Training

/// Changes of the experiment while a run is trained: the run takes at once those that it can.
extension Dashboard {
    private static let holdsLater = "This holds from the next run on."
    /// The same where the run takes a part of a change.
    private static let restHoldsLater = "The rest holds from the next run on."

    /// Refuses a change that would be made in the midst of a run, and makes no sense.
    mutating func refusesHotEdits(to changed: Experiment) -> Bool {
        guard isTraining else { return false }
        for edit in experiment.hotEdits(to: changed) {
            guard let problem = edit.problem(on: changed) else { continue }
            complain("\(TuningError.refused(edit, problem))")
            return true
        }
        return false
    }

    /// Tells the run of all that holds at once, and the person of what does not.
    mutating func tellHotEdits(from before: Experiment) -> [Effect] {
        let (effects, later) = hotEdits(from: before)
        if let later { say(later) }
        return effects
    }

    /// Finds what the run takes of a change that was made.
    ///
    /// - Parameter before: The experiment before the change.
    /// - Returns: The commands for the run, and the sentence on changes that hold later; `nil` where none do.
    mutating func hotEdits(from before: Experiment) -> (effects: [Effect], later: String?) {
        guard isTraining, let run, experiment != before else { return ([], nil) }
        let hot = before.hotEdits(to: experiment).filter { isTaken($0, by: run) }
        var reached = before
        for edit in hot { reached.apply(edit) }
        let later = reached == experiment ? nil : hot.isEmpty ? Self.holdsLater : Self.restHoldsLater
        var effects: [Effect] = []
        for edit in hot { effects += tellAll(.tune(edit)) }
        return (effects, later)
    }

    /// The experiment of a run once it has taken all that it can of another one: a paused run takes it later.
    func reached(by run: Run, towards target: Experiment) -> Experiment {
        var reached = run.experiment
        for edit in reached.hotEdits(to: target) where isTaken(edit, by: run) { reached.apply(edit) }
        // The schedule of a run gives way to a learning rate, and comes back with the next one.
        if target.model.optimizer.schedule == nil, reached.model.optimizer.name == target.model.optimizer.name
        {
            reached.model.optimizer.schedule = nil
        }
        if reached.earlyStoppingPatience != target.earlyStoppingPatience {
            reached.apply(.earlyStopping(patience: target.earlyStoppingPatience))
        }
        return reached
    }

    /// Tells whether a run can take a change, and means by it what the experiment does.
    private func isTaken(_ edit: ExperimentEdit, by run: Run) -> Bool {
        // An edit that is taken back may lead to something that can't be trained.
        guard edit.problem(on: run.experiment) == nil else { return false }
        let (model, trained) = (experiment.model, run.experiment.model)
        switch edit {
        // The final network has a number of epochs of its own.
        case .epochs: return run.fit.role == .main
        // Another optimizer's are other numbers.
        case .learningRate, .momentum: return model.optimizer.name == trained.optimizer.name
        // Once layers differ, the same number is another layer.
        default: return edit.layer == nil || model.layers.map(Shape.init) == trained.layers.map(Shape.init)
        }
    }

    /// Says that a run has made a change; that the rest holds later stays.
    mutating func tell(of change: TimedEdit) {
        let text = LogText.describe(change)
        let hasRest = notice?.text.hasSuffix(Self.restHoldsLater) == true
        notice = hasRest ? Notice(text: "\(text) \(Self.restHoldsLater)", news: text) : Notice(text: text)
    }

    /// The part of a layer that stays the same while it is trained.
    private struct Shape: Equatable {
        let kind: String
        let units: Int?

        init(_ layer: Layer) { (kind, units) = (layer.kindName, layer.units) }
    }
}
