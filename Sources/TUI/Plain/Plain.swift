import Datasets
import Dispatch
import Glibc
import Training

/// The dashboard as lines of text: for screen readers, for logs, and for terminals that can't move their cursor.
///
/// Commands are read from standard input, one a line, as the command line of the dashboard takes them. No escape
/// sequence is ever written.
public enum Plain {
    /// Runs until it is left, or until standard input and all work under way have ended.
    ///
    /// - Parameters:
    ///   - options: The choices that the executable makes.
    ///   - script: The lines of a session's file, in the place of standard input.
    ///   - place: That file.
    ///   - opening: The line of it that has asked for the first data set.
    /// - Returns: The exit status: 0, 1 where the samples could not be loaded, a line that no person at a terminal wrote
    ///   could not be done or the state could not be kept, or what shells expect after a signal.
    /// - Throws: `Descriptors.Shortage`.
    public static func run(
        _ options: App.Options, script: [String]? = nil, from place: SessionPlace? = nil,
        opening: PlainLine? = nil
    ) throws -> Int32 {
        try Descriptors.beginSession()
        let isInteractive = script == nil && isatty(STDIN_FILENO) == 1
        let bell = DispatchSemaphore(value: 0)
        let input = PlainInput { bell.signal() }
        let mailbox = Mailbox { bell.signal() }
        let world = World(mailbox: mailbox, locations: options.locations)
        let output = PlainOutput(environment: options.environment, hasPrompt: isInteractive)
        var dashboard = dashboard(options)
        dashboard.ownScript = place
        var session = PlainSession(
            dashboard, isInteractive: isInteractive, isScript: script != nil, opening: opening,
            cutOff: script == nil ? options.files.runs.map(RunFolder.countCutOff) ?? 0 : 0)
        output.write(session.opening(version: options.version))
        let signals = input.listen()
        defer { withExtendedLifetime(signals) {} }
        world.perform(.load(options.experiment.dataset))
        if let script {
            for line in script { carryOut(session.take(line: line), world, output) }
            carryOut(session.endInput(), world, output)
        } else {
            input.open()
        }

        let clock = ContinuousClock()
        let start = clock.now
        while !session.isDone {
            output.prompt(session.isReady)
            bell.wait()
            session.now = (clock.now - start) / .seconds(1)
            for action in mailbox.drain() { carryOut(session.take(action), world, output) }
            for item in input.drain() {
                switch item {
                case .line(let line):
                    output.hasEntered()
                    carryOut(session.take(line: line), world, output)
                case .end: carryOut(session.endInput(), world, output)
                case .signal(let signal):
                    output.write(["Ended by a signal."])
                    _ = keepState(of: session, options)
                    return signal.exitStatus
                }
            }
        }
        output.prompt(false)
        let isKept = keepState(of: session, options)
        if let failure = session.failure { output.tell(failure) }
        return session.isSuccess && isKept ? 0 : 1
    }

    /// Large enough for all panes, so that no command finds one missing.
    private static let size = Size(120, 60)

    private static func dashboard(_ options: App.Options) -> Dashboard {
        let (configuration, state) = (options.configuration, options.state)
        // Nobody watches curves move, so nothing slows a run down.
        var pace = Pace.fullSpeed
        if let chosen = configuration.pace { pace = chosen }
        var dashboard = Dashboard(
            experiment: options.experiment, pace: pace, size: size, downloads: options.downloads,
            experiments: options.experiments, named: options.named,
            themes: options.themes, keymap: .withoutKeys, history: LineHistory(state.history))
        for problem in configuration.problems { _ = dashboard.update(.complaint(problem)) }
        return dashboard
    }

    private static func carryOut(_ outcome: PlainSession.Outcome, _ world: World, _ output: PlainOutput) {
        output.write(outcome.lines)
        for effect in outcome.effects {
            // The session asks for one at a time, and waits for the last.
            if case .snapshot(let id) = effect { world.sendSnapshot(of: id) } else { world.perform(effect) }
        }
    }

    /// Keeps the model for the next start, where a person has built it; a script's is its own.
    private static func keepState(of session: PlainSession, _ options: App.Options) -> Bool {
        guard session.isInteractive else { return true }
        var state = options.state
        let new = session.dashboard.saved(standingInFor: options.isStandIn ? options.state : nil)
        (state.experiment, state.hasOwnModel) = (new.experiment, new.hasOwnModel)
        state.configured = options.configured
        return options.files.keep(state)
    }
}
