import Datasets
import Training

/// Continuations of runs: from an earlier epoch, for longer, once more, after the program was ended.
extension Dashboard {
    /// Begins a second run from the time that is shown.
    mutating func branch() -> [Effect] {
        guard let dataset, let parent = shownRun, !parent.history.epochs.isEmpty else {
            decline("There is nothing to branch from yet: \(key(for: .train)) trains the network.")
            return []
        }
        guard parent.fit.role == .main, fits.count <= 1 else {
            complain("Folds can't be branched: train a single network first, with folds none.")
            return []
        }
        let epoch = recalled?.moment.epochs ?? parent.history.epochs.count
        guard epoch > 0 else {
            complain(
                "A branch begins at the end of an epoch: go to epoch 1 or later, or train from the beginning."
            )
            return []
        }
        let moment = Moment(epochs: epoch)
        var begun = parent.fit.experiment
        // Planned edits that were made are among the changes.
        begun.changes = parent.changes.filter { $0.moment < moment }
        var then = begun
        for change in begun.changes { then.apply(change.edit) }
        let target = experiment.fits(samples: dataset.train.count)[0].experiment
        guard let edits = then.branchEdits(to: target) else {
            complain(
                "A branch keeps layers, units, loss and data: only what can change while a network is trained may differ from \(parent.name)."
            )
            return []
        }
        begun.changes += edits.map { TimedEdit($0, at: moment) }
        // At the very end nothing is left to be trained; a branch that does nothing is none.
        let planned = edits.reduce(then.settings.epochs) { epochs, edit in
            if case .epochs(let wanted) = edit { wanted } else { epochs }
        }
        if planned <= epoch { begun.changes.append(TimedEdit(.epochs(epoch + 5), at: moment)) }
        let fit = Fit(.main, begun, validation: parent.fit.validation)
        group += 1
        let effects = goOn(fit, from: parent, epoch: epoch, on: dataset, asItself: false)
        let what = edits.isEmpty ? "with nothing changed" : edits.map(\.text).joined(separator: ", ")
        say("Branch from epoch \(epoch) of \(parent.name), \(what).")
        return effects
    }

    /// Makes the run that is trained, or has ended, so many epochs longer.
    mutating func trainMore(_ epochs: Int) -> [Effect] {
        guard let dataset, let run, fits.count == 1 else {
            decline(
                fits.isEmpty
                    ? "There is no run yet: \(key(for: .train)) trains the network."
                    : "Folds have a fixed number of epochs.")
            return []
        }
        if isTraining {
            let all = expected(of: run).settings.epochs + epochs
            guard !refuses(epochs, after: all - epochs) else { return [] }
            if run.fit.role == .main { show(epochs: all) }
            return tellAll(.tune(.epochs(all)))
        }
        let done = run.history.epochs.count
        guard done > 0 else {
            decline(
                "The run has no whole epoch to continue from: \(key(for: .train)) trains from the beginning.")
            return []
        }
        guard !refuses(epochs, after: done) else { return [] }
        var begun = run.fit.experiment
        let moment = Moment(epochs: done)
        begun.changes =
            run.changes.filter { $0.moment <= moment } + [
                TimedEdit(.epochs(done + epochs), at: moment)
            ]
        let fit = Fit(run.fit.role, begun, validation: run.fit.validation)
        let effects = goOn(fit, from: run, epoch: done, on: dataset, asItself: true)
        if run.fit.role == .main { show(epochs: done + epochs) }
        return effects
    }

    private mutating func refuses(_ more: Int, after done: Int) -> Bool {
        guard let fault = experiment.refusal(of: .epochs(done + more), on: dataset) else { return false }
        let numbers = [done, more, done + more].map(Format.grouped)
        complain("\(fault) \(numbers[0]) and \(numbers[1]) more are \(numbers[2]).")
        return true
    }

    /// Gives the experiment the number of epochs that the run in front has got.
    private mutating func show(epochs: Int) {
        let edit = ExperimentEdit.epochs(epochs)
        let before = EditHistory.Step(experiment: experiment, hasOwnModel: hasOwnModel, edit: edit.text)
        experiment.apply(edit)
        if experiment != before.experiment { edits.record(before) }
    }

    /// Trains the run in front once more.
    mutating func trainAgain() -> [Effect] {
        guard let dataset, let run = shownRun, run.fit.role == .main, !isTraining else {
            decline(
                isTraining
                    ? "A run is under way: \(key(for: .stop)) stops it first."
                    : "There is no single run to be trained again.")
            return []
        }
        var begun = run.fit.experiment
        begun.changes = run.changes
        group += 1
        say("\(run.name) once more, with \(Format.count(run.changes.count, "change", "changes")).")
        return begin([Fit(.main, begun, validation: run.fit.validation)], on: dataset, with: .start)
    }

    /// Begins a run that continues another.
    ///
    /// - Parameters:
    ///   - fit: The network and settings to train, as they are from the beginning.
    ///   - parent: The run that has been there.
    ///   - epoch: The number of its epochs after which the new run begins.
    ///   - dataset: The samples.
    ///   - isSame: People see the same run continue; else a second one next to it.
    /// - Returns: The effects that begin it.
    private mutating func goOn(
        _ fit: Fit, from parent: Run, epoch: Int, on dataset: Dataset, asItself isSame: Bool
    ) -> [Effect] {
        var effects = begin([fit], on: dataset, with: .start)
        guard let new = fits.first else { return effects }
        curves.removeCursor()
        if isSame {
            pastRuns.removeAll { $0.id == parent.id }
            replaced = ReplacedRun(by: new.id, run: parent, epochs: experiment.settings.epochs)
        } else {
            fits[0].origin = Run.Origin(group: parent.group, epoch: epoch)
        }
        // Known at once; the trainer will tell the same.
        fits[0].begin(
            with: History(epochs: Array(parent.history.epochs.prefix(epoch))),
            fits[0].fit.experiment.changes.filter { $0.moment < Moment(epochs: epoch) })
        for place in effects.indices {
            guard case .train(let id, let fit, let pace, let command, let dataset) = effects[place],
                id == new.id
            else { continue }
            let origin = Effect.Origin(run: parent.id, epoch: epoch, isReplaced: isSame)
            effects[place] = .branch(id, fit, pace, command, from: origin, on: dataset)
        }
        return effects
    }

    /// Follows the news of a run that takes another's place: one that can't begin gives it back.
    ///
    /// - Parameters:
    ///   - milestone: The news.
    ///   - id: The run that it is about.
    /// - Returns: The effects of the decision.
    mutating func settleReplaced(_ milestone: Milestone, of id: RunID) -> [Effect] {
        guard let replaced, replaced.by == id else { return [] }
        switch milestone {
        case .started:
            self.replaced = nil
            // Its later epochs, which the run in its place has not, stay until they are thrown away.
            if replaced.cutOff?.lost.unreadable != nil { cutOff = replaced.cutOff }
        case .failed(let reason):
            self.replaced = nil
            return giveBack(replaced, reason)
        default: break
        }
        return []
    }

    private mutating func giveBack(_ replaced: ReplacedRun, _ reason: String) -> [Effect] {
        let parent = replaced.run
        let epochs = Format.count(parent.history.epochs.count, "epoch", "epochs")
        if let cutOff = replaced.cutOff {
            self.cutOff = cutOff
            // Its epochs are the other run's.
            if let place = place(of: replaced.by) { fits[place].begin(with: History(), []) }
            let what =
                cutOff.hasEnded
                ? "The run that had ended can't come back" : "The run that was cut off can't continue"
            complain("\(what), and is kept as it was after \(epochs). \(reason) :reopen tries again.")
            return []
        }
        var planned = run?.fit.experiment ?? parent.experiment
        for change in planned.changes { planned.apply(change.edit) }
        let more = max(1, planned.settings.epochs - parent.history.epochs.count)
        fits = [parent]
        if experiment.settings.epochs == planned.settings.epochs {
            experiment.settings.epochs = replaced.epochs
            let edit = ExperimentEdit.epochs(planned.settings.epochs)
            edits.forget(.init(experiment: experiment, hasOwnModel: hasOwnModel, edit: edit.text))
        }
        reaching = nil
        curves.focus(parent.id)
        predict()
        complain(
            "\(parent.name) can't continue, and is kept as it was after \(epochs). \(reason) "
                + "\(key(for: .time(.more(more)))) tries again.")
        return [.release(replaced.by)]
    }

    /// Leaves a run whose place is being taken, as other samples are shown; one that was left is kept.
    mutating func leaveReplaced() -> [Effect] {
        defer { replaced = nil }
        guard let replaced else { return [] }
        guard let cutOff = replaced.cutOff else { return [.forget(replaced.run.id)] }
        self.cutOff = cutOff
        return []
    }

    // MARK: Early stopping

    mutating func toggleEarlyStopping() -> [Effect] {
        let patience = experiment.earlyStoppingPatience == nil ? 2 : nil
        guard patience == nil || experiment.settings.heldOut > 0 || experiment.settings.folds > 1 else {
            complain("Early stopping watches validation samples: set some aside in the Model pane.")
            return []
        }
        let edit = ExperimentEdit.earlyStopping(patience: patience)
        let before = EditHistory.Step(experiment: experiment, hasOwnModel: hasOwnModel, edit: edit.text)
        experiment.apply(edit)
        edits.record(before)
        say(
            patience.map {
                "Early stopping: after \($0) epochs without a lower validation loss, the best weights come back."
            } ?? "No early stopping: all epochs are trained.")
        return isTraining ? tellAll(.tune(edit)) : []
    }

    // MARK: Runs that were left

    /// Says that a run was left by a program that has ended.
    mutating func tell(of run: CutOffRun) {
        (cutOff, olderCutOffs) = (run, run.older)
        leftFolders = RemovableFolders(paths: run.folders.removable)
        say(
            run.text(
                where: dataset?.reference ?? experiment.dataset,
                dataset?.preprocessing ?? experiment.preprocessing))
    }

    /// The sentence for a command that needs a run that was left.
    var noCutOff: String {
        olderCutOffs > 0
            ? "No other run is available now. \(CutOffRun.sentence(ofOlder: olderCutOffs, " for the next start"))"
            : "No run was left."
    }

    /// Removes the folders that were left alone, once it is asked for a second time.
    mutating func discardFolders() -> [Effect] {
        guard !leftFolders.paths.isEmpty else {
            decline(noCutOff)
            return []
        }
        guard leftFolders.isAskedAbout else {
            leftFolders.isAskedAbout = true
            let paths = leftFolders.paths.map(\.harmless).joined(separator: ", ")
            complain(":discard once more removes, with the curves and weights in them: \(paths).")
            return []
        }
        defer { leftFolders = RemovableFolders() }
        return [.removeFolders(leftFolders.paths)]
    }

    /// Continues the run that was cut off, or brings back the one that had ended.
    mutating func reopen() -> [Effect] {
        guard let cutOff else {
            decline(noCutOff)
            return []
        }
        guard let dataset, reloading == nil else {
            decline("The samples are still being loaded: try again when they are there.")
            return []
        }
        guard !isTraining else {
            decline("A run is under way: \(key(for: .stop)) stops it first.")
            return []
        }
        let steps = cutOff.steps(from: dataset.reference, dataset.preprocessing)
        guard steps.isEmpty else {
            complain(
                "That run learns from \(cutOff.samples(otherThan: dataset.reference)): "
                    + "\(steps.joined(separator: ", ")), then reopen it.")
            return []
        }
        self.cutOff = nil
        group += 1
        var parent = Run(id: .cutOff, fit: cutOff.fit, group: group)
        let epochs = cutOff.history.epochs.count
        let made = cutOff.fit.experiment.changes.filter { $0.moment <= Moment(epochs: epochs) }
        parent.begin(with: cutOff.history, made)
        experiment = cutOff.fit.experiment
        experiment.changes = []
        hasOwnModel = true
        for change in made { experiment.apply(change.edit) }
        say(
            cutOff.hasEnded
                ? "It is back as it was after epoch \(epochs)." : "It continues after epoch \(epochs).")
        let effects = goOn(cutOff.fit, from: parent, epoch: epochs, on: dataset, asItself: true)
        replaced?.cutOff = cutOff
        return effects
    }
}
