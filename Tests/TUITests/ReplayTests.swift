import Datasets
import Synchronization
import Testing

@testable import TUI
@testable import Training

/// Sessions in memory, on real training: recorded as they happen, and replayed.
@Suite(.serialized, .timeLimit(.minutes(10))) struct `A replayed session` {
    /// Wakes whoever waits for a mailbox to have something; a call before the wait counts, too.
    private final class News: Sendable {
        private let (stream, continuation) = AsyncStream.makeStream(
            of: Void.self, bufferingPolicy: .bufferingNewest(1))

        func tell() { continuation.yield() }

        func wait() async { for await _ in stream { return } }
    }

    /// The dashboard with the world behind it, as the program has it, written down as it changes.
    private struct Live {
        var dashboard: Dashboard
        let news: News
        let mailbox: TUI.Mailbox
        let world: World
        var steps: [SessionStep] = []

        init(_ start: SessionStart) {
            dashboard = Replay.dashboard(start, themes: [.dark], locations: noFiles)
            let news = News()
            self.news = news
            mailbox = TUI.Mailbox { news.tell() }
            world = World(mailbox: mailbox, locations: noFiles)
            world.perform(.load(dashboard.experiment.dataset))
        }

        mutating func take(_ action: Action) {
            dashboard.now += 0.01
            if let content = SessionStep.Content.line(of: action, on: dashboard) {
                steps.append(
                    SessionStep(milliseconds: Int((dashboard.now * 1000).rounded()), content: content))
            }
            for effect in dashboard.update(action) { world.perform(effect) }
        }

        mutating func press(_ keys: String) {
            for key in Key.list(keys) { take(.event(.key(key))) }
        }

        /// Takes all that comes in, until something holds.
        mutating func until(_ holds: (Dashboard) -> Bool) async throws {
            while true {
                for action in mailbox.drain() { take(action) }
                if holds(dashboard) { return }
                await news.wait()
            }
        }

        /// Takes what is still on its way, and what comes of that.
        mutating func settle() async {
            while true {
                // In this order: once nothing is owed, the mailbox holds all that will come.
                let isAll = world.owesNothing
                let actions = mailbox.drain()
                for action in actions { take(action) }
                if isAll, actions.isEmpty { return }
                // Not all news are told of as they end.
                await Task.yield()
            }
        }
    }

    private static let noFiles = DataLocations(option: nil, environment: ["HOME": "/nonexistent"])

    private static func start(_ more: String = "") throws -> SessionStart {
        try SessionFile(
            text: """
                set size = 120x40
                set tour = seen
                set pace = epochs_per_second(20)
                set own model = yes
                set experiment = dataset = sample(num_words=200, test_split=0.9)
                set experiment = layers = dense(8, activation=relu), dense(46, activation=softmax)
                set experiment = validation = 100
                set experiment = epochs = 4
                set experiment = batch_size = 128
                \(more)
                """
        ).start
    }

    /// Replays steps to their end.
    private static func replay(
        _ steps: [SessionStep], _ start: SessionStart,
        keep: @escaping (PictureRequest, Dashboard) -> Void = { _, _ in }
    ) async throws -> Dashboard {
        let news = News()
        let mailbox = TUI.Mailbox { news.tell() }
        let world = World(mailbox: mailbox, locations: noFiles)
        var player = Player(
            steps, on: Replay.dashboard(start, themes: [.dark], locations: noFiles), world: world,
            mailbox: mailbox, speed: 0, keep: keep)
        while case .news = try player.play(now: 0) { await news.wait() }
        return player.dashboard
    }

    private static func expect(
        _ one: Dashboard, toLookLike other: Dashboard, sourceLocation: SourceLocation = #_sourceLocation
    ) {
        for (left, right) in zip(one.draw().lines, other.draw().lines) {
            #expect(left == right, sourceLocation: sourceLocation)
        }
    }

    @Test func `ends on the same screen after a run that was watched`() async throws {
        let start = try Self.start()
        var live = Live(start)
        try await live.until { $0.dataset != nil }
        live.press("l l j j 4")
        live.press("space")
        try await live.until { $0.run?.history.epochs.count == 2 }
        live.press("o 3")
        try await live.until { $0.run?.test != nil && $0.run?.snapshot?.epochs == 4 }
        await live.settle()
        let file = try SessionFile(text: SessionFile(start: start, steps: live.steps).text)
        let replayed = try await Self.replay(file.steps, file.start)
        Self.expect(replayed, toLookLike: live.dashboard)
        #expect(replayed.run?.history == live.dashboard.run?.history)
        #expect(replayed.probabilities == live.dashboard.probabilities)
    }

    @Test func `shows the same in the middle of a run that was paused and stopped`() async throws {
        let start = try Self.start()
        var live = Live(start)
        try await live.until { $0.dataset != nil }
        live.press("b")
        try await live.until { $0.run?.status == .paused && $0.run?.snapshot?.batches == 1 }
        let one = (live.steps, live.dashboard)
        live.press("e")
        try await live.until { $0.run?.status == .paused && $0.run?.snapshot?.epochs == 1 }
        live.press("space")
        try await live.until { ($0.run?.progress?.epoch ?? 0) >= 2 }
        live.press("s")
        try await live.until { dashboard in
            guard let run = dashboard.run else { return false }
            return run.status == .stopped && run.test != nil
        }
        await live.settle()
        Self.expect(try await Self.replay(one.0, start), toLookLike: one.1)
        let replayed = try await Self.replay(live.steps, start)
        Self.expect(replayed, toLookLike: live.dashboard)
        #expect(replayed.run?.history == live.dashboard.run?.history)
    }

    @Test func `trains just as far as its lines want, and takes its times from them`() async throws {
        let file = try SessionFile(
            text: """
                data loaded
                key space
                run 1 epoch 3 in 0.5 s
                run 1 weights 3+2
                picture middle
                run 1 finished in 0.5 s
                run 1 weights 4+0
                run 1 tested
                """)
        let middle = Mutex<Dashboard?>(nil)
        let replayed = try await Self.replay(file.steps, try Self.start()) { _, dashboard in
            middle.withLock { $0 = dashboard }
        }
        let run = try #require(middle.withLock { $0 }?.run)
        #expect(run.history.epochs.map(\.seconds) == [0.5, 0.5, 0.5])
        #expect(run.snapshot?.epochs == 3 && run.snapshot?.batches == 2)
        #expect(run.status == .running)
        #expect(replayed.run?.history.seconds == 2)
        #expect(replayed.run?.test != nil)
    }

    @Test(arguments: [
        ("data loaded\nkey space\nrun 1 epoch 9", 3, "it ended after 4 epochs"),
        ("data loaded\nrun 1 started", 2, "there is none"),
        ("data loaded\ndata loaded", 2, "nothing is being loaded"),
        ("data loaded\nkey space\nrun 1 tested", 3, "it is under way"),
    ])
    func `says in which line it waits for what never comes`(text: String, line: Int, reason: String)
        async throws
    {
        let file = try SessionFile(text: text)
        let start = try Self.start()
        let error = await #expect(throws: SessionFileError.self) { try await Self.replay(file.steps, start) }
        #expect(error?.line == line)
        #expect(error?.reason.contains(reason) == true, "\(String(describing: error))")
    }

    @Test func `touches nothing outside: no file is written, nothing is downloaded`() async throws {
        let file = try SessionFile(
            text: """
                data loaded
                key F
                download 0.5
                download failed "no net"
                key C
                notice "Written to nnboard-data-1.csv."
                """)
        let replayed = try await Self.replay(file.steps, try Self.start("set download = reuters"))
        #expect(replayed.notice?.text == "Written to nnboard-data-1.csv.")
        #expect(replayed.log.entries.contains { $0.text == "no net" })
    }

    @Test func `keeps to the times it was recorded at, but makes no long pause`() throws {
        let steps = try SessionFile(text: "0 key j\n300 key j\n60000 key j").steps
        let mailbox = TUI.Mailbox {}
        let world = World(mailbox: mailbox, locations: Self.noFiles)
        for (speed, first, second) in [(1.0, 0.3, 1.3), (2.0, 0.15, 0.65)] {
            var player = Player(
                steps, on: Replay.dashboard(try Self.start(), themes: [], locations: Self.noFiles),
                world: world,
                mailbox: mailbox, speed: speed)
            #expect(try player.play(now: 0) == .time(first))
            #expect(try player.play(now: first) == .time(second))
            #expect(try player.play(now: second) == .end(stays: false))
        }
    }
}
