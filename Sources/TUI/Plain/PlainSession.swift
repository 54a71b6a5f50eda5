import Datasets
import Training

/// A session of lines: what is written moves the dashboard, and what changes is told in lines.
///
/// It is a second front end over the same ``Dashboard``; like that it touches nothing outside.
struct PlainSession {
    /// The outcome of a line or of news.
    struct Outcome {
        /// The lines to write.
        var lines: [String] = []
        /// The effects on the world, in order.
        var effects: [Effect] = []

        static func += (left: inout Outcome, right: Outcome) {
            left.lines += right.lines
            left.effects += right.effects
        }
    }

    private(set) var dashboard: Dashboard
    /// Tells whether a person writes the lines: theirs are obeyed at once, those of a file when no more work
    /// is under way.
    let isInteractive: Bool
    /// Tells whether the lines are those of a session's file: each waits for the one before to come to its
    /// end, and the first that can't be done is the last.
    let isScript: Bool
    /// The newest line that was obeyed.
    private var newest = PlainOrigins.Line(number: 0, text: "")
    private var origins = PlainOrigins()
    /// The number of errors, and the first of them with its line.
    private var errors = 0
    private var firstError: String?
    /// Tells whether the program was asked to end.
    private(set) var isOver = false

    private var waiting: [String] = []
    private var isWaiting = false
    private var hasEnded = false
    private var isLoading = true
    /// The number of files that are being written.
    private var files = 0
    private var isTesting = false
    /// The runs whose weights are on their way, and those of which newer ones are wanted already.
    private var asking: Set<RunID> = []
    private var askedAgain: Set<RunID> = []
    private var toldShare = 0.0
    /// The number of runs of the dashboard that were cut off.
    private let cutOff: Int

    /// Begins with a dashboard whose data set is being loaded.
    init(_ dashboard: Dashboard, isInteractive: Bool, isScript: Bool = false, cutOff: Int = 0) {
        self.dashboard = dashboard
        self.cutOff = cutOff
        self.isScript = isScript
        self.isInteractive = isInteractive
    }

    /// The first lines.
    func opening(version: String) -> [String] {
        let how = isInteractive ? " Write help for the commands, quit to end." : ""
        var lines = ["nnboard \(version), in plain text.\(how)"]
        if cutOff > 0, !isScript {
            let runs = cutOff == 1 ? "A run was" : "\(cutOff) runs were"
            lines.append("\(runs) cut off. \(Self.onlyDashboard)")
        }
        return lines + ["Loading \(dashboard.wantedTitle)."] + dashboard.log.entries.map(Self.line)
    }

    /// The sentence on who continues a run that was cut off.
    private static let onlyDashboard =
        "Only the dashboard, nnboard without --plain, continues such a run (:reopen) or forgets it (:discard)."

    // MARK: Work under way

    /// Tells whether work is under way that ends by itself.
    var isBusy: Bool {
        isLoading || dashboard.fetching != nil || isTesting || !asking.isEmpty || dashboard.isPredicting
            || dashboard.isExplaining || dashboard.isRecalling || dashboard.isEvaluating
            || files > 0 || dashboard.errands.isTelling || dashboard.reaching != nil
            || dashboard.replayed != nil
            || dashboard.status == .running
    }

    /// Tells whether lines must wait: a person's only for the first samples.
    private var isTooEarly: Bool {
        if isScript { return isBusy }
        return isInteractive ? isLoading && !hasData : isLoading || dashboard.fetching != nil
    }

    /// Tells whether nothing more will be told until a line is written.
    var isReady: Bool { !isBusy && !isOver }

    /// Tells whether nothing is left to do.
    ///
    /// The input has ended, and all that was under way, too. Who quits waits only for the files that were asked for.
    var isDone: Bool { isOver ? files == 0 : hasEnded && waiting.isEmpty && !isBusy }

    /// The clock's time, in seconds since the start.
    var now: Double {
        get { dashboard.now }
        set { dashboard.now = newValue }
    }

    /// Tells whether the samples are loaded.
    var hasData: Bool { dashboard.dataset != nil }

    // MARK: Being told

    /// Takes a line that was written.
    mutating func take(line: String) -> Outcome {
        waiting.append(line)
        return obeyWaiting()
    }

    /// Nothing more will be written.
    mutating func endInput() -> Outcome {
        hasEnded = true
        return obeyWaiting()
    }

    /// Takes news.
    mutating func take(_ action: Action) -> Outcome {
        var outcome = Outcome()
        let (before, wasReplaying) = (dashboard.log.count, dashboard.replayed != nil)
        var origin = origins.line(of: action)
        outcome.effects = update(action)
        if wasReplaying || dashboard.replayed != nil { origin = origins.replay ?? origin }
        origins.note(outcome.effects, of: origin)
        outcome.lines = lines(of: action, logged: dashboard.log.entries(after: before))
        tellErrors(in: &outcome, of: isScript && newest.number > 0 ? newest : origin)
        outcome += obeyWaiting()
        return outcome
    }

    private mutating func obeyWaiting() -> Outcome {
        var outcome = Outcome()
        while !isOver {
            if isWaiting, !isBusy { isWaiting = false }
            guard !isWaiting, !isTooEarly, !waiting.isEmpty else { break }
            let line = waiting.removeFirst()
            newest = PlainOrigins.Line(number: newest.number + 1, text: String(line.trimmed))
            if isScript, !line.trimmed.isEmpty, !line.trimmed.hasPrefix("#") {
                outcome.lines.append("> \(line)")
            }
            var new = obey(line)
            origins.note(new.effects, of: newest)
            tellErrors(in: &new, of: newest)
            outcome += new
        }
        return outcome
    }

    /// Says in which line something went wrong, counts it, and ends a session's file there.
    private mutating func tellErrors(in outcome: inout Outcome, of line: PlainOrigins.Line?) {
        // A person sees the line above.
        guard !isInteractive else { return }
        for place in outcome.lines.indices where outcome.lines[place].hasPrefix(Self.sign) {
            let reason = outcome.lines[place].dropFirst(Self.sign.count)
            let told = line.map { "\($0.name): \(reason)" } ?? String(reason)
            outcome.lines[place] = Self.sign + told
            errors += 1
            if firstError == nil { firstError = told }
            if isScript { isOver = true }
        }
    }

    /// The sentence on what could not be done; `nil` where nothing went wrong, or a person has seen it.
    var failure: String? {
        guard let firstError else { return nil }
        let others = errors - 1
        return others == 0 || isScript
            ? firstError
            : "\(firstError) (\(others == 1 ? "One more error" : "\(others) more errors") after it.)"
    }

    /// Tells whether all was done that lines asked for, as far as anybody could see to it.
    var isSuccess: Bool { hasData && firstError == nil }

    /// The beginning of a line that says what is wrong.
    private static let sign = "error: "

    private mutating func update(_ action: Action) -> [Effect] {
        switch action {
        case .loaded, .loadingFailed: isLoading = false
        case .tested(let id, _), .testFailed(let id, _):
            if dashboard.place(of: id) != nil { isTesting = false }
        case .snapshot(let id, _): asking.remove(id)
        case .written, .writingFailed, .found(.filed): files -= 1
        default: break
        }
        var effects = filtered(dashboard.update(action))
        for id in askedAgain where !asking.contains(id) {
            askedAgain.remove(id)
            effects += filtered([.snapshot(id)])
        }
        return effects
    }

    /// Notes what will be on its way; asks for weights one at a time.
    private mutating func filtered(_ effects: [Effect]) -> [Effect] {
        effects.map { securing($0) }.filter { effect in
            switch effect {
            case .quit: isOver = true
            case .load: isLoading = true
            case .test: isTesting = true
            case .write, .file: files += 1
            case .release(let id):
                asking.remove(id)
                askedAgain.remove(id)
                isTesting = false
            case .train: isTesting = false
            case .snapshot(let id):
                guard asking.insert(id).inserted else {
                    askedAgain.insert(id)
                    return false
                }
            default: break
            }
            return true
        }
    }

    /// A network is saved so that a place that can't be had does not lose it, where nobody is there to try another.
    private func securing(_ effect: Effect) -> Effect {
        guard !isInteractive, case .file(.save(let model, let file)) = effect else { return effect }
        return .file(.secure(model, file))
    }

    // MARK: Lines that were written

    private mutating func obey(_ line: String) -> Outcome {
        let line = String(line.trimmed)
        let before = dashboard
        // Words about the line before would hide the same words about this one.
        (dashboard.notice, dashboard.isRefused) = (nil, false)
        var outcome = Outcome()
        // A lesson asks nothing.
        if dashboard.overlay != nil, dashboard.lessons == nil {
            outcome.effects = filtered(dashboard.answerPlainly(line))
        } else if line.isEmpty || line.hasPrefix("#") {
            return outcome
        } else {
            do {
                switch try PlainCommand(text: line) {
                case .show(let pane): return Outcome(lines: dashboard.plain(pane ?? dashboard.focus))
                case .help(let text): return Outcome(lines: PlainCommand.help(text))
                case .wait: isWaiting = true
                case .command(.help): return Outcome(lines: PlainCommand.help(""))
                case .command(.time(.reopen)) where cutOff > 0, .command(.time(.discard)) where cutOff > 0:
                    return Outcome(lines: [Self.sign + Self.onlyDashboard])
                case .command(let command):
                    if dashboard.lessons != nil, !command.isOfLessons {
                        outcome.effects = filtered(dashboard.update(.command(.back)))
                        if command == .back { break }
                    }
                    outcome.effects += filtered(dashboard.update(.command(command)))
                }
            } catch {
                return Outcome(lines: [Self.sign + "\(error)"])
            }
        }
        dashboard.showsTour = false
        outcome.lines = changes(since: before) + taken(outcome.effects) + dashboard.plainQuestion
        markRefusal(in: &outcome)
        return outcome
    }

    /// Makes an error of the words about a command that could not be done.
    private func markRefusal(in outcome: inout Outcome) {
        guard dashboard.isRefused, let notice = dashboard.notice,
            let place = outcome.lines.lastIndex(of: notice.text)
        else { return }
        outcome.lines[place] = Self.sign + notice.text
    }

    /// The lines that were copied: there is no clipboard behind lines of text, so they are written.
    private func taken(_ effects: [Effect]) -> [String] {
        effects.flatMap { effect -> [String] in
            guard case .copy(let text, _) = effect else { return [] }
            var lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map(
                String.init)
            while lines.last?.isEmpty == true { lines.removeLast() }
            return lines
        }
    }

    /// Describes the changes that a command has made.
    private func changes(since before: Dashboard) -> [String] {
        var lines = dashboard.log.entries(after: before.log.count).filter { $0.kind != .command }.map(
            Self.line)
        let (new, old) = (dashboard.samples, before.samples)
        if let lessons = dashboard.lessons, dashboard.overlay != before.overlay {
            return lines + PlainLesson(state: lessons.state).lines
        }
        if dashboard.focus != before.focus { return lines + dashboard.plain(dashboard.focus) }
        if dashboard.experiment != before.experiment {
            let known = Set(before.plain(.model))
            lines += dashboard.plain(.model).filter { !known.contains($0) }
        }
        if new != old { lines += changes(of: new, since: old) }
        if dashboard.inspector != before.inspector, new == old { lines += dashboard.plain(.inspector) }
        if dashboard.layoutState.isZoomed != before.layoutState.isZoomed {
            lines += dashboard.plain(dashboard.focus)
        }
        return lines
    }

    private func changes(of new: SamplesState, since old: SamplesState) -> [String] {
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
            return dashboard.focus == .inspector ? dashboard.plain(.inspector) : data.sample
        }
        return []
    }

    // MARK: News

    private static func line(_ entry: LogEntry) -> String {
        entry.kind == .error ? sign + entry.text : entry.text
    }

    private mutating func lines(of action: Action, logged: ArraySlice<LogEntry>) -> [String] {
        let lines = logged.map(Self.line)
        // News of some kinds are told in other words than the log's, all that is said to the person as it is.
        let said = logged.filter { $0.kind == .notice || $0.kind == .error }.map(Self.line)
        switch action {
        case .loaded:
            let model = dashboard.plain(.model)
            return lines + dashboard.plain(.data) + [""] + model
        case .milestone(let id, .epoch(let record)):
            guard let run = dashboard.fits.first(where: { $0.id == id }) else { return lines }
            let line = PlainCurves.line(of: record, of: run)
            return [run.fit.role == .main ? line : "\(run.fit.role), \(line)"] + said
        case .tested(let id, _):
            guard let run = dashboard.run, run.id == id, case .loaded(let loaded) = dashboard.source else {
                return lines
            }
            return PlainCurves(
                run: run, past: [], pace: dashboard.pace, baselines: loaded.baselines, samples: "",
                dataset: loaded.dataset
            ).verdicts(on: run) + said
        case .milestone(let id, .lossBecameNaN):
            return dashboard.fits.first { $0.id == id }?.trouble.map { [$0] + said } ?? lines
        case .found(.explained) where dashboard.inspector.view.isExplanation && !dashboard.isTraining:
            return lines + (dashboard.focus == .inspector ? dashboard.plain(.inspector) : [])
        case .fetching(let share): return told(share, "Downloading") + said
        case .loading(let share): return (dashboard.dataset == nil ? told(share, "Loading") : []) + said
        default: return lines
        }
    }

    /// A line at each quarter of work that takes its time.
    private mutating func told(_ share: Double, _ what: String) -> [String] {
        if share < toldShare { toldShare = 0 }
        let began = (dashboard.fetching ?? dashboard.loadingTask)?.began ?? 0
        guard share.isFinite, share >= toldShare + 0.25, share < 1, dashboard.now - began > 1 else {
            return []
        }
        toldShare = (share * 4).rounded(.down) / 4
        return ["\(what): \(Format.percent(share, places: 0))."]
    }
}
