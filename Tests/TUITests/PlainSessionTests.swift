import Datasets
import Testing

@testable import TUI
@testable import Training

/// The dashboard as a conversation of lines.
@Suite struct `A session in plain text` {
    private func session(
        isInteractive: Bool = false, isScript: Bool = false, cutOff: Int = 0
    ) -> PlainSession {
        .onFruit(isInteractive: isInteractive, isScript: isScript, cutOff: cutOff)
    }

    private func loaded(isInteractive: Bool = false, isScript: Bool = false) -> PlainSession {
        .withFruit(isInteractive: isInteractive, isScript: isScript)
    }

    /// A session with a run that has so many epochs.
    private func training(_ epochs: Int) throws -> (PlainSession, RunID) {
        var session = loaded()
        _ = session.take(line: "train")
        let id = try #require(session.dashboard.run?.id)
        for epoch in 0..<epochs { _ = session.take(.milestone(id, .epoch(Fixture.epoch(epoch + 1)))) }
        return (session, id)
    }

    @Test func `begins with the samples and the model, and is over when its input is`() {
        var session = session()
        #expect(session.opening(version: "1.0")[0] == "nnboard 1.0, in plain text.")
        #expect(session.endInput().lines == [])
        #expect(!session.isDone)
        let lines = session.take(.loaded(Fixture.dataset)).lines
        #expect(lines.contains { $0.hasPrefix("Data: made-up fruit") })
        #expect(lines.contains { $0.hasPrefix("Model: 3 layers") })
        #expect(session.isDone)
    }

    @Test(arguments: [(1, "A run was"), (3, "3 runs were")])
    func `says at first that runs of the dashboard were cut off`(count: Int, words: String) {
        let lines = session(cutOff: count).opening(version: "1.0")
        #expect(
            lines[1].hasPrefix(
                "\(words) left when the program was ended. Only the dashboard, nnboard without --plain, "))
        #expect(lines[2].hasPrefix("Loading "))
        #expect(session(isScript: true, cutOff: count).opening(version: "1.0")[1].hasPrefix("Loading "))
    }

    @Test(arguments: ["reopen", "discard"])
    func `leaves runs that were cut off to the dashboard`(line: String) {
        var session = session(isInteractive: true, cutOff: 1)
        _ = session.take(.loaded(Fixture.dataset))
        #expect(session.take(line: line).lines.first?.hasPrefix("error: Only the dashboard, ") == true)
    }

    @Test func `obeys a script only once the samples are there`() {
        var session = session()
        #expect(session.take(line: "select test 4").lines == [])
        let lines = session.take(.loaded(Fixture.dataset)).lines
        #expect(lines.contains { $0.hasPrefix("test 4: ") })
    }

    @Test func `obeys a person while a run goes on, and shows no prompt until it has ended`() throws {
        var session = loaded(isInteractive: true)
        #expect(session.isReady)
        _ = session.take(line: "train")
        #expect(!session.isReady)
        #expect(session.take(line: "change epochs(3)").lines.contains("epochs: 3"))
    }

    @Test func `says what a command has changed and nothing else`() {
        var session = loaded()
        let changed = session.take(line: "change epochs(3)").lines
        #expect(changed == ["epochs: 3"])
        #expect(session.take(line: "move down").lines.first?.hasPrefix("train 101: ") == true)
        #expect(session.take(line: "focus model").lines.first?.hasPrefix("Model: ") == true)
        #expect(session.take(line: "show data").lines.first?.hasPrefix("Data: ") == true)
        #expect(session.take(line: "   ").lines == [])
        #expect(session.take(line: "# a remark").lines == [])
    }

    @Test func `answers a mistake with what would do`() {
        var session = loaded(isInteractive: true)
        #expect(
            session.take(line: "trian").lines == ["error: There is no command “trian”. Did you mean “train”?"]
        )
        #expect(session.take(line: "show fruit").lines.first?.hasPrefix("error: Write show data, ") == true)
    }

    @Test func `names the line of a mistake where nobody sees it above`() {
        var session = loaded()
        _ = session.take(line: "# a remark")
        #expect(
            session.take(line: " trian ").lines == [
                "error: line 2, “trian”: There is no command “trian”. Did you mean “train”?"
            ])
        #expect(
            session.take(line: "select test 99999").lines.first?.hasPrefix(
                "error: line 3, “select test 99999”: There is no test 99999") == true)
        #expect(session.take(line: "change epochs(3)").lines == ["epochs: 3"])
    }

    @Test(arguments: ["again", "branch", "more 5", "undo", "epoch 3"])
    func `ends a file at a line that has nothing to be done to`(line: String) {
        var session = loaded(isScript: true)
        let lines = session.take(line: line).lines
        #expect(lines.first == "> \(line)")
        #expect(lines.last?.hasPrefix("error: line 1, “\(line)”: ") == true, "\(lines)")
        #expect(session.failure?.hasPrefix("line 1, “\(line)”: ") == true && session.isOver)
        #expect(session.take(line: "change epochs(3)").lines == [])
    }

    @Test(arguments: ["save fruit", "more 5", "branch", "epoch 3"])
    func `names commands in the place of keys`(line: String) {
        var session = loaded(isInteractive: true)
        #expect(session.take(line: line).lines.last?.contains("“train” train") == true)
    }

    @Test func `lists every action as a command`() {
        var session = loaded()
        let lines = session.take(line: "help").lines
        for entry in ActionTable.actions {
            #expect(lines.contains("  \(entry.text): \(entry.help)"), "\(entry.text)")
        }
        #expect(session.take(line: "help layer").lines.allSatisfy { !$0.contains("theme") })
    }

    @Test func `tells epochs as they end, and the verdict at the end`() throws {
        var (session, id) = try training(12)
        let line = session.take(.milestone(id, .epoch(Fixture.epoch(13)))).lines
        #expect(line.count == 1)
        #expect(line[0].hasPrefix("epoch 13/20: loss 0.3462, accuracy 0.9577; validation loss 0."))
        _ = session.take(.milestone(id, .finished(History(epochs: (1...13).map(Fixture.epoch)))))
        let verdict = session.take(.tested(id, Metrics(loss: 0.957, values: [.init(.accuracy, 0.7967)])))
            .lines
        #expect(verdict.contains { $0.hasPrefix("Overfitting: ") })
        #expect(verdict.last?.hasPrefix("Test: loss 0.9570, accuracy 0.7967; ") == true)
    }

    @Test func `tells of a replayed line that fails, whatever news lets it be done`() throws {
        var (session, id) = try training(1)
        _ = session.take(line: "session replay bad.session")
        _ = session.hear(.read("part test\ntrian\n", SessionPlace("bad.session")))
        let history = History(epochs: [Fixture.epoch(1)])
        var lines = session.take(.milestone(id, .stopped(history))).lines
        let snapshot = Fixture.snapshot(session.dashboard.experiment.model, epochs: 1)
        lines += session.take(.snapshot(id, snapshot)).lines
        lines += session.take(.tested(id, Metrics(loss: 1))).lines
        #expect(session.dashboard.notice?.text.hasPrefix("bad.session, line 2: ") == true)
        let error =
            "error: line 2, “session replay bad.session”: bad.session, line 2: There is no command “trian”."
        #expect(lines.filter { $0.hasPrefix("error: ") }.map { $0.hasPrefix(error) } == [true], "\(lines)")
    }

    @Test func `answers a word that nothing has in one line`() {
        var session = loaded(isInteractive: true)
        #expect(
            session.take(line: "frobnicate").lines == [
                "error: There is no command “frobnicate”. “help” lists them."
            ])
    }

    @Test func `lets a script wait for a run, its weights and its test`() throws {
        var (session, id) = try training(1)
        #expect(session.take(line: "wait 3").lines.first?.hasSuffix("Write wait.") == true)
        #expect(session.take(line: "wait").lines == [])
        #expect(session.take(line: "show inspector").lines == [])
        _ = session.endInput()
        let end = session.take(.milestone(id, .finished(History(epochs: [Fixture.epoch(1)]))))
        #expect(end.lines.contains("run 1: finished after 1 epoch"))
        _ = session.take(.tested(id, Metrics(loss: 1)))
        #expect(!session.isDone)
        var lines: [String] = []
        // One for what was asked first, and one for what was asked since.
        for _ in 0..<2 {
            let snapshot = Fixture.snapshot(session.dashboard.experiment.model, epochs: 1)
            lines += session.take(.snapshot(id, snapshot)).lines
        }
        #expect(lines.first?.hasPrefix("Inspector: ") == true)
        #expect(session.isDone)
    }

    @Test func `asks for weights one at a time`() throws {
        var (session, id) = try training(0)
        func asks(_ outcome: PlainSession.Outcome) -> Bool {
            outcome.effects.contains { if case .snapshot = $0 { true } else { false } }
        }
        let first = session.take(.milestone(id, .started(epochs: 20, batchesPerEpoch: 1)))
        let second = session.take(.milestone(id, .epoch(Fixture.epoch(1))))
        let third = session.take(.milestone(id, .epoch(Fixture.epoch(2))))
        let answer = session.take(
            .snapshot(id, Fixture.snapshot(session.dashboard.experiment.model, epochs: 0)))
        #expect(asks(first) && !asks(second) && !asks(third) && asks(answer))
    }

    @Test func `quits only when the files that were asked for are written`() {
        var session = loaded()
        _ = session.take(line: "keras model.py")
        _ = session.take(line: "quit")
        #expect(!session.isDone)
        _ = session.hear(.failed("The disk is full."))
        #expect(session.isDone)
    }

    @Test func `asks what a command needs to know, and takes the next line for the answer`() {
        var session = loaded(isInteractive: true)
        _ = session.take(line: "focus model")
        #expect(session.take(line: "edit").lines == ["units (now 64)? An empty line leaves all as it was."])
        let refused = session.take(line: "many").lines
        #expect(refused.first?.hasPrefix("error: units is a whole number") == true)
        #expect(refused.last == "units (now 64)? An empty line leaves all as it was.")
        #expect(session.take(line: "12").lines.contains { $0.contains("12  relu") })
        #expect(session.dashboard.overlay == nil)
        let menu = session.take(line: "filter class").lines
        #expect(menu.contains("  2 0 apple"))
        #expect(session.take(line: "3").lines.contains { $0.contains("with 1 fig") })
        #expect(session.take(line: "filter words").lines.last?.hasPrefix("words?") == true)
        #expect(session.take(line: "golden").lines.contains { $0.contains("“golden”") })
    }

    @Test func `asks a person before a run is lost`() {
        var session = loaded(isInteractive: true)
        _ = session.take(line: "train")
        #expect(
            session.take(line: "quit").lines == ["A run is under way. Quit and lose it? Write yes or no."])
        #expect(session.take(line: "no").effects.quits == false)
        _ = session.take(line: "quit")
        #expect(session.take(line: "yes").effects.quits)
        #expect(session.isOver)
    }

    @Test func `writes what would be copied`() {
        var session = loaded()
        #expect(session.take(line: "copy csv").lines.first == "number,label,name,words")
    }
}
