import Datasets
import Training

/// The whole front end as a value.
///
/// ``update(_:)`` moves it, ``draw()`` pictures it, and neither touches anything outside.
public struct Dashboard: Sendable {
    // MARK: Given when it was opened

    /// The characters for lines and curves.
    public let glyphs: Glyphs
    /// The data sets whose files are missing.
    var downloads: [Download]
    /// The named experiments to choose from.
    let experiments: [NamedExperiment]
    /// The meanings of the keys.
    let keymap: Keymap
    /// The themes to choose from.
    var themes: [Theme]

    // MARK: The screen

    /// The size of the screen, in cells.
    public internal(set) var size: Size
    /// The colours of the screen.
    public internal(set) var theme: Theme
    /// The panes that are shown, and the room of each.
    var layoutState: LayoutState
    var focus = PaneID.data
    var overlay: Overlay?
    /// The line that is being moved by the mouse.
    var dragged: Layout.Divider?
    /// The page of the footer that is shown.
    var footerPage = 0
    /// Tells whether what one needs at first is still to be shown.
    var showsTour: Bool

    // MARK: Events and news

    /// The clock's time, in seconds since the start, set by the caller that moves the dashboard.
    public var now = 0.0
    /// A line for the person, until the next key.
    var notice: Notice? {
        didSet {
            guard let notice, !notice.isLogged, !notice.isPassing else { return }
            self.notice?.isLogged = true
            if notice != oldValue { note(notice.isError ? .error : .notice, notice.news ?? notice.text) }
        }
    }
    /// Tells whether the newest command could not be done.
    var isRefused = false
    /// Tells whether the newest command had nothing to be done to.
    var isDeclined = false
    /// Whoever has asked for what is done at the moment.
    var asker = Asker()
    var log = EventLog()
    /// The lines written on the command line, and those searched for.
    var commandHistory: LineHistory
    var searchHistory = LineHistory()

    // MARK: The work

    var source = Source.loading(LongTask())
    /// Other samples on their way, while these are shown.
    var reloading: LongTask?
    /// The progress of a download, and the data set that is downloaded.
    var fetching: LongTask?
    var fetched: Download?
    var experiment: Experiment
    /// Tells whether the layers still are the ones that nnboard chose, and may follow the data set.
    var hasOwnModel = false
    /// The experiment without any changes by a person.
    var standard: Experiment
    var edits = EditHistory()
    var pace: Pace
    /// The named experiment that is shown.
    var named: NamedExperiment?
    /// The experiment that takes its place, and begins, as soon as its samples arrive.
    var starting: NamedExperiment?
    /// The experiment that the newest run was begun with.
    var begun: Experiment?
    /// Tells whether a network was last told to train a step alone.
    var isStepping = false
    /// Tells whether it was opened with that, and perhaps with other settings; it begins when a person says so.
    var isOpening = false
    /// The networks that are trained side by side, or were last: several folds, or a single one.
    var fits: [Run] = []
    /// The training of the final network, which follows once they have ended.
    var final: Fit?
    /// Those before them, the oldest first.
    var pastRuns: [Run] = []
    var runs = 0
    /// The number of the newest run as people count them.
    var group = 0
    /// The command with which a run is to begin as soon as the samples arrive.
    var waitsToTrain: TrainerCommand?
    /// Whoever has asked for that.
    var waitingAsker = Asker()
    /// Tells whether samples are on their way that a person has asked for.
    var isChoosingData = false
    /// Tells whether the experiment is a person's choice, or an edit of theirs went into it that can't be taken back any
    /// more.
    var isChosen = false

    // MARK: As text

    /// The session so far, as commands.
    var script = SessionScript()
    /// The remaining steps of a session that is done again.
    var replayed: ReplayedScript? {
        didSet { if replayed == nil { errands.forgetReplay() } }
    }
    /// The number of the replay that a line of it has just failed in.
    var failedReplay: Int?
    /// The number of sessions that were begun.
    var replays = 0
    /// The session's file whose lines come one by one from outside.
    var ownScript: SessionPlace?
    /// The requests to the world that are not yet answered.
    var errands = Errands()
    /// The changes planned for the next run, and their times.
    var planned: [TimedEdit] = []
    /// The time that the run is trained to.
    var reaching: Reaching?

    // MARK: The panes

    var samples = SamplesState()
    var model = ModelState()
    var inspector = InspectorState()
    var curves = CurvesState()
    var plane = PlaneState()
    var results = ResultsState()
    /// The facts worked out about whole parts.
    var known = ResultsKnown()
    /// The places that one came from, the last step last.
    var trail: [TrailStep] = []
    /// The run that was left the last time, cut off or at its end.
    var cutOff: CutOffRun?
    /// The number of runs that were left before it.
    var olderCutOffs = 0
    /// The run folders that `discard` removes where no run is offered.
    var leftFolders = RemovableFolders()
    /// The run that comes back where the one in its place can't begin.
    var replaced: ReplacedRun?
    /// The earlier time that one has gone back to.
    var recalled: Recalled?
    var search: Search?
    /// The explanation of the prediction that the inspector shows.
    var why = Explanation()
    /// The newest network's output for the chosen sample, as probabilities.
    var probabilities: [Float]?
    /// The output of its last layer, where numbers are to be learnt.
    var outputs: [Float]?
    /// Its outputs for many samples, once they are known, and the samples that it was asked about last.
    var predictions: PartPredictions?
    var askedPredictions: PartPredictions.Request?

    /// The states of the samples: on their way, loaded, or failed.
    enum Source: Sendable {
        /// On their way.
        case loading(LongTask)
        case loaded(LoadedDataset)
        case failed(String)
    }

    /// A data set that could be downloaded.
    public struct Download: Hashable, Sendable {
        /// Its name in the catalog.
        public var name: String
        /// The name on the screen.
        public var title: String
        /// The built-in sample that takes its place.
        public var substitute: String?

        /// Names a data set.
        public init(name: String, title: String, substitute: String? = nil) {
            self.name = name
            self.title = title
            self.substitute = substitute
        }

        /// Names a data set of the catalog.
        public init(_ entry: any CatalogEntry) {
            self.init(name: entry.name, title: entry.title, substitute: entry.substitute?.name)
        }
    }

    /// Opens with a data set on its way.
    ///
    /// - Parameters:
    ///   - experiment: The experiment to show and train; a model without layers becomes the book's network.
    ///   - pace: The highest speed of runs.
    ///   - size: The size of the screen.
    ///   - glyphs: The characters for lines and curves.
    ///   - downloads: The data sets whose files are missing.
    ///   - experiments: The named experiments to choose from.
    ///   - named: The one that the experiment is.
    ///   - themes: The themes to choose from, the first to begin with; ``Theme/dark`` where there are none.
    ///   - keymap: The meanings of the keys.
    ///   - layout: The panes to show, and the room of each.
    ///   - history: The lines written on the command line before.
    ///   - showsTour: The welcome is shown.
    public init(
        experiment: Experiment, pace: Pace = .epochsPerSecond(5), size: Size, glyphs: Glyphs = .braille,
        downloads: [Download] = [], experiments: [NamedExperiment] = [], named: NamedExperiment? = nil,
        themes: [Theme] = [],
        keymap: Keymap = Keymap(),
        layout: LayoutState = LayoutState(), history: LineHistory = LineHistory(), showsTour: Bool = false
    ) {
        self.experiment = experiment
        standard = Experiment(dataset: experiment.dataset, model: Model(layers: []))
        self.pace = pace
        self.size = size
        self.glyphs = glyphs
        self.downloads = downloads
        self.experiments = experiments
        (starting, isOpening) = (named, named != nil)
        self.themes = themes
        self.keymap = keymap
        self.showsTour = showsTour
        layoutState = layout
        commandHistory = history
        theme = themes.first ?? .dark
        hasOwnModel = !experiment.model.layers.isEmpty
    }

    /// The data set, once it is loaded.
    var dataset: Dataset? {
        guard case .loaded(let loaded) = source else { return nil }
        return loaded.dataset
    }

    /// The distribution of its numbers.
    var statistics: DatasetStatistics {
        guard case .loaded(let loaded) = source else { return DatasetStatistics() }
        return loaded.statistics
    }

    /// The title of the data set that is shown, or on its way.
    var wantedTitle: String {
        dataset?.title ?? (try? Catalog.entry(named: experiment.dataset.name))?.title
            ?? experiment.dataset.name
    }

    /// The present places of panes, header and footer.
    var layout: Layout { Layout(size, focus: focus, state: layoutState) }

    /// The problems that keep the experiment from being trained.
    var problems: [ModelProblem] { dataset.map { experiment.problems(for: $0) } ?? [] }

    /// Writes a line into the log.
    mutating func note(_ kind: LogEntry.Kind, _ text: String) {
        if kind == .error, let replay = asker.replayed { failedReplay = replay.number }
        log.append(LogEntry(seconds: now, kind: kind, text: text, line: asker.line))
        if log.isFollowing {
            log.position.go(to: log.entries.count - 1, count: log.entries.count, visible: logRows)
        }
    }

    /// Tells whether what one needs at first is on the screen.
    var isTourSeen: Bool { showsTour && TourOverlay.fits(size) }

    /// The key to press for a command in the pane in focus.
    func key(for command: Command) -> String { keymap.name(of: command, in: Scope(focus)) }

    /// Says something to the person.
    mutating func say(_ text: String) { notice = Notice(text: text) }

    /// Says what is wrong; of a session that is replayed, with the line.
    mutating func complain(_ text: String) {
        let line = asker.replayed.map { "\($0.chain): " } ?? ""
        notice = Notice(text: line + text, isError: true, asker: asker)
    }

    /// Says why a command has nothing to be done to: no error of a person at the keys, but one of a session's line.
    mutating func decline(_ text: String) {
        isDeclined = true
        if asker.replayed == nil { say(text) } else { complain(text) }
    }

    /// Says what is wrong in several places: each once in the log, and the first in the last line.
    mutating func complain(of problems: [String]) {
        for problem in problems { note(.error, problem) }
        guard let first = problems.first else { return }
        let more =
            problems.count > 1
            ? " And \(problems.count - 1) more: \(key(for: .focus(.log))) shows the log." : ""
        notice = Notice(text: first + more, isError: true, isPassing: true)
    }
}

/// A data set with what is worked out of it once.
struct LoadedDataset: Sendable {
    let dataset: Dataset
    /// The results of guessing on the test samples.
    let baselines: Baselines
    /// The distribution of its numbers.
    let statistics: DatasetStatistics

    init(_ dataset: Dataset) {
        self.dataset = dataset
        baselines = Baselines(dataset)
        statistics = DatasetStatistics(dataset)
    }
}
