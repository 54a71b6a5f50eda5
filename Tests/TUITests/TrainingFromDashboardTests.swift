import Datasets
import Testing

@testable import TUI
@testable import Training

@Suite struct `Training from the dashboard` {
    @Test(arguments: ["1", "2", "3", "4", "5"])
    func `starts with space in every pane`(pane: String) {
        var dashboard = Fixture.dashboard()
        dashboard.press(pane)
        let effects = dashboard.press("space")
        guard case .train(_, let fit, _, .start, _) = effects.first else {
            Issue.record("space did not start a run: \(effects)")
            return
        }
        #expect(fit == Fit(dashboard.experiment))
    }

    @Test func `pauses and goes on with space`() throws {
        var dashboard = Fixture.trained(3)
        let id = try #require(dashboard.run?.id)
        #expect(dashboard.press("space").told == [.pause])
        _ = dashboard.update(.milestone(id, .paused))
        #expect(dashboard.press("space").told == [.resume])
    }

    @Test func `shows the curves when it begins where there is room for one pane`() {
        var dashboard = Fixture.dashboard(80, 24)
        dashboard.press("space")
        #expect(dashboard.focus == .curves)
    }

    @Test func `does not throw a trained network away for one more step`() {
        var dashboard = Fixture.trained(20, ends: true)
        #expect(dashboard.press("e").isEmpty)
        #expect(dashboard.run?.snapshot != nil)
    }

    @Test func `steps by batch and by epoch, stops, and changes the pace`() {
        var dashboard = Fixture.trained(3)
        #expect(dashboard.press("b").told == [.stepBatch])
        #expect(dashboard.press("e").told == [.stepEpoch])
        #expect(dashboard.press(">").told == [.setPace(.epochsPerSecond(10))])
        #expect(dashboard.press(">").told == [.setPace(.fullSpeed)])
        #expect(dashboard.press("s").told == [.stop])
    }

    @Test func `hands a new learning rate to the run that goes on`() {
        var dashboard = Fixture.trained(3)
        dashboard.press("2 j j j j enter ctrl+u")
        dashboard.type("0.01")
        #expect(dashboard.press("enter").told == [.tune(.learningRate(0.01))])
    }

    @Test func `writes a space into a text instead of training`() {
        var dashboard = Fixture.dashboard()
        dashboard.press(":")
        dashboard.type("gold")
        #expect(dashboard.press("space").isEmpty)
        #expect(dashboard.run == nil)
    }

    @Test func `asks before it loses a run`() {
        var dashboard = Fixture.trained(3)
        #expect(dashboard.press("q").isEmpty)
        #expect(dashboard.screen.contains("Quit"))
        #expect(dashboard.press("n").isEmpty)
        #expect(dashboard.overlay == nil)
        #expect(dashboard.press("q y").quits)
    }

    @Test(arguments: ["q", "ctrl+c"])
    func `leaves at once when nothing is lost`(key: String) {
        var dashboard = Fixture.trained(20, ends: true)
        #expect(dashboard.press(key).quits)
    }

    @Test func `does not mix in news of a run that is gone`() throws {
        var dashboard = Fixture.trained(20, ends: true)
        let old = try #require(dashboard.run?.id)
        dashboard.press("space")
        _ = dashboard.update(.milestone(old, .epoch(Fixture.epoch(21))))
        _ = dashboard.update(.snapshot(old, Fixture.snapshot(dashboard.experiment.model, epochs: 21)))
        #expect(dashboard.run?.history.epochs.isEmpty == true)
        #expect(dashboard.run?.snapshot == nil)
    }

    @Test func `lets a run go when other samples are shown`() throws {
        var dashboard = Fixture.trained(20, ends: true)
        let id = try #require(dashboard.run?.id)
        let effects = dashboard.update(.loaded(Fixture.dataset))
        guard case .release(id)? = effects.first else {
            Issue.record("the run is not let go: \(effects)")
            return
        }
        #expect(dashboard.run == nil)
        #expect(dashboard.probabilities == nil)
    }

    @Test func `does not change the samples under a run that goes on`() {
        var dashboard = Fixture.trained(3)
        #expect(dashboard.update(.fetched).isEmpty)
        #expect(dashboard.run != nil)
    }

    @Test func `says in the smallest window that a loss is no number`() throws {
        var dashboard = Fixture.trained(3, 20, 6)
        let id = try #require(dashboard.run?.id)
        _ = dashboard.update(.milestone(id, .lossBecameNaN(epoch: 4, batch: 2)))
        dashboard.press("3")
        #expect(dashboard.screen.contains("The loss is no"))
    }

    @Test func `says that a loss is no number`() throws {
        var dashboard = Fixture.trained(3)
        let id = try #require(dashboard.run?.id)
        _ = dashboard.update(.milestone(id, .lossBecameNaN(epoch: 4, batch: 2)))
        #expect(dashboard.screen.contains("no number"))
    }

    @Test func `says why a run could not go on`() throws {
        var dashboard = Fixture.trained(3)
        let id = try #require(dashboard.run?.id)
        _ = dashboard.update(.milestone(id, .failed(reason: "There is no memory left.")))
        #expect(dashboard.screen.contains("There is no memory left."))
    }

    @Test func `names the epoch of the lowest validation loss once it overfits`() {
        #expect(!Fixture.trained(11).screen.contains("Overfitting"))
        #expect(Fixture.trained(12).screen.contains("lowest at epoch 9"))
    }

    // MARK: Callbacks

    private static let stop = "EarlyStopping: val_loss has been no better than in epoch 4 for 2 epochs."

    /// A run that a callback ended, and which went back to its best weights.
    private func stopped(_ columns: Int = 120, _ rows: Int = 40) throws -> Dashboard {
        var dashboard = Fixture.trained(6, columns, rows)
        let id = try #require(dashboard.run?.id)
        _ = dashboard.update(.milestone(id, .intervened(.stop(reason: Self.stop))))
        _ = dashboard.update(.milestone(id, .intervened(.restore(epoch: 4))))
        return dashboard
    }

    @Test func `tells all that callbacks did at once`() throws {
        let dashboard = try stopped()
        #expect(dashboard.notice?.text == "\(Self.stop) The weights of epoch 4 are back.")
        #expect(dashboard.run?.remarks == [Self.stop, "The weights of epoch 4 are back."])
    }

    @Test func `writes each thing that callbacks did into the log once`() throws {
        let log = try stopped().log.entries.map(\.text)
        #expect(log.filter { $0.contains(Self.stop) } == [Self.stop])
        #expect(log.filter { $0.contains("are back") } == ["The weights of epoch 4 are back."])
    }

    @Test func `tells anew what a callback does after a key`() throws {
        var dashboard = try stopped()
        dashboard.press("j")
        let id = try #require(dashboard.run?.id)
        _ = dashboard.update(.milestone(id, .intervened(.restore(epoch: 2))))
        #expect(dashboard.notice?.text == "The weights of epoch 2 are back.")
    }

    @Test func `tells only the last of many things that callbacks did`() throws {
        var dashboard = try stopped()
        let id = try #require(dashboard.run?.id)
        for epoch in 5...9 { _ = dashboard.update(.milestone(id, .intervened(.restore(epoch: epoch)))) }
        #expect(dashboard.run?.remarks.count == 7)
        #expect(
            dashboard.notice?.text
                == (7...9).map { "The weights of epoch \($0) are back." }.joined(separator: " "))
    }

    @Test func `keeps what callbacks did beside the curves once the run has ended`() throws {
        var dashboard = try stopped(160, 40)
        let id = try #require(dashboard.run?.id)
        dashboard.press("3")
        #expect(!dashboard.screen.contains("The weights of epoch 4 are back."))
        let history = History(epochs: (1...6).map(Fixture.epoch))
        _ = dashboard.update(.milestone(id, .finished(history)))
        dashboard.press("z")
        #expect(dashboard.notice == nil)
        #expect(dashboard.screen.contains("\(Self.stop) The weights of epoch 4 are back."))
        _ = dashboard.update(.milestone(id, .lossBecameNaN(epoch: 4, batch: 2)))
        #expect(dashboard.screen.contains("no number"))
        #expect(!dashboard.screen.contains("The weights of epoch 4 are back."))
    }

    @Test func `forgets what callbacks did when the next run begins`() throws {
        var dashboard = try stopped()
        let id = try #require(dashboard.run?.id)
        _ = dashboard.update(.milestone(id, .finished(History(epochs: (1...6).map(Fixture.epoch)))))
        dashboard.press("space")
        #expect(dashboard.run?.remarks == [])
    }
}
