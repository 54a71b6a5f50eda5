import Datasets
import Testing

@testable import TUI
@testable import Training

@Suite struct `The text of a session` {
    private func lines(_ dashboard: Dashboard) -> [String] { dashboard.script.entries.map(\.text) }

    @Test func `begins with what the session began with`() {
        let dashboard = Fixture.dashboard()
        let text = dashboard.scriptText.split(separator: "\n").map(String.init)
        #expect(text[0] == "# nnboard session, form 1: fruit")
        #expect(text[1] == "load fruit")
        #expect(
            text.contains(
                "set layers = \(dashboard.experiment.model.layers.map(\.text).joined(separator: ", "))"))
        #expect(text.contains("set validation = 100"))
        #expect(text.allSatisfy { $0.hasPrefix("#") || Command($0) != nil })
    }

    @Test func `has what keys have led to, and not the keys`() {
        var dashboard = Fixture.dashboard()
        dashboard.press("down down down 2 down + 4")
        #expect(
            lines(dashboard) == ["select train 103", "focus model", "layer 2 units 128", "focus inspector"])
    }

    @Test func `has what was said as it was said`() {
        var dashboard = Fixture.dashboard()
        for text in ["layer 1 activation tanh", "part test", "set metrics = mae", "undo", "select test 4"] {
            _ = dashboard.update(.command(Command(text) ?? .help))
        }
        #expect(
            lines(dashboard) == [
                "layer 1 activation tanh", "part test", "set metrics = mae", "undo", "select test 4",
            ])
    }

    @Test func `leaves out what could not be done`() {
        var dashboard = Fixture.dashboard()
        _ = dashboard.update(.command(.select(.test, 99_999)))
        _ = dashboard.update(.command(.change(.units(layer: 9, 4))))
        for text in ["reopen", "discard", "again", "branch", "more 5", "undo", "redo"] {
            _ = dashboard.update(.command(Command(text) ?? .help))
        }
        #expect(lines(dashboard) == [])
        var trained = Fixture.trained(3, ends: true)
        let before = lines(trained)
        _ = trained.update(.command(.stepEpoch))
        #expect(lines(trained) == before)
    }

    // MARK: Runs that were cut off

    /// A run with other layers and settings that was cut off, one of which has changed in the middle.
    private func cutOff(_ role: Fit.Role = .main, validation: Range<Int>? = nil) -> CutOffRun {
        var experiment = Fixture.dashboard().experiment
        experiment.model.layers[0] = .dense(8, activation: .relu)
        (experiment.settings.epochs, experiment.settings.seed) = (9, 7)
        experiment.changes = [
            TimedEdit(.learningRate(0.01), at: Moment(epochs: 2)),
            TimedEdit(.batchSize(7), at: Moment(epochs: 6)),
        ]
        let validation = validation ?? 0..<experiment.settings.heldOut
        return CutOffRun(
            fit: Fit(role, experiment, validation: validation),
            history: History(epochs: (1...4).map(Fixture.epoch)))
    }

    private func reopened(_ run: CutOffRun, on dashboard: Dashboard = Fixture.dashboard()) -> Dashboard {
        var dashboard = dashboard
        _ = dashboard.update(.cutOff(run))
        _ = dashboard.update(.command(.time(.reopen)))
        return dashboard
    }

    @Test func `has a run that was cut off as one that is trained from its beginning`() throws {
        var folds = Fixture.dashboard()
        folds.experiment.settings.folds = 4
        folds.experiment.callbacks = [try Callback(text: "EarlyStopping(patience=2)")]
        let run = cutOff()
        let dashboard = reopened(run, on: folds)
        let layers = run.fit.experiment.model.layers.map(\.text).joined(separator: ", ")
        #expect(
            lines(dashboard) == [
                "set layers = \(layers)", "set epochs = 9", "set folds", "set seed = 7",
                "set callbacks", "plan at(epochs=2, learning_rate(0.01))", "plan at(epochs=6, batch_size(7))",
                "train", "change learning_rate(0.01)",
            ])
        var again = folds
        for line in lines(dashboard) { _ = again.update(.command(try Command(text: line))) }
        #expect(again.run?.fit == run.fit)
        #expect(again.experiment == dashboard.experiment)
        #expect(again.cutOff == nil && !again.isRefused)
    }

    @Test func `says where a run that was cut off was stopped later`() throws {
        var dashboard = reopened(cutOff())
        let id = try #require(dashboard.run?.id)
        _ = dashboard.update(.milestone(id, .started(epochs: 9, batchesPerEpoch: 3)))
        dashboard.press("s")
        _ = dashboard.update(.milestone(id, .stopped(History(epochs: (1...5).map(Fixture.epoch)))))
        let network = Fixture.network(dashboard.experiment.model)
        _ = dashboard.update(.snapshot(id, Snapshot(network: network, epochs: 5, batches: 0)))
        #expect(lines(dashboard).suffix(3) == ["until 5 0", "change learning_rate(0.01)", "stop"])
        #expect(!lines(dashboard).contains("train"))
    }

    @Test func `says of a fold that was cut off that it can't be had again`() throws {
        let dashboard = reopened(cutOff(.fold(2, of: 4), validation: 25..<50))
        #expect(lines(dashboard) == ["reopen"])
    }

    @Test func `has settings and training as lines of their own`() {
        var dashboard = Fixture.dashboard()
        _ = dashboard.update(.command(Command("train epochs=9 lr=0.01") ?? .help))
        #expect(lines(dashboard) == ["change epochs(9)", "change learning_rate(0.01)", "train"])
        #expect(dashboard.isTraining)
    }

    // MARK: Time

    @Test func `says where a run was paused`() throws {
        var dashboard = Fixture.trained(3)
        let id = try #require(dashboard.run?.id)
        dashboard.press("space")
        _ = dashboard.update(.milestone(id, .paused))
        let network = Fixture.network(dashboard.experiment.model)
        // A snapshot that was on its way already is corrected by what comes later.
        for batches in [0, 5] {
            _ = dashboard.update(.snapshot(id, Snapshot(network: network, epochs: 3, batches: batches)))
        }
        #expect(lines(dashboard) == ["until 3 5"])
        dashboard.press("space")
        _ = dashboard.update(.milestone(id, .resumed))
        #expect(lines(dashboard) == ["until 3 5", "train"])
    }

    @Test func `says where a run was stopped`() throws {
        var dashboard = Fixture.trained(3)
        let id = try #require(dashboard.run?.id)
        dashboard.press("s")
        _ = dashboard.update(.milestone(id, .stopped(History(epochs: [Fixture.epoch(1)]))))
        let network = Fixture.network(dashboard.experiment.model)
        _ = dashboard.update(.snapshot(id, Snapshot(network: network, epochs: 3, batches: 7)))
        #expect(lines(dashboard) == ["until 3 7", "stop"])
    }

    @Test func `plans what was changed while a run went on`() throws {
        var dashboard = Fixture.trained(3)
        let id = try #require(dashboard.run?.id)
        _ = dashboard.update(.command(.change(.learningRate(0.01))))
        let change = TimedEdit(.learningRate(0.01), at: Moment(epochs: 3, batches: 2))
        _ = dashboard.update(.milestone(id, .tuned(change)))
        #expect(
            lines(dashboard) == [
                "plan at(epochs=3, batches=2, learning_rate(0.01))", "train", "change learning_rate(0.01)",
            ])
    }

    @Test func `gives the next run what was planned, and no other`() throws {
        var dashboard = Fixture.dashboard()
        let change = TimedEdit(.learningRate(0.01), at: Moment(epochs: 3))
        _ = dashboard.update(.command(Command("plan \(change.text)") ?? .help))
        _ = dashboard.update(.command(.train))
        let id = try #require(dashboard.run?.id)
        #expect(dashboard.run?.fit.experiment.changes == [change])
        // News of what was planned say nothing new.
        _ = dashboard.update(.milestone(id, .tuned(change)))
        #expect(lines(dashboard) == ["plan \(change.text)", "train"])
        _ = dashboard.update(.milestone(id, .finished(History())))
        _ = dashboard.update(.command(.train))
        #expect(dashboard.run?.fit.experiment.changes == [])
    }

    @Test func `trains to a time by epochs and then by batches`() throws {
        var dashboard = Fixture.dashboard()
        func told(_ effects: [Effect]) -> [TrainerCommand] {
            effects.compactMap { effect in
                switch effect {
                case .train(_, _, _, let command, _), .tell(_, let command): command
                default: nil
                }
            }
        }
        dashboard.experiment.settings.batchSize = 50
        #expect(told(dashboard.update(.command(Command("until 1 2") ?? .help))) == [.stepEpoch])
        let id = try #require(dashboard.run?.id)
        _ = dashboard.update(.milestone(id, .epoch(Fixture.epoch(1))))
        #expect(told(dashboard.update(.milestone(id, .paused))) == [.stepBatch])
        _ = dashboard.update(.milestone(id, .resumed))
        #expect(!dashboard.isSettled)
        #expect(told(dashboard.update(.milestone(id, .paused))) == [.stepBatch])
        _ = dashboard.update(.milestone(id, .resumed))
        #expect(told(dashboard.update(.milestone(id, .paused))) == [])
        #expect(dashboard.reaching == nil)
    }
}
