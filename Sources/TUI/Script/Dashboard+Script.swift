import Datasets
import Training

/// The record of a session, as commands.
extension Dashboard {
    /// The places in the panes, as a session's text tells them.
    struct ScriptPlace: Equatable {
        var part: DataPart
        var selected: Int?
        var focus: PaneID
        var recalled: Moment?
        var count: Int
    }

    var scriptPlace: ScriptPlace {
        ScriptPlace(
            part: samples.part, selected: samples.selected, focus: focus,
            recalled: recalled?.moment, count: script.count)
    }

    /// Keeps a command that was carried out.
    ///
    /// - Parameters:
    ///   - command: The command that was carried out.
    ///   - before: The status of the run at that time.
    ///   - experiment: The experiment as it was then.
    mutating func keep(_ command: Command, whileRunWas before: Run.Status?, from experiment: Experiment) {
        let isActive = before == .running || before == .paused
        switch command {
        case .train:
            if before == .running {
                script.halts()
            } else {
                script.add("train", .training, beginsRun: !isActive)
            }
        case .stepBatch, .stepEpoch: script.add(command.description, beginsRun: !isActive)
        case .stop where isActive:
            if before == .running { script.halts() }
            script.add("stop")
        case .time(.branch), .time(.again), .start:
            script.add(command.description, .training, beginsRun: true)
        case .time(.reopen): keepReopened(from: experiment)
        case .time(.more):
            // If the run is active, news of it give the time; runs after it are as long.
            if !isActive {
                script.add(command.description, .training, beginsRun: true)
            } else if self.experiment.settings.epochs != experiment.settings.epochs {
                script.add(ExperimentEdit.epochs(self.experiment.settings.epochs).spoken)
            }
        case .session(.until): script.add(command.description, beginsRun: !isActive)
        case .select(let part, let number): script.add(Command.select(part, number).description, .select)
        case .keepWords: script.add(command.description, .words)
        case .change(let edit): script.add(edit.spoken)
        case .why(.switchWord):
            if let word = inspector.word, let name = dataset?.vocabulary?[word] {
                script.add(Command.why(.word(name)).description)
            }
        default: if command.isKept { script.add(command.description) }
        }
    }

    /// Keeps a run that was cut off and continues as one that is trained from its beginning: it is not there again when
    /// the session is, and the numbers are the same.
    private mutating func keepReopened(from before: Experiment) {
        guard let fit = replaced?.cutOff?.fit else { return }
        guard Fit(fit.experiment).validation == fit.validation else {
            // The samples that a later fold sets aside are no setting. The line says that this can't be done again.
            script.add(TimeChange.reopen.description, .training, beginsRun: true)
            return
        }
        for (key, value) in before.settings(towards: fit.experiment) {
            script.add(SessionChange.set(key, value).description)
        }
        let changes = fit.experiment.changes
        for change in changes { script.add(SessionChange.plan(change).description) }
        script.add("train", .training, beginsRun: true)
        // The settings that the Model pane shows; a later change is made by the run at its time.
        let reached = Moment(epochs: replaced?.cutOff?.history.epochs.count ?? 0)
        for change in changes where change.moment <= reached { script.add(change.edit.spoken) }
    }

    /// Keeps where moves and keys have led to.
    mutating func keepMoves(since before: ScriptPlace) {
        let now = scriptPlace
        guard now.count == before.count, now != before else { return }
        if now.focus != before.focus { script.add(Command.focus(focus).description, .focus) }
        if (now.part, now.selected) != (before.part, before.selected), let selected = now.selected {
            script.add(Command.select(samples.part, selected).description, .select)
        }
        guard now.recalled != before.recalled else { return }
        if let moment = now.recalled {
            if moment.batches == 0 { script.add(TimeChange.epoch(moment.epochs).description, .epoch) }
        } else {
            script.add(TimeChange.newest.description, .epoch)
        }
    }

    /// Keeps the changes that the newest run took while it was trained.
    mutating func keepNews(_ action: Action) {
        switch action {
        case .loaded: script.begin(with: experiment)
        case .milestone(let id, .tuned(let change)):
            guard fits.count == 1, let run, run.id == id, run.fit.role == .main,
                !run.fit.experiment.changes.contains(change)
            else { return }
            script.tuned(change)
        case .snapshot(let id, let snapshot):
            guard fits.count == 1, let run, run.id == id, run.status == .paused || run.status == .stopped
            else { return }
            script.stands(at: snapshot.moment)
        default: break
        }
    }

    /// The session so far, as text.
    var scriptText: String {
        script.text(title: "\(script.start?.dataset.description ?? wantedTitle)")
    }
}

extension Command {
    /// Tells whether it is kept as it stands: it changes what is shown or trained, and says itself what it does.
    fileprivate var isKept: Bool {
        switch self {
        case .zoom, .hide, .preset, .nextPreset, .resetLayout, .theme, .nextTheme, .sortNext, .sortReverse,
            .sort, .load, .nextPart, .previousPart, .part, .keepClass, .classSizes, .read, .mark, .keepMarked,
            .undo, .redo, .plane, .cloud, .inspectorView, .results:
            true
        case .curves(let change): [.nextRun, .hideRun, .allRuns].contains(change)
        case .time(let change): change == .earlyStopping
        case .why(let change): ![.addWords, .write, .go].contains(change)
        case .session(let change):
            switch change {
            case .set, .plan, .saveModel, .openModel: true
            default: false
            }
        default: false
        }
    }
}
