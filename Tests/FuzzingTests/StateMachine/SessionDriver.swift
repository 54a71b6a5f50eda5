@testable import Datasets
@testable import TUI
@testable import Training

/// A session on the screen, and the same one in plain mode next to it.
///
/// All that the state machine test knows of the program is in this file: command texts go in, frames and printed lines
/// come out.
struct SessionDriver {
    private(set) var screen: ScreenView
    private var world = SmallWorld()
    private(set) var plain = PlainLines(isInteractive: true)
    /// The error that plain mode wrote for the last command; `nil` where it wrote none.
    private(set) var printedRefusal: String?

    /// Tells whether the last command asked the world for something, whose answer may be a refusal.
    private(set) var asksWorld = false

    /// Opens both on the same samples.
    init() async {
        screen = ScreenView(dashboard: plain.session.dashboard)
        await plain.open()
        await answer([.load(Term("notes"))])
    }

    /// Gives a command to both.
    mutating func perform(_ command: String) async {
        passTime()
        // Questions that the last command left open are given up.
        for _ in 0..<4 where screen.asks { screen.press("esc") }
        for _ in 0..<4 where plain.session.dashboard.overlay != nil { await plain.take("") }
        let effects = screen.perform(command)
        asksWorld = !effects.isEmpty
        await answer(effects)
        let lines = await plain.take(command)
        let sign = "error: "
        printedRefusal = lines.last { $0.hasPrefix(sign) }.map { String($0.dropFirst(sign.count)) }
    }

    /// Lets every run train an epoch.
    mutating func tick() async {
        passTime()
        for action in world.tick() { await answer(screen.update(action)) }
        await plain.tick()
    }

    /// The text of each pane in plain mode, with the pane's name.
    var printed: [(pane: String, lines: [String])] {
        PaneID.allCases.filter { $0 != .log }.map { ($0.rawValue, plain.session.dashboard.plain($0)) }
    }

    /// Moves the clocks of both: what may wait for a while is asked for at the same step.
    private mutating func passTime() {
        screen.now += 0.3
        plain.now = screen.now
    }

    private mutating func answer(_ effects: [Effect]) async {
        var effects = effects[...]
        while let effect = effects.popFirst() {
            for action in await world.answers(to: effect) { effects += screen.update(action) }
        }
    }
}

/// A dashboard, as far as one can look at it; a copy can be asked what a command or key would do.
struct ScreenView {
    fileprivate var dashboard: Dashboard

    /// The commands that only lead to other panes, lists and lines that ask for something.
    static let asking = [
        "help", "palette", "command", "tour", "theme choose", "experiments", "dataset", "search",
        "filter words",
        "filter class", "jump", "edit", "lessons", "lesson cross-entropy", "quit", "keys more",
    ]

    /// Every command that needs nothing more, but those of ``asking``.
    static let simple = ActionTable.simple.keys.filter { name in
        // A lesson lies over the panes, and hides what is said of other commands.
        !asking.contains(name) && !["lesson", "slide"].contains(where: name.hasPrefix)
    }.sorted()

    /// The time, in seconds since the start.
    fileprivate var now: Double {
        get { dashboard.now }
        set { dashboard.now = newValue }
    }

    fileprivate mutating func update(_ action: Action) -> [Effect] { dashboard.update(action) }

    /// Gives a command; returns the effects that somebody should answer.
    @discardableResult
    mutating func perform(_ command: String) -> [Effect] {
        guard let command = Command(command) else { return [] }
        dashboard.notice = nil
        return update(.command(command))
    }

    /// Tells whether a text is a command at all.
    static func isCommand(_ text: String) -> Bool { Command(text) != nil }

    /// Presses a key, named as in the key table.
    mutating func press(_ key: String) { if let key = Key(key) { _ = update(.event(.key(key))) } }

    mutating func resize(_ columns: Int, _ rows: Int) { _ = update(.event(.resize(Size(columns, rows)))) }

    /// Tells whether the last command wants the program to end.
    mutating func quits() -> Bool {
        perform("quit").contains { if case .quit = $0 { true } else { false } }
    }

    /// Tells whether a list, a line or a lesson lies over the panes.
    var asks: Bool { dashboard.overlay != nil }

    /// The refusal of the last command; `nil` where it was not.
    var refusal: String? { dashboard.notice.flatMap { $0.isError ? $0.text : nil } }

    /// The text of each pane but the log.
    var printed: [(pane: String, lines: [String])] {
        PaneID.allCases.filter { $0 != .log }.map { ($0.rawValue, dashboard.plain($0)) }
    }

    /// The experiment as its file would have it.
    var experiment: String { "\(dashboard.experiment.text)" }

    /// The whole screen, a line each.
    var frame: [String] { dashboard.draw().lines }
}
