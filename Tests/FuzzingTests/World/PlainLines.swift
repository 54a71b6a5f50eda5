@testable import Datasets
@testable import TUI
@testable import Training

/// Plain mode with a small world behind it.
struct PlainLines {
    private(set) var session: PlainSession
    private(set) var world = SmallWorld()

    private static let experiments = Array(ExperimentLibrary().experiments.prefix(2))

    /// A session over a data set that is yet to be loaded.
    ///
    /// - Parameters:
    ///   - name: One of ``SmallDatasets``.
    ///   - isInteractive: A person writes the lines, which are obeyed at once.
    init(_ name: String = "notes", isInteractive: Bool = false) {
        var experiment = Experiment(dataset: Term(name), model: Model(layers: []))
        (experiment.settings.validation, experiment.settings.epochs) = (6, 3)
        session = PlainSession(
            Dashboard(
                experiment: experiment, pace: .fullSpeed, size: Size(120, 60),
                experiments: Self.experiments,
                themes: [.dark, Theme(name: "nord")]),
            isInteractive: isInteractive)
    }

    /// The time, in seconds since the start.
    var now: Double {
        get { session.now }
        set { session.now = newValue }
    }

    /// Tells whether nothing is left to be done.
    var isDone: Bool { session.isDone }

    /// Loads the data set; returns the lines of it.
    @discardableResult
    mutating func open() async -> [String] {
        await carryOut(PlainSession.Outcome(effects: [.load(session.dashboard.experiment.dataset)]))
    }

    /// Takes a line; returns what is written, also because of what the line has brought about.
    @discardableResult
    mutating func take(_ line: String) async -> [String] { await carryOut(session.take(line: line)) }

    /// Lets every run train an epoch.
    @discardableResult
    mutating func tick() async -> [String] {
        var lines: [String] = []
        for action in world.tick() { lines += await carryOut(session.take(action)) }
        return lines
    }

    /// Ends the input, and lets everything under way come to its end.
    mutating func finish() async {
        _ = await carryOut(session.endInput())
        // A run has at most 100 epochs, and few lines can begin one each.
        for _ in 0..<2_000 {
            if session.isDone { return }
            await tick()
        }
    }

    private mutating func carryOut(_ outcome: PlainSession.Outcome) async -> [String] {
        var lines = outcome.lines
        var effects = outcome.effects[...]
        while let effect = effects.popFirst() {
            for action in await world.answers(to: effect) {
                let next = session.take(action)
                lines += next.lines
                effects += next.effects
            }
        }
        return lines
    }
}
