import Datasets
import Testing

@testable import TUI
@testable import Training

/// Panes whose words the network must be asked for first.
@Suite struct `Answers in plain text` {
    /// A session with a run that has ended after so many epochs, its weights and its test.
    private func finished(
        _ epochs: Int = 2, isInteractive: Bool = false, isScript: Bool = false
    ) throws -> PlainSession {
        var session = PlainSession.withFruit(isInteractive: isInteractive, isScript: isScript)
        _ = session.take(line: "train")
        let id = try #require(session.dashboard.run?.id)
        let records = (1...epochs).map(Fixture.epoch)
        for record in records { _ = session.take(.milestone(id, .epoch(record))) }
        _ = session.take(.milestone(id, .finished(History(epochs: records))))
        _ = session.take(.tested(id, Metrics(loss: 1)))
        for _ in 0..<2 {
            _ = session.take(
                .snapshot(id, Fixture.snapshot(session.dashboard.experiment.model, epochs: epochs)))
        }
        try #require(!session.isBusy)
        return session
    }

    /// The invented answer to what the session's results pane has asked.
    private func evaluation(for session: PlainSession) throws -> Action {
        let asked = try #require(session.dashboard.known.asked)
        let results = ResultsFixture.results(Fixture.dataset, asked)
        return .found(.results(.evaluation(PartEvaluation(asked, .classes(results)))))
    }

    @Test(arguments: ["results matrix", "results topics", "focus results", "show results"])
    func `lines of a file wait for results, which are told once they are known`(line: String) throws {
        var session = try finished(isScript: true)
        #expect(session.take(line: line).lines == ["> \(line)"])
        #expect(session.take(line: "focus data").lines == [])
        let lines = try session.take(evaluation(for: session)).lines
        let told = try #require(lines.firstIndex { $0.contains(" of test, epoch 2: accuracy ") })
        #expect(try told < #require(lines.firstIndex(of: "> focus data")))
        #expect(lines.filter { $0.hasPrefix("Results: ") }.count == 1)
    }

    @Test func `lines of a pipe wait for each pane that is asked for`() throws {
        var session = try finished()
        _ = session.take(line: "epoch 1")
        #expect(session.take(line: "show inspector").lines == [])
        #expect(session.take(line: "show results").lines == [])
        let run = try #require(session.dashboard.run)
        let snapshot = Fixture.snapshot(run.experiment.model, epochs: 1)
        let lines = session.take(.recalled(run.id, Moment(epochs: 1), snapshot)).lines
        #expect(lines.first?.hasPrefix("Inspector: ") == true)
        #expect(!lines.contains { $0.hasPrefix("Results: ") })
        #expect(try session.take(evaluation(for: session)).lines.first == "Results: matrix of test.")
    }

    @Test func `a pane that is not on the screen is told of the sample one is on`() throws {
        var session = try finished()
        _ = session.take(line: "view words")
        _ = session.take(line: "results matrix")
        _ = try session.take(evaluation(for: session))
        _ = session.take(line: "select test 5")
        let hidden = session.take(line: "show inspector").lines
        let seen = session.take(line: "focus inspector").lines
        #expect(hidden == seen && hidden.count > 3)
    }

    @Test func `other news during a run are no answer for the inspector`() throws {
        var session = PlainSession.withFruit(isInteractive: true)
        _ = session.take(line: "train")
        let id = try #require(session.dashboard.run?.id)
        _ = session.take(.milestone(id, .started(epochs: 20, batchesPerEpoch: 1)))
        _ = session.take(.milestone(id, .epoch(Fixture.epoch(1))))
        _ = session.take(.snapshot(id, Fixture.snapshot(session.dashboard.experiment.model, epochs: 1)))
        #expect(session.take(line: "view nearest").lines == ["Inspector: the network is being asked."])
        _ = session.take(line: "keras f.py")
        let told = session.hear(.done("It is written.")).lines
        #expect(!told.contains { $0.hasPrefix("Inspector: ") })
        #expect(session.awaited == [.inspector])
    }

    @Test func `a search for label errors hides no other results`() throws {
        var session = try finished(isInteractive: true)
        _ = session.take(line: "results matrix")
        _ = try session.take(evaluation(for: session))
        _ = session.take(line: "results suspects")
        _ = session.take(line: "results open")
        #expect(session.take(line: "show results").lines.contains { $0.hasPrefix("Training ") })
        #expect(session.take(line: "results matrix").lines.first == "Results: matrix of test.")
    }

    @Test func `a question about a run that is gone is waited for no longer`() throws {
        var session = PlainSession.withFruit()
        _ = session.take(line: "step batch")
        let id = try #require(session.dashboard.run?.id)
        _ = session.take(.milestone(id, .started(epochs: 20, batchesPerEpoch: 2)))
        _ = session.take(.milestone(id, .paused))
        _ = session.take(.snapshot(id, Fixture.snapshot(session.dashboard.experiment.model, epochs: 0)))
        _ = session.take(line: "results matrix")
        let answer = try evaluation(for: session)
        var dashboard = session.dashboard
        _ = dashboard.update(.command(.stop))
        _ = dashboard.update(.milestone(id, .stopped(History())))
        _ = dashboard.update(.command(.train))
        #expect(dashboard.run?.id != id)
        _ = dashboard.update(answer)
        #expect(!dashboard.isEvaluating)
    }

    @Test func `a person is told at once that the network is asked, and then its answer`() throws {
        var session = try finished(isInteractive: true)
        #expect(session.take(line: "results matrix").lines == ["Results: the network is being asked."])
        #expect(try session.take(evaluation(for: session)).lines.first == "Results: matrix of test.")
        #expect(session.take(line: "results topics").lines.first?.hasPrefix("Results: by fruit") == true)
    }

    @Test func `a file ends only with the answer to its last line`() throws {
        var session = try finished(isScript: true)
        _ = session.take(line: "results matrix")
        _ = session.endInput()
        #expect(!session.isDone)
        #expect(try session.take(evaluation(for: session)).lines.contains { $0.contains("accuracy") })
        #expect(session.isDone)
    }

    @Test func `another epoch moves the pane that is told, after its weights are there`() throws {
        var session = try finished(isScript: true)
        _ = session.take(line: "focus results")
        _ = try session.take(evaluation(for: session))
        #expect(session.take(line: "epoch 1").lines == ["> epoch 1"])
        let run = try #require(session.dashboard.run)
        let snapshot = Fixture.snapshot(run.experiment.model, epochs: 1)
        #expect(session.take(.recalled(run.id, Moment(epochs: 1), snapshot)).lines == [])
        let lines = try session.take(evaluation(for: session)).lines
        #expect(lines.contains { $0.contains(" of test, epoch 1: accuracy ") })
    }

    @Test func `another epoch is told in a line where no pane is that shows it`() throws {
        var session = try finished()
        _ = session.take(line: "focus data")
        #expect(session.take(line: "epoch 1").lines == ["All panes show epoch 1."])
        #expect(session.take(line: "epoch newest").lines == ["All panes show the newest weights."])
    }

    @Test func `likely label errors are listed once they are found`() throws {
        var session = try finished(isScript: true)
        _ = session.take(line: "results suspects")
        _ = session.take(line: "results open")
        let job = try #require(session.dashboard.known.lookingJob)
        #expect(session.take(line: "focus data").lines == [])
        let lines = session.take(.found(.results(.lookingFailed("no room", job: job)))).lines
        #expect(lines.contains { $0.contains("no room") })
        #expect(lines.contains("> focus data"))
    }
}
