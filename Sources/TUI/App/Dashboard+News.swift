import Datasets
import Training

extension Dashboard {
    // MARK: Data

    mutating func show(_ dataset: Dataset) -> [Effect] {
        // A network that was trained on other samples has nothing to say about these.
        let effects: [Effect] =
            fits.map { .release($0.id) } + (fits + pastRuns).map { .forget($0.id) }
            + leaveReplaced()
        (fits, pastRuns, final, recalled) = ([], [], nil, nil)
        (trail, results) = ([], ResultsState())
        curves = CurvesState()
        let arePoints = dataset.form == .point && self.dataset?.form == .point
        if let starting {
            (named, hasOwnModel) = (starting, true)
            if !isOpening {
                experiment = starting.experiment
                (waitsToTrain, waitingAsker) = (.start, asker)
            }
            if starting.experiment.dataset.name == dataset.reference.name {
                say("\(starting.title) (\(starting.source)).")
            }
            experiment.dataset = dataset.reference
        } else {
            // The settings of a named experiment go with it; but other points are a new try of the same
            // network.
            if named != nil, edits.isEmpty, !arePoints {
                (experiment, hasOwnModel) = (.standard(for: dataset), false)
            }
            named = nil
            // Whatever was built stays; only the last layer has to fit what is to be learnt.
            standard = experiment.follow(dataset, from: standard, keepsLayers: hasOwnModel)
        }
        (starting, isOpening) = (nil, false)
        if notice?.text == Self.loading(dataset.reference) { notice = nil }
        isChosen = isChosen || isChoosingData || !edits.isEmpty
        isChoosingData = false
        experiment.preprocessing = dataset.preprocessing
        edits = EditHistory()
        source = .loaded(LoadedDataset(dataset))
        reloading = nil
        samples = SamplesState()
        (why, inspector.draft) = (Explanation(), nil)
        search = nil
        inspector.view = .sample
        (predictions, askedPredictions) = (nil, nil)
        list(part: .train)
        refreshLesson()
        note(
            .news,
            "\(dataset.title) has been loaded: \(Format.grouped(dataset.train.count)) samples to learn from.")
        return effects + forgetResults()
    }

    mutating func showFetched() -> [Effect] {
        guard let download = fetched else { return [] }
        (fetching, fetched) = (nil, nil)
        downloads.removeAll { $0 == download }
        guard !isTraining else {
            say(
                "\(download.title) has been downloaded. \(key(for: .chooseDataset)) shows it when the run has ended."
            )
            return []
        }
        say("\(download.title) has been downloaded.")
        // The samples shown in its place had the same arguments.
        let isSubstituted = download.substitute == experiment.dataset.name
        awaitChosenData()
        // The experiment that began with invented data begins again with the real ones.
        starting = isSubstituted ? named : nil
        return [
            .load(
                Term(download.name, isSubstituted ? experiment.dataset.arguments : []),
                starting?.experiment.preprocessing)
        ]
    }

    // MARK: Training

    /// The index of a network among those that are trained side by side.
    func place(of id: RunID) -> Int? { fits.firstIndex { $0.id == id } }

    mutating func absorb(_ milestone: Milestone, of id: RunID) -> [Effect] {
        // Its failure is told with what has become of the run whose place it was to take.
        let isTold = if case .failed = milestone { replaced?.by == id } else { false }
        let given = settleReplaced(milestone, of: id)
        guard let place = place(of: id) else { return given }
        if !isTold, let line = LogText.describe(milestone) { tell(line, of: milestone, fits[place]) }
        switch milestone {
        case .intervened(let intervention): remark("\(intervention)", on: place)
        case .started, .resumed:
            fits[place].status = .running
            return fits[place].snapshot == nil ? [.snapshot(id)] : []
        case .paused:
            fits[place].status = .paused
            return [.snapshot(id)] + goOnReaching()
        case .epoch(let record):
            fits[place].history.append(record)
            return [.snapshot(id)]
        case .continued(let history, let changes): fits[place].begin(with: history, changes)
        case .tuned(let change):
            fits[place].take(change)
            tell(of: change)
        case .refused(let reason):
            complain(reason)
        case .lossBecameNaN(let epoch, let batch):
            fits[place].trouble =
                "The loss is no number any more since epoch \(epoch), batch \(batch): "
                + "the weights have run away. Try a smaller learning rate."
        case .finished(let history): return end(.finished, history, place)
        case .stopped(let history): return end(.stopped, history, place)
        case .failed(let reason):
            fits[place].status = .failed(reason)
            // The failure says enough of them.
            _ = errands.endChanges(of: id)
            reaching = nil
        }
        return []
    }

    /// Tells of a run that has failed as an error: the pane of the curves says why, and a session ends there.
    private mutating func tell(_ line: String, of milestone: Milestone, _ run: Run) {
        let text = "\(run.name): \(line)"
        guard case .failed = milestone else { return note(.news, text) }
        // Whoever has begun a session again may look at another pane.
        if asker.replayed == nil { note(.error, text) } else { complain(text) }
    }

    /// Tells whoever has asked a run for changes that it has ended without them.
    private mutating func refuseChanges(of run: Run) {
        for (edit, asker) in errands.endChanges(of: run.id) {
            let missing = if case .epochs(let epochs) = edit { epochs - run.history.epochs.count } else { 0 }
            let command = Command.time(.more(max(1, missing)))
            let more = missing > 0 ? " \(key(for: command)) trains the missing epochs now." : ""
            _ = acting(for: asker) { dashboard in
                dashboard.complain(
                    "\(run.name) had ended before \(edit.text) could be made: this holds from the next run on."
                        + more)
                return []
            }
        }
    }

    private mutating func remark(_ remark: String, on place: Int) {
        // Remarks that a person has not yet read stay: several callbacks may step in at once.
        let isUnread = fits[place].remarks.last.map { notice?.text.hasSuffix($0) == true } ?? false
        fits[place].remarks.append(remark)
        // No more than a few: a night's worth of them would cover the panes.
        let shown = fits[place].remarks.suffix(isUnread ? 3 : 1).joined(separator: " ")
        notice = Notice(text: shown, news: remark)
    }

    private mutating func end(_ status: Run.Status, _ history: History, _ place: Int) -> [Effect] {
        fits[place].status = status
        fits[place].history = history
        reaching = nil
        let id = fits[place].id
        refuseChanges(of: fits[place])
        let next = isTraining ? [] : beginFinalFit()
        if !next.isEmpty { return next }
        // Folds show how long to train; what is tested is the network that comes of it.
        guard !fits[place].isFold else {
            comparePublished()
            return [.snapshot(id)]
        }
        return [.snapshot(id), .test(id)]
    }
}
