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

    @Test(arguments: [true, false])
    func `others are told at once that the network is asked, and then its answer`(isInteractive: Bool) throws
    {
        var session = try finished(isInteractive: isInteractive)
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
