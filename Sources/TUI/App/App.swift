import Datasets
import Training

/// The dashboard on a terminal: reads keys, moves the state, draws, and carries out what should happen.
public struct App: ~Copyable {
    /// The choices that the executable makes.
    public struct Options: Sendable {
        /// The experiment to show and train at first.
        public var experiment: Experiment
        /// The folders in which data files are looked for.
        public var locations: DataLocations
        /// The environment's variables: which terminal it is, and whether colours are wanted.
        public var environment: [String: String]
        /// The characters for lines and curves; by default those that suit the terminal.
        public var glyphs: Glyphs?
        /// The themes to choose from, the first to begin with.
        public var themes: [Theme]
        /// Finds the other themes, which are read after the first screen, and the problems in theme files.
        public typealias OtherThemes = @Sendable () -> (themes: [Theme], problems: [String])
        /// The other themes; none by default.
        public var otherThemes: OtherThemes?
        /// The settings in a person's config file.
        public var configuration: Configuration
        /// The state that the last session left.
        public var state: SavedState
        /// The places of the config file, the state and the runs.
        public var files: SettingFiles
        /// The data sets whose files are missing.
        public var downloads: [Dashboard.Download]
        /// The named experiments to choose from.
        public var experiments: [NamedExperiment] = []
        /// The one that the experiment is.
        public var named: NamedExperiment?
        /// The file to record the session in, if it is to be.
        public var recording: RecordingPlace?
        /// Tells whether each epoch waits until it is on the disk.
        public var isDurable = false
        /// Tells whether the experiment only stands in for the last one, whose data are not found.
        public var isStandIn = false
        /// The program's version, for the recording.
        public var version = ""

        /// The settings of the config file to compare with at the next start: the earlier ones where it could not be read.
        var configured: [String: String] {
            configuration.isUnread ? state.configured : configuration.named
        }

        /// Chooses options.
        public init(
            experiment: Experiment, locations: DataLocations, environment: [String: String],
            glyphs: Glyphs? = nil, themes: [Theme], configuration: Configuration = Configuration(),
            state: SavedState = SavedState(), downloads: [Dashboard.Download] = []
        ) {
            self.experiment = experiment
            self.locations = locations
            self.environment = environment
            self.glyphs = glyphs
            self.themes = themes
            self.configuration = configuration
            self.state = state
            files = SettingFiles(environment: environment)
            self.downloads = downloads
        }
    }

    /// The interval at which news of a run are drawn; keys are drawn at once.
    private static let frame = Duration.milliseconds(66)

    /// The time for which keys are taken in before something is drawn.
    private static let patience = Duration.milliseconds(30)
    /// News are never drawn more rarely.
    private static let longestFrame = Duration.milliseconds(250)

    private var terminal: Terminal
    private let mailbox: Mailbox
    private let world: World
    private var dashboard: Dashboard
    private let recorder: Recorder?
    private let files: SettingFiles
    /// The settings of the config file that the state belongs to: the earlier ones where it could not be read.
    private let configured: [String: String]
    private let otherThemes: Options.OtherThemes?
    /// The state to keep the last experiment of, where another stands in for it.
    private let awaited: SavedState?
    private let tmux: TmuxBuffer?
    private let clock = ContinuousClock()
    private let start = ContinuousClock.now
    /// The exit status, once the program is to end.
    private var status: Int32?

    /// Opens the dashboard and returns when it is left.
    ///
    /// - Parameter options: The choices that the executable makes.
    /// - Returns: The exit status: 0, 1 where something could not be written, or what shells expect after a signal.
    /// - Throws: A ``TerminalError`` where the terminal can't be used, and `Descriptors.Shortage`.
    public static func run(_ options: Options) throws -> Int32 {
        try Descriptors.beginSession()
        let (status, unwritten) = try open(options)
        guard !unwritten.isEmpty else { return status }
        let names = unwritten.map(\.harmless).joined(separator: ", ")
        StandardError.write(
            "nnboard: Not written, since it took more than 10 seconds: \(names). Check the disk, or the reader of the pipe."
        )
        return status == 0 ? 1 : status
    }

    /// Runs until it is left; the terminal is given back at the end.
    ///
    /// - Returns: The exit status, and the names of the files that could not be written.
    private static func open(_ options: Options) throws -> (status: Int32, unwritten: [String]) {
        // The terminal is given back where `app` ends.
        var app = try App(options)
        let status = app.loop()
        let unwritten = app.world.finishWriting()
        // A person whose terminal hung up, or whose program was ended from outside, has thrown nothing away.
        if status == 0 { app.world.forgetAll() } else { app.world.finishKeeping() }
        let isKept = app.keepState()
        return (status == 0 && !isKept ? 1 : status, unwritten)
    }

    private init(_ options: Options) throws {
        let environment = options.environment
        let codeset = Glyphs.codeset(in: environment)
        let suiting = Glyphs.suiting(terminal: environment["TERM"] ?? "", codeset: codeset)
        let terminal = try Terminal(environment: environment, isASCII: suiting == .ascii)
        // Put together before anything is stored: Swift 6.3 would destroy what is not yet there.
        let dashboard = Self.dashboard(options, suiting: suiting, size: terminal.size)
        recorder = try options.recording.map { try Recorder($0, dashboard, version: options.version) }
        for problem in options.configuration.problems {
            _ = recorder?.note(.complaint(problem), on: dashboard)
        }
        self.dashboard = dashboard
        self.terminal = terminal
        mailbox = Mailbox { Waker().wake() }
        world = World(
            mailbox: mailbox, locations: options.locations,
            runs: options.files.runs.map { KeptRuns(path: $0, isDurable: options.isDurable) })
        tmux = TmuxBuffer(environment: environment)
        files = options.files
        configured = options.configured
        otherThemes = options.otherThemes
        awaited = options.isStandIn ? options.state : nil
    }

    private static func dashboard(_ options: Options, suiting: Glyphs, size: Size) -> Dashboard {
        let (configuration, state) = (options.configuration, options.state)
        let beginning = Beginning(configuration, state)
        var dashboard = Dashboard(
            experiment: options.experiment, pace: beginning.pace, size: size,
            glyphs: options.glyphs ?? configuration.glyphs ?? suiting, downloads: options.downloads,
            experiments: options.experiments, named: options.named, themes: options.themes,
            keymap: configuration.keymap,
            layout: beginning.layout,
            history: LineHistory(state.history), showsTour: !state.hasSeenTour)
        dashboard.complain(of: configuration.problems)
        return dashboard
    }

    /// Keeps layout, theme and model for the next start, and complains where that can't be done.
    private func keepState() -> Bool {
        var state = dashboard.saved(standingInFor: awaited)
        state.configured = configured
        return files.keep(state)
    }

    private mutating func loop() -> Int32 {
        draw()
        // Only now: loading takes a processor, and the first screen would wait for it.
        world.perform(.load(dashboard.experiment.dataset, dashboard.experiment.preprocessing))
        world.findCutOff()
        if let otherThemes { world.find(otherThemes) }
        var nextFrame = clock.now
        var hasNews = false
        while true {
            // Without news there is nothing to draw, and the program sleeps until something happens.
            let timeout = hasNews ? max(.zero, nextFrame - clock.now) : nil
            terminal.wait(for: timeout)
            var isUrgent = false
            // A flood of keys must not keep the screen waiting; what is left of it comes in the next turn.
            let limit = clock.now + Self.patience
            while status == nil, clock.now < limit, let event = terminal.nextEvent() {
                take(.event(event))
                isUrgent = true
            }
            if let status { return status }
            if mailbox.hasNews { hasNews = true }
            guard isUrgent || (hasNews && clock.now >= nextFrame) else { continue }
            let began = clock.now
            for action in mailbox.drain() { take(action) }
            if let status { return status }
            draw()
            hasNews = false
            // Frames that are hard to draw, or a processor that others need, make news come more rarely.
            let now = clock.now
            nextFrame = now + max(Self.frame, min(Self.longestFrame, (now - began) * 40))
        }
    }

    private mutating func take(_ action: Action) {
        if case .event(.interrupt(let signal)) = action { status = signal.exitStatus }
        if case .event(.hangup) = action { status = Signal.hangup.exitStatus }
        dashboard.now = (clock.now - start) / .seconds(1)
        if let problem = recorder?.note(action, on: dashboard) { _ = dashboard.update(.complaint(problem)) }
        for effect in dashboard.update(action) {
            switch effect {
            case .quit: status = status ?? 0
            case .copy(let text, let what): copy(text, what)
            default: world.perform(effect)
            }
        }
    }

    private mutating func copy(_ text: String, _ what: String) {
        if let tmux, tmux.load(text) {
            take(.notice("Copied to tmux's buffer: \(what)."))
            return
        }
        switch terminal.copy(text) {
        // No terminal says whether it took it.
        case .sent: take(.notice("Sent to the terminal for its clipboard: \(what)."))
        case .tooLong:
            take(
                .complaint(
                    "That is too much for the clipboard (\(text.utf8.count / 1000) kB, at most "
                        + "\(Terminal.copyLimit / 1000)): \(dashboard.key(for: .export(.csv))) and "
                        + "\(dashboard.key(for: .export(.svg))) write files."))
        case .unknown:
            take(
                .complaint(
                    "This terminal has no way to the clipboard: \(dashboard.key(for: .export(.csv))) and "
                        + "\(dashboard.key(for: .export(.svg))) write files instead."))
        case .busy: take(.complaint("The terminal is busy: try again."))
        }
    }

    private mutating func draw() {
        terminal.draw(dashboard.draw(), theme: dashboard.theme)
    }
}
