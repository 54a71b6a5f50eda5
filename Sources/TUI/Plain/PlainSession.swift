import Datasets
import Training

/// A session of lines: what is written moves the dashboard, and what changes is told in lines.
///
/// It is a second front end over the same ``Dashboard``; like that it touches nothing outside.
struct PlainSession {
    /// A line to write, of text or of something that went wrong.
    enum Told: Equatable {
        case text(String)
        /// With the line that has asked for what went wrong.
        case error(String, PlainLine?)

        /// A line of the dashboard's log.
        init(_ entry: LogEntry) {
            self = entry.kind == .error ? .error(entry.text, entry.line) : .text(entry.text)
        }
    }

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

    var dashboard: Dashboard
    /// Tells whether a person writes the lines: theirs are obeyed at once, those of a file when no more work
    /// is under way.
    let isInteractive: Bool
    /// Tells whether the lines are those of a session's file: each waits for the one before to come to its
    /// end, and the first that can't be done is the last.
    let isScript: Bool
    /// The newest line that was obeyed.
    private var newest = PlainLine(number: 0, text: "")
    /// The number of errors, and the first of them with its line.
    private var errors = 0
    private var firstError: String?
    /// Tells whether the program was asked to end.
    private(set) var isOver = false

    private var waiting: [String] = []
    private var isWaiting = false
    private var hasEnded = false
    private var isLoading = true
    private var isTesting = false
    /// The runs whose weights are on their way, and those of which newer ones are wanted already.
    private var asking: Set<RunID> = []
    private var askedAgain: Set<RunID> = []
    /// The share of work under way that was told last.
    var toldShare = 0.0
    /// The panes that are to be told once what they show is worked out, in order.
    var awaited: [PaneID] = []
    /// The number of runs of the dashboard that were left.
    private let cutOff: Int

    /// Begins with a dashboard whose data set is being loaded.
    ///
    /// - Parameters:
    ///   - dashboard: The dashboard.
    ///   - isInteractive: A person writes the lines.
    ///   - isScript: The lines are those of a session's file.
    ///   - opening: The line that has asked for the data set.
    ///   - cutOff: The number of runs of the dashboard that were left.
    init(
        _ dashboard: Dashboard, isInteractive: Bool, isScript: Bool = false, opening: PlainLine? = nil,
        cutOff: Int = 0
    ) {
        self.dashboard = dashboard
        self.dashboard.errands.send([.load(dashboard.experiment.dataset)], of: Asker(line: opening))
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
            lines.append("\(runs) left when the program was ended. \(Self.onlyDashboard)")
        }
        return lines + ["Loading \(dashboard.wantedTitle)."]
            + dashboard.log.entries.map { text(of: Told($0)) }
    }

    /// The sentence on who brings a run back that was left.
    private static let onlyDashboard =
        "Only the dashboard, nnboard without --plain, brings such a run back (:reopen) or forgets it (:discard)."

    // MARK: Work under way

    /// Tells whether work is under way that ends by itself.
    var isBusy: Bool {
        isLoading || dashboard.fetching != nil || isTesting || !asking.isEmpty || dashboard.isPredicting
            || dashboard.isExplaining || dashboard.isRecalling || dashboard.isEvaluating
            || !dashboard.errands.files.isEmpty || dashboard.errands.isTelling || dashboard.reaching != nil
            || dashboard.replayed != nil
            || dashboard.status == .running
    }

    /// Tells whether lines must wait: a person's only for the first samples, those of a pipe for what files bring and for
    /// the words of panes.
    private var isTooEarly: Bool {
        if isScript { return isBusy }
        if isInteractive { return isLoading && !hasData }
        return isLoading || dashboard.fetching != nil || dashboard.errands.isReading
            || dashboard.replayed != nil || awaited.contains(where: dashboard.isAsking)
    }

    /// Tells whether nothing more will be told until a line is written.
    var isReady: Bool { !isBusy && !isOver }

    /// Tells whether nothing is left to do.
    ///
    /// The input has ended, and all that was under way, too. Who quits waits only for the files that were asked for.
    var isDone: Bool { isOver ? dashboard.errands.files.isEmpty : hasEnded && waiting.isEmpty && !isBusy }

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
        let before = dashboard.log.count
        outcome.effects = update(action)
        outcome.lines = tell(
            lines(of: action, logged: dashboard.log.entries(after: before))
                + answers(by: action).map(Told.text))
        outcome += obeyWaiting()
        return outcome
    }

    private mutating func obeyWaiting() -> Outcome {
        var outcome = Outcome()
        while !isOver {
            if isWaiting, !isBusy { isWaiting = false }
            guard !isWaiting, !isTooEarly, !waiting.isEmpty else { break }
            let line = waiting.removeFirst()
            newest = PlainLine(number: newest.number + 1, text: line)
            if isScript, !line.trimmed.isEmpty, !line.trimmed.hasPrefix("#") {
                outcome.lines.append("> \(line)")
            }
            let (told, effects) = obey(line)
            outcome += Outcome(lines: tell(told), effects: effects)
        }
        return outcome
    }

    /// Counts what went wrong, and ends a session's file there.
    private mutating func tell(_ told: [Told]) -> [String] {
        // A problem that no line has caused is told, and leaves the next lines as they were meant.
        for case .error(let reason, let line) in told where !isInteractive && (line != nil || !hasData) {
            errors += 1
            if firstError == nil { firstError = Self.error(reason, of: line) }
            if isScript { isOver = true }
        }
        return told.map { text(of: $0) }
    }

    private func text(of told: Told) -> String {
        switch told {
        case .text(let text): text
        // A person sees the line above.
        case .error(let reason, let line): "error: " + Self.error(reason, of: isInteractive ? nil : line)
        }
    }

    private static func error(_ reason: String, of line: PlainLine?) -> String {
        line.map { "\($0.name): \(reason)" } ?? reason
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

    private mutating func update(_ action: Action) -> [Effect] {
        switch action {
        case .loaded, .loadingFailed: isLoading = false
        case .tested(let id, _), .testFailed(let id, _):
            if dashboard.place(of: id) != nil { isTesting = false }
        case .snapshot(let id, _): asking.remove(id)
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
        guard !isInteractive, case .file(.save(let model, let file), let ticket) = effect else {
            return effect
        }
        return .file(.secure(model, file), ticket)
    }

    // MARK: Lines that were written

    private mutating func obey(_ line: String) -> (told: [Told], effects: [Effect]) {
        let line = String(line.trimmed)
        let before = dashboard
        // Words about the line before would hide the same words about this one.
        (dashboard.notice, dashboard.isRefused) = (nil, false)
        var effects: [Effect] = []
        // A lesson asks nothing.
        if dashboard.overlay != nil, dashboard.lessons == nil {
            effects = filtered(dashboard.acting(for: Asker(line: newest)) { $0.answerPlainly(line) })
        } else if line.isEmpty || line.hasPrefix("#") {
            return ([], [])
        } else {
            do {
                switch try PlainCommand(text: line) {
                case .show(let pane):
                    let pane = pane ?? dashboard.focus
                    let effects = filtered(dashboard.ask(for: pane))
                    return (describe(pane).map(Told.text), effects)
                case .help(let text): return (PlainCommand.help(text).map(Told.text), [])
                case .wait: isWaiting = true
                case .command(.help): return (PlainCommand.help("").map(Told.text), [])
                case .command(.time(.reopen)) where cutOff > 0, .command(.time(.discard)) where cutOff > 0:
                    return ([.error(Self.onlyDashboard, newest)], [])
                case .command(let command):
                    if dashboard.lessons != nil, !command.isOfLessons {
                        effects = filtered(dashboard.update(.command(.back), of: newest))
                        if command == .back { break }
                    }
                    effects += filtered(dashboard.update(.command(command), of: newest))
                }
            } catch {
                return ([.error("\(error)", newest)], [])
            }
        }
        dashboard.showsTour = false
        var told = changes(since: before, by: line) + taken(effects).map(Told.text)
        if dashboard.overlay == .confirmQuit, !isInteractive {
            // Nobody can be asked; who wants the run to end first waits for it.
            let others = dashboard.status == .running ? "“wait”" : "“train” and “wait”"
            told.append(.text("The run is given up: \(others) before “quit” would let it end."))
            effects += filtered(dashboard.update(.command(.quit), of: newest))
        } else {
            told += dashboard.plainQuestion.map(Told.text)
        }
        markRefusal(in: &told)
        return (told, effects)
    }

    /// Makes an error of the words about a command that could not be done.
    private func markRefusal(in told: inout [Told]) {
        guard dashboard.isRefused, let notice = dashboard.notice else { return }
        if let place = told.lastIndex(of: .text(notice.text)) {
            told[place] = .error(notice.text, newest)
        } else if !told.contains(where: { if case .error = $0 { true } else { false } }) {
            // Words of use at the moment alone are in no log.
            told.append(.error(notice.text, newest))
        }
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
}
