import Datasets
import Training

/// The dashboard on a terminal: reads keys, moves the state, draws, and carries out what should happen.
public struct App: ~Copyable {
    /// What the executable decides.
    public struct Options: Sendable {
        /// What to show and train at first.
        public var experiment: Experiment
        /// Where data files are looked for.
        public var locations: DataLocations
        /// The environment's variables: which terminal it is, and whether colours are wanted.
        public var environment: [String: String]
        /// How lines and curves are drawn; by default as suits the terminal.
        public var glyphs: Glyphs?
        /// The themes to go through, the first to begin with.
        public var themes: [Theme]
        /// What could be downloaded in place of the experiment's data set.
        public var download: Dashboard.Download?

        /// Chooses options.
        public init(
            experiment: Experiment, locations: DataLocations, environment: [String: String],
            glyphs: Glyphs? = nil, themes: [Theme], download: Dashboard.Download? = nil
        ) {
            self.experiment = experiment
            self.locations = locations
            self.environment = environment
            self.glyphs = glyphs
            self.themes = themes
            self.download = download
        }
    }

    /// How often news of a run are drawn; keys are drawn at once.
    private static let frame = Duration.milliseconds(66)

    private var terminal: Terminal
    private let mailbox: Mailbox
    private let world: World
    private var dashboard: Dashboard
    private var themes: [Theme]
    /// The exit status, once the program is to end.
    private var status: Int32?

    /// Opens the dashboard and returns when it is left.
    ///
    /// - Parameter options: What the executable decides.
    /// - Returns: The exit status: 0, or what shells expect after a signal.
    /// - Throws: A ``TerminalError`` where the terminal can't be used.
    public static func run(_ options: Options) throws -> Int32 {
        // The terminal is given back where `app` ends.
        var app = try App(options)
        return app.loop()
    }

    private init(_ options: Options) throws {
        let environment = options.environment
        let codeset = Glyphs.codeset(in: environment)
        let suiting = Glyphs.suiting(terminal: environment["TERM"] ?? "", codeset: codeset)
        terminal = try Terminal(environment: environment, isASCII: suiting == .ascii)
        mailbox = Mailbox { Waker().wake() }
        world = World(mailbox: mailbox, locations: options.locations)
        themes = options.themes
        dashboard = Dashboard(
            experiment: options.experiment, size: terminal.size, glyphs: options.glyphs ?? suiting,
            download: options.download)
    }

    private mutating func loop() -> Int32 {
        let clock = ContinuousClock()
        draw()
        // Only now: loading takes a processor, and the first screen would wait for it.
        world.perform(.load(dashboard.experiment.dataset))
        var nextFrame = clock.now
        var hasNews = false
        while true {
            // Without news there is nothing to draw, and the program sleeps until something happens.
            let timeout = hasNews ? max(.zero, nextFrame - clock.now) : nil
            terminal.wait(for: timeout)
            var isUrgent = false
            while let event = terminal.nextEvent() {
                take(.event(event))
                isUrgent = true
            }
            if let status { return status }
            if mailbox.hasNews { hasNews = true }
            guard isUrgent || (hasNews && clock.now >= nextFrame) else { continue }
            for action in mailbox.drain() { take(action) }
            if let status { return status }
            draw()
            hasNews = false
            nextFrame = clock.now + Self.frame
        }
    }

    private mutating func take(_ action: Action) {
        if case .event(.interrupt(let signal)) = action { status = signal.exitStatus }
        if case .event(.hangup) = action { status = Signal.hangup.exitStatus }
        for effect in dashboard.update(action) {
            switch effect {
            case .quit: status = status ?? 0
            case .nextTheme: nextTheme()
            default: world.perform(effect)
            }
        }
    }

    private mutating func nextTheme() {
        guard themes.count > 1 else {
            take(.notice("There is no other theme."))
            return
        }
        themes.append(themes.removeFirst())
        take(.notice("Theme: \(themes[0].name)."))
    }

    private mutating func draw() {
        terminal.draw(dashboard.draw(), theme: themes[0])
    }
}
