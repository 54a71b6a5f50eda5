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
    /// Lines of a session's file wait for the answer, so it alone is told.
    mutating func describe(_ pane: PaneID) -> [String] {
        guard dashboard.isAsking(for: pane) else { return dashboard.plain(pane) }
        awaited = pane
        return isScript ? [] : ["\(pane.title): the network is being asked."]
    }

    /// The words of the pane that was waited for, once they are worked out.
    ///
    /// A run under way is asked after each epoch, so that the first answer will do.
    mutating func answer(by action: Action) -> [String] {
        guard let pane = awaited else { return [] }
        var isAnswer = !dashboard.isAsking(for: pane)
        if case .found = action, dashboard.status == .running { isAnswer = true }
        guard isAnswer else { return [] }
        awaited = nil
        if pane == .results { dashboard.refreshResults(isWanted: true) }
        return dashboard.plain(pane)
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
            if dashboard.focus == .inspector { awaited = .inspector }
            return lines
        case .found(.results(.labelErrors)), .found(.results(.lookingFailed)):
            if dashboard.focus == .results { awaited = .results }
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
