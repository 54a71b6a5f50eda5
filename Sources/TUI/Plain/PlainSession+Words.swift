import Training

/// The words about what has changed, by a line or by news.
extension PlainSession {
    /// Describes the changes that a command has made.
    mutating func changes(since before: Dashboard, by line: String) -> [Told] {
        dashboard.log.entries(after: before.log.count).filter { $0.kind != .command }.map(Told.init)
            + changesShown(since: before, by: line).map(Told.text)
    }

    private mutating func changesShown(since before: Dashboard, by line: String) -> [String] {
        let (new, old) = (dashboard.samples, before.samples)
        if let lessons = dashboard.lessons, dashboard.overlay != before.overlay {
            return PlainLesson(state: lessons.state).lines
        }
        let isAsked = if case .command(.focus) = try? PlainCommand(text: line) { true } else { false }
        if dashboard.focus != before.focus || isAsked { return describe(dashboard.focus) }
        var lines: [String] = []
        if dashboard.experiment != before.experiment {
            let known = Set(before.plain(.model))
            lines += dashboard.plain(.model).filter { !known.contains($0) }
        }
        if new != old { lines += changes(of: new, since: old) }
        if dashboard.inspector != before.inspector, new == old { lines += describe(.inspector) }
        if dashboard.results != before.results { lines += describe(.results) }
        if dashboard.layoutState.isZoomed != before.layoutState.isZoomed {
            lines += describe(dashboard.focus)
        }
        return lines.isEmpty && dashboard.recalledText != before.recalledText ? timeShown : lines
    }

    private mutating func changes(of new: SamplesState, since old: SamplesState) -> [String] {
        guard let dataset = dashboard.dataset else { return [] }
        let data = PlainData(
            dataset: dataset, samples: new, validation: dashboard.experiment.settings.heldOut,
            rows: max(1, dashboard.listRows), statistics: dashboard.statistics)
        if new.rows != old.rows || new.part != old.part {
            return data.list
                + (new.selected == old.selected && new.part == old.part ? [] : [""] + data.sample)
        }
        if new.view != old.view { return data.detail }
        if new.selected != old.selected {
            return dashboard.focus == .inspector ? describe(.inspector) : data.sample
        }
        return []
    }

    // MARK: Panes

    /// The words of a pane, or that the network is being asked for them: then they follow.
    ///
    /// The next lines wait for the answer where nobody is there who wonders, so that it alone is told.
    mutating func describe(_ pane: PaneID) -> [String] {
        awaited.removeAll { $0 == pane }
        guard dashboard.isAsking(for: pane) else { return dashboard.plain(pane) }
        awaited.append(pane)
        return isInteractive ? ["\(pane.title): the network is being asked."] : []
    }

    /// The words of the panes that were waited for, as far as they are worked out.
    mutating func answers(by action: Action) -> [String] {
        let answered = awaited.filter { !dashboard.isAsking(for: $0) || isAnswered($0, by: action) }
        awaited.removeAll(where: answered.contains)
        return answered.flatMap { pane in
            if pane == .results { dashboard.refreshResults(isWanted: true) }
            return dashboard.plain(pane)
        }
    }

    /// Tells whether news are the words of a pane during a run, which is asked again after each epoch: the first do.
    private func isAnswered(_ pane: PaneID, by action: Action) -> Bool {
        guard dashboard.status == .running else { return false }
        return switch (pane, action) {
        case (.results, .found(.results(.evaluation))), (.results, .found(.results(.scores))),
            (.results, .found(.results(.duplicates))), (.inspector, .found(.explained)),
            (.inspector, .predicted):
            true
        default: false
        }
    }

    private mutating func awaitWords(of pane: PaneID) {
        if !awaited.contains(pane) { awaited.append(pane) }
    }

    /// The words on the time in training that the panes have moved to.
    private var timeShown: [String] {
        mutating get {
            switch dashboard.focus {
            case .inspector, .results: describe(dashboard.focus)
            default: ["All panes show \(dashboard.recalledText ?? "the newest weights")."]
            }
        }
    }

    // MARK: News

    mutating func lines(of action: Action, logged: ArraySlice<LogEntry>) -> [Told] {
        let lines = logged.map(Told.init)
        // News of some kinds are told in other words than the log's, all that is said to the person as it is.
        let said = logged.filter { $0.kind == .notice || $0.kind == .error }.map(Told.init)
        switch action {
        case .loaded:
            return lines + (dashboard.plain(.data) + [""] + dashboard.plain(.model)).map(Told.text)
        case .milestone(let id, .epoch(let record)):
            guard let run = dashboard.fits.first(where: { $0.id == id }) else { return lines }
            let line = PlainCurves.line(of: record, of: run)
            return [.text(run.fit.role == .main ? line : "\(run.fit.role), \(line)")] + said
        case .tested(let id, _):
            guard let run = dashboard.run, run.id == id, case .loaded(let loaded) = dashboard.source else {
                return lines
            }
            return PlainCurves(
                run: run, past: [], pace: dashboard.pace, baselines: loaded.baselines, samples: "",
                dataset: loaded.dataset
            ).verdicts(on: run).map(Told.text) + said
        case .milestone(let id, .lossBecameNaN):
            return dashboard.fits.first { $0.id == id }?.trouble.map { [.text($0)] + said } ?? lines
        case .found(.explained) where dashboard.inspector.view.isExplanation && !dashboard.isTraining:
            if dashboard.focus == .inspector { awaitWords(of: .inspector) }
            return lines
        case .found(.results(.labelErrors)), .found(.results(.lookingFailed)):
            if dashboard.focus == .results { awaitWords(of: .results) }
            return lines
        case .fetching(let share): return told(share, "Downloading") + said
        case .loading(let share): return (dashboard.dataset == nil ? told(share, "Loading") : []) + said
        default: return lines
        }
    }

    /// A line at each quarter of work that takes its time.
    private mutating func told(_ share: Double, _ what: String) -> [Told] {
        if share < toldShare { toldShare = 0 }
        let began = (dashboard.fetching ?? dashboard.loadingTask)?.began ?? 0
        guard share.isFinite, share >= toldShare + 0.25, share < 1, dashboard.now - began > 1 else {
            return []
        }
        toldShare = (share * 4).rounded(.down) / 4
        return [.text("\(what): \(Format.percent(share, places: 0)).")]
    }
}
