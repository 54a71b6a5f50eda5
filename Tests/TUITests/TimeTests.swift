import Datasets
import Testing

@testable import TUI
@testable import Training

/// Going back in a run, and on from there.
@Suite struct `Through time` {
    /// A run of twelve epochs that has ended, with an archive of its weights.
    private func ended() -> (Dashboard, RunArchive) {
        let dashboard = Fixture.trained(12, ends: true)
        return (dashboard, Fixture.archive(Fit(dashboard.experiment), epochs: 12))
    }

    @Test func `the cursor on the curves moves every pane to its epoch`() async throws {
        var (dashboard, archive) = ended()
        try await dashboard.doWorking("select test 4", archive)
        let newest = dashboard.probabilities
        try await dashboard.doWorking("epoch 3", archive)
        #expect(dashboard.shown(of: dashboard.shownRun)?.epochs == 3)
        let network = try #require(archive.network(epoch: 3))
        #expect(dashboard.probabilities == network.probabilities(of: Fixture.dataset.test.inputs, row: 4))
        #expect(dashboard.probabilities != newest)
        #expect(dashboard.screen.contains("epoch 3 shown"))
        #expect(dashboard.screen.contains("after 3 epochs"))
        await dashboard.pressWorking("3 left left", archive)
        #expect(dashboard.shown(of: dashboard.shownRun)?.epochs == 1)
        await dashboard.pressWorking(") ) )", archive)
        #expect(dashboard.shown(of: dashboard.shownRun)?.epochs == 4)
        await dashboard.pressWorking("esc", archive)
        #expect(dashboard.recalled == nil)
        #expect(dashboard.probabilities == newest)
        #expect(!dashboard.screen.contains("shown"))
    }

    @Test func `the weights before training can be looked at, too`() async throws {
        var (dashboard, archive) = ended()
        try await dashboard.doWorking("epoch 0", archive)
        #expect(dashboard.shown(of: dashboard.shownRun)?.network == archive.network(epoch: 0))
        #expect(dashboard.screen.contains("before training shown"))
        try await dashboard.doWorking("epoch 13", archive)
        #expect(dashboard.notice?.text == "There is no epoch 13: they go from 0, before training, to 12.")
        #expect(dashboard.recalled?.moment == .start)
    }

    @Test func `what was shown stays until the other weights are there`() async throws {
        var (dashboard, archive) = ended()
        try await dashboard.doWorking("epoch 5", archive)
        _ = dashboard.update(.command(.time(.earlier)))
        #expect(dashboard.recalled?.moment == Moment(epochs: 4))
        #expect(dashboard.shown(of: dashboard.shownRun)?.epochs == 5)
        // Weights that nobody wants any more change nothing.
        let id = try #require(dashboard.recalled?.run)
        _ = dashboard.update(
            .recalled(id, Moment(epochs: 9), Fixture.snapshot(dashboard.experiment.model, epochs: 9)))
        #expect(dashboard.shown(of: dashboard.shownRun)?.epochs == 5)
    }

    @Test func `along steps the first epoch has times of its own`() async throws {
        let (dashboard, archive) = ended()
        let network = Fixture.network(dashboard.experiment.model)
        archive.keep(network, at: Moment(epochs: 0, batches: 2))
        var record = Fixture.epoch(1)
        record.batchLosses = [3, 2.5, 2, 1.5]
        var charted = ChartedRun(try #require(dashboard.run))
        charted.history = History(epochs: [record, Fixture.epoch(2)])
        #expect(charted.moment(at: 2, along: .step) == Moment(epochs: 0, batches: 2))
        #expect(charted.moment(at: 4, along: .step) == Moment(epochs: 1))
        #expect(charted.moment(at: 0, along: .epoch) == .start)
        #expect(charted.moment(at: 2.4, along: .epoch) == Moment(epochs: 2))
        #expect(charted.place(of: Moment(epochs: 0, batches: 2), along: .epoch) == 0.5 + 0)
    }

    // MARK: Branches

    @Test func `a branch from an earlier epoch is a second curve, with what differs changed there`()
        async throws
    {
        var (dashboard, archive) = ended()
        let parent = try #require(dashboard.run?.id)
        try await dashboard.doWorking("epoch 9", archive)
        _ = dashboard.update(.command(.change(.learningRate(0.0001))))
        let found = try #require(dashboard.press("3 a").branch)
        #expect(found.from == parent && found.epoch == 9)
        #expect(found.fit.experiment.changes == [TimedEdit(.learningRate(0.0001), at: Moment(epochs: 9))])
        #expect(dashboard.run?.history.epochs.count == 9)
        #expect(dashboard.pastRuns.map(\.id) == [parent])
        #expect(dashboard.run?.origin == Run.Origin(group: 1, epoch: 9))
        #expect(dashboard.recalled == nil)
    }

    @Test func `a branch with nothing changed is the same run from there on`() async throws {
        var (dashboard, archive) = ended()
        try await dashboard.doWorking("epoch 9", archive)
        let found = try #require(dashboard.press("3 a").branch)
        #expect(found.fit.experiment == dashboard.pastRuns.last?.fit.experiment)
    }

    @Test func `a branch can't have other layers, and says so`() async throws {
        var (dashboard, archive) = ended()
        try await dashboard.doWorking("epoch 9", archive)
        _ = dashboard.update(.command(.change(.units(layer: 0, 7))))
        #expect(dashboard.press("3 a").branch == nil)
        #expect(dashboard.notice?.isError == true)
        #expect(dashboard.pastRuns.isEmpty)
    }

    @Test func `changes that were made before the branch belong to it, later ones don't`() async throws {
        var dashboard = Fixture.trained(12)
        let id = try #require(dashboard.run?.id)
        for (epoch, rate) in [(2, 0.01), (10, 0.1)] {
            _ = dashboard.update(
                .milestone(id, .tuned(TimedEdit(.learningRate(rate), at: Moment(epochs: epoch)))))
        }
        _ = dashboard.update(.milestone(id, .finished(dashboard.run?.history ?? History())))
        dashboard.experiment.model.optimizer.learningRate = 0.01
        let archive = Fixture.archive(Fit(dashboard.experiment), epochs: 12)
        try await dashboard.doWorking("epoch 9", archive)
        let found = try #require(dashboard.press("3 a").branch)
        #expect(found.fit.experiment.changes == [TimedEdit(.learningRate(0.01), at: Moment(epochs: 2))])
    }

    // MARK: Longer, again, stopped early

    @Test func `five more epochs make a run that goes on longer`() {
        var dashboard = Fixture.trained(3)
        #expect(dashboard.press("V").told == [.tune(.epochs(25))])
    }

    @Test func `and let one that has ended go on as itself`() throws {
        var (dashboard, _) = ended()
        let old = try #require(dashboard.run?.id)
        let effects = dashboard.press("V")
        let found = try #require(effects.branch)
        #expect(found.from == old && found.epoch == 12)
        #expect(found.fit.experiment.changes == [TimedEdit(.epochs(17), at: Moment(epochs: 12))])
        #expect(dashboard.pastRuns.isEmpty)
        #expect(dashboard.run?.name == "run 1")
        #expect(effects.isReplacing && !effects.isForgetting)
    }

    @Test func `a longer run that can't begin gives the run back as it was`() throws {
        var (dashboard, _) = ended()
        let old = try #require(dashboard.run)
        let probabilities = dashboard.probabilities
        dashboard.perform("change epochs(7)")
        dashboard.press("V")
        #expect(dashboard.experiment.settings.epochs == 17)
        let new = try #require(dashboard.run?.id)
        let effects = dashboard.update(.milestone(new, .failed(reason: "There is no memory left.")))
        #expect(dashboard.fits.map(\.id) == [old.id] && dashboard.pastRuns.isEmpty)
        #expect(dashboard.run?.history == old.history && dashboard.run?.status == .finished)
        #expect(dashboard.run?.snapshot?.epochs == 12 && dashboard.probabilities == probabilities)
        #expect(
            dashboard.notice?.text
                == "run 1 can't continue, and is kept as it was after 12 epochs. There is no memory left. V tries again."
        )
        #expect(dashboard.notice?.isError == true)
        #expect(dashboard.experiment.settings.epochs == 7)
        // The number that came to nothing is not to be taken back.
        dashboard.press("u")
        #expect(dashboard.experiment.settings.epochs == 20)
        dashboard.press("ctrl+r")
        #expect(dashboard.experiment.settings.epochs == 7)
        let released = effects.contains { if case .release(new) = $0 { true } else { false } }
        #expect(released && !effects.isForgetting)
        let again = dashboard.press("V")
        let found = try #require(again.branch)
        #expect(found.from == old.id && found.epoch == 12 && again.isReplacing)
        #expect(!again.isForgetting)
    }

    @Test func `of another number of epochs, it names the command that tries again`() throws {
        var (dashboard, _) = ended()
        dashboard.perform("more 30")
        let new = try #require(dashboard.run?.id)
        _ = dashboard.update(.milestone(new, .failed(reason: "There is no memory left.")))
        #expect(dashboard.notice?.text.hasSuffix("“:more 30” tries again.") == true)
    }

    @Test func `the run before a longer one that has not begun goes with the samples`() throws {
        var (dashboard, _) = ended()
        let old = try #require(dashboard.run?.id)
        dashboard.press("V")
        let new = try #require(dashboard.run?.id)
        let forgotten = dashboard.update(.loaded(Fixture.dataset)).compactMap { effect in
            if case .forget(let id) = effect { id } else { nil }
        }
        #expect(forgotten == [new, old])
        _ = dashboard.update(.milestone(new, .failed(reason: "There is no memory left.")))
        #expect(dashboard.fits.isEmpty && dashboard.pastRuns.isEmpty)
    }

    @Test func `once it has begun, the run before it does not come back`() throws {
        var (dashboard, _) = ended()
        dashboard.press("V")
        let new = try #require(dashboard.run?.id)
        _ = dashboard.update(.milestone(new, .started(epochs: 17, batchesPerEpoch: 16)))
        _ = dashboard.update(.milestone(new, .failed(reason: "There is no memory left.")))
        #expect(dashboard.pastRuns.isEmpty && dashboard.run?.history.epochs.count == 12)
    }

    @Test func `again trains with the same changes at the same times`() throws {
        var dashboard = Fixture.trained(4)
        let id = try #require(dashboard.run?.id)
        let change = TimedEdit(.batchSize(64), at: Moment(epochs: 2, batches: 3))
        _ = dashboard.update(.milestone(id, .tuned(change)))
        _ = dashboard.update(.milestone(id, .stopped(dashboard.run?.history ?? History())))
        let fits = dashboard.update(.command(.time(.again))).compactMap { effect -> Fit? in
            if case .train(_, let fit, _, .start, _) = effect { fit } else { nil }
        }
        #expect(fits.map(\.experiment.changes) == [[change]])
    }

    @Test func `early stopping is one key, while a run goes on as well`() {
        var dashboard = Fixture.trained(3)
        #expect(dashboard.press("Q").told == [.tune(.earlyStopping(patience: 2))])
        #expect(dashboard.experiment.earlyStoppingPatience == 2)
        #expect(dashboard.press("Q").told == [.tune(.earlyStopping(patience: nil))])
        #expect(dashboard.experiment.callbacks.isEmpty)
        dashboard.press("u")
        #expect(dashboard.experiment.earlyStoppingPatience == 2)
    }

    @Test func `a change is a tick on the curves with its value`() throws {
        var dashboard = Fixture.trained(8)
        let id = try #require(dashboard.run?.id)
        _ = dashboard.update(.milestone(id, .tuned(TimedEdit(.learningRate(0.0002), at: Moment(epochs: 3)))))
        _ = dashboard.update(.milestone(id, .tuned(TimedEdit(.batchSize(64), at: Moment(epochs: 5)))))
        #expect(dashboard.screen.contains("lr 2.0e-4") || dashboard.screen.contains("lr 2e-4"))
        #expect(dashboard.screen.contains("batch 64"))
    }
}
