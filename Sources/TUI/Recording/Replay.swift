import Datasets
import Dispatch
import Training

/// Replays a recorded session: on the terminal, or without one into pictures.
public enum Replay {
    /// The session to replay, and the way to replay it.
    public struct Options: Sendable {
        /// The session's file.
        public var path: String
        /// The speed compared with the recording; 0 for without any pause.
        public var speed: Double
        /// The folder that pictures go to; with one, no terminal is needed and no pause is made.
        public var pictures: String?

        /// Chooses options.
        public init(path: String, speed: Double = 1, pictures: String? = nil) {
            self.path = path
            self.speed = speed
            self.pictures = pictures
        }
    }

    /// Larger files are none of ours.
    private static let largest = 1 << 28

    /// Replays a session from beginning to end.
    ///
    /// The session's beginning comes from its file; the options give the folders of data, the themes and the
    /// environment.
    ///
    /// - Parameters:
    ///   - session: The session to replay, and the way to replay it.
    ///   - options: The choices that the executable makes.
    /// - Returns: The exit status.
    /// - Throws: `FileError`, ``SessionFileError``, ``TerminalError``, `Descriptors.Shortage`, and the error of a picture that can't be
    ///   kept.
    public static func run(_ session: Options, _ options: App.Options) throws -> Int32 {
        try Descriptors.beginSession()
        let file = try read(session.path)
        let status = try replay(file, session, options)
        if let line = file.cut {
            StandardError.write(
                "nnboard: \(session.path.harmless) ends early, in line \(line): it was replayed as far as it is whole."
            )
        }
        return status
    }

    private static func replay(
        _ file: SessionFile, _ session: Options, _ options: App.Options
    ) throws -> Int32 {
        let dashboard = dashboard(file.start, themes: options.themes, locations: options.locations)
        guard let path = session.pictures else { return try show(file, dashboard, session.speed, options) }
        let folder = PictureFolder(path: path, themes: options.themes)
        let bell = DispatchSemaphore(value: 0)
        let mailbox = Mailbox { bell.signal() }
        var player = Player(
            file.steps, on: dashboard, world: World(mailbox: mailbox, locations: options.locations),
            mailbox: mailbox, speed: 0, keep: folder.keep)
        while case .news = try player.play(now: 0) { bell.wait() }
        return 0
    }

    private static func read(_ path: String) throws -> SessionFile {
        try SessionFile(text: String(textFile: WholeFile.readStream(path, atMost: largest)))
    }

    /// The dashboard as it was when the session began.
    static func dashboard(_ start: SessionStart, themes: [Theme], locations: DataLocations) -> Dashboard {
        // A theme of somebody else's may be missing here; the session is the same in another.
        let chosen = themes.filter { $0.name == start.state.theme }
        let rest = themes.filter { $0.name != start.state.theme }
        let preferred = Experiment(
            dataset: Term(Catalog.preferred(in: locations).name), model: Model(layers: []))
        let downloads = start.downloads.compactMap { try? Catalog.entry(named: $0) }
        return Dashboard(
            experiment: start.state.experiment ?? preferred, pace: start.state.pace ?? .epochsPerSecond(5),
            size: start.size, glyphs: start.glyphs,
            downloads: downloads.map(Dashboard.Download.init), experiments: ExperimentLibrary().experiments,
            themes: chosen + rest,
            keymap: start.keymap, layout: start.state.layout ?? LayoutState(),
            history: LineHistory(start.state.history),
            showsTour: !start.state.hasSeenTour)
    }

    private static func show(
        _ file: SessionFile, _ dashboard: Dashboard, _ speed: Double, _ options: App.Options
    ) throws -> Int32 {
        let environment = options.environment
        let suiting = Glyphs.suiting(
            terminal: environment["TERM"] ?? "", codeset: Glyphs.codeset(in: environment))
        var terminal = try Terminal(environment: environment, isASCII: suiting == .ascii)
        let mailbox = Mailbox { Waker().wake() }
        var player = Player(
            file.steps, on: dashboard, world: World(mailbox: mailbox, locations: options.locations),
            mailbox: mailbox, speed: speed)
        let clock = ContinuousClock()
        let start = clock.now
        while true {
            let wait = try player.play(now: (clock.now - start) / .seconds(1))
            terminal.draw(player.dashboard.draw().placed(in: terminal.size), theme: player.dashboard.theme)
            switch wait {
            case .end(stays: false): return 0
            case .end(stays: true), .news: terminal.wait()
            case .time(let due): terminal.wait(for: .seconds(due) - (clock.now - start))
            }
            while let event = terminal.nextEvent() {
                if case .interrupt(let signal) = event { return signal.exitStatus }
                if Player.ends(event) { return 0 }
            }
        }
    }
}

extension Canvas {
    /// The canvas at the upper left of a screen of another size, which is blank elsewhere.
    fileprivate func placed(in screen: Size) -> Canvas {
        guard size != screen else { return self }
        var placed = Canvas(screen)
        for row in 0..<min(size.rows, screen.rows) {
            for column in 0..<min(size.columns, screen.columns) { placed[column, row] = self[column, row] }
            // A part of a wide character is none.
            guard self[screen.columns, row].isRightHalf else { continue }
            var column = screen.columns - 1
            while column > 0, self[column, row].isRightHalf {
                placed[column, row] = Cell()
                column -= 1
            }
            placed[column, row] = Cell()
        }
        placed.cursor = cursor
        return placed
    }
}
