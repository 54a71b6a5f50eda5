import Datasets
import Testing

@testable import TUI
@testable import Training

/// Runs that were cut off by the end of the program: their offer, and what continues them.
@Suite struct `A run that was cut off` {
    @Test func `a run that was cut off is told of, and can be continued`() throws {
        var dashboard = Fixture.dashboard()
        var fit = Fit(dashboard.experiment)
        fit.experiment.dataset = Fixture.dataset.reference
        let history = History(epochs: (1...7).map(Fixture.epoch))
        _ = dashboard.update(.cutOff(CutOffRun(fit: fit, history: history)))
        #expect(dashboard.notice?.text.hasPrefix("A run was cut off after 7 epochs") == true)
        let found = try #require(dashboard.update(.command(.time(.reopen))).branch)
        #expect(found.from == .cutOff && found.epoch == 7)
        #expect(dashboard.run?.history.epochs.count == 7)
        #expect(dashboard.cutOff == nil)
    }

    @Test func `one that was changed continues as it was at its end, and again trains it so`() throws {
        var dashboard = Fixture.dashboard()
        var fit = Fit(dashboard.experiment)
        fit.experiment.dataset = Fixture.dataset.reference
        let planned = fit.experiment.settings.epochs
        let made = [
            TimedEdit(.epochs(54), at: Moment(epochs: 2)),
            TimedEdit(.learningRate(0.5), at: Moment(epochs: 3)),
        ]
        let later = TimedEdit(.batchSize(7), at: Moment(epochs: 30))
        fit.experiment.changes = made + [later]
        let history = History(epochs: (1...7).map(Fixture.epoch))
        _ = dashboard.update(.cutOff(CutOffRun(fit: fit, history: history)))
        dashboard.perform("reopen")
        for isTold in [false, true] {
            let run = try #require(dashboard.run)
            #expect(run.changes == made && run.experiment.settings.epochs == 54)
            #expect(run.experiment.model.optimizer.learningRate == 0.5)
            guard !isTold else { break }
            _ = dashboard.update(.milestone(run.id, .continued(history, changes: made)))
        }
        // The next run as well, but not with the change that is still to come.
        #expect(dashboard.experiment.settings.epochs == 54 && planned != 54)
        #expect(dashboard.experiment.settings.batchSize != 7)
        let id = try #require(dashboard.run?.id)
        _ = dashboard.update(.milestone(id, .started(epochs: 54, batchesPerEpoch: 16)))
        _ = dashboard.update(.milestone(id, .tuned(later)))
        _ = dashboard.update(.milestone(id, .stopped(history)))
        let fits = dashboard.update(.command(.time(.again))).compactMap { effect -> Fit? in
            if case .train(_, let fit, _, .start, _) = effect { fit } else { nil }
        }
        #expect(fits.map(\.experiment.changes) == [made + [later]])
        #expect(fits.first?.experiment.settings.epochs == planned)
    }

    @Test func `those before it are named where it is wanted once more`() {
        var dashboard = Fixture.dashboard()
        var cutOff = CutOffRun(fit: Fit(dashboard.experiment), history: History(epochs: [Fixture.epoch(1)]))
        cutOff.older = 2
        _ = dashboard.update(.cutOff(cutOff))
        dashboard.perform("discard")
        #expect(dashboard.notice?.text == "What was kept of it is gone. 2 older runs wait.")
        for command in ["reopen", "discard"] {
            dashboard.perform(command)
            #expect(
                dashboard.notice?.text
                    == "No other run is available now. 2 older runs wait for the next start.")
        }
    }

    @Test func `one whose samples were prepared in another way asks for that first`() throws {
        var dashboard = Fixture.dashboard()
        var fit = Fit(dashboard.experiment)
        fit.experiment.dataset = Fixture.dataset.reference
        fit.experiment.preprocessing = [try Preprocessing(term: Term(parsing: "normalize"))]
        _ = dashboard.update(.cutOff(CutOffRun(fit: fit, history: History(epochs: [Fixture.epoch(1)]))))
        #expect(dashboard.update(.command(.time(.reopen))).branch == nil)
        #expect(
            dashboard.notice?.text
                == "That run learns from samples prepared in another way: “set preprocessing = normalize” prepares them so, then reopen it."
        )
        #expect(dashboard.cutOff != nil)
    }

    @Test func `one that learnt from other samples asks for them first`() {
        var dashboard = Fixture.dashboard()
        var fit = Fit(dashboard.experiment)
        fit.experiment.dataset = Term("reuters")
        _ = dashboard.update(.cutOff(CutOffRun(fit: fit, history: History(epochs: [Fixture.epoch(1)]))))
        #expect(dashboard.update(.command(.time(.reopen))).branch == nil)
        #expect(dashboard.notice?.text.contains("load reuters") == true)
        #expect(dashboard.cutOff != nil)
    }

    @Test func `one that can't be continued can be reopened again`() throws {
        var dashboard = Fixture.dashboard()
        var fit = Fit(dashboard.experiment)
        fit.experiment.dataset = Fixture.dataset.reference
        let cutOff = CutOffRun(fit: fit, history: History(epochs: (1...7).map(Fixture.epoch)))
        _ = dashboard.update(.cutOff(cutOff))
        for _ in 1...2 {
            let effects = dashboard.update(.command(.time(.reopen)))
            #expect(effects.isReplacing)
            let id = try #require(dashboard.run?.id)
            _ = dashboard.update(.milestone(id, .failed(reason: "Epoch 7 can't be read.")))
            #expect(dashboard.cutOff == cutOff)
            #expect(
                dashboard.notice?.text
                    == "The run that was cut off can't continue, and is kept as it was after 7 epochs. Epoch 7 can't be read. "
                    + ":reopen tries again.")
        }
        #expect(dashboard.log.entries.filter { $0.kind == .error }.count == 2)
        _ = dashboard.update(.command(.time(.reopen)))
        let id = try #require(dashboard.run?.id)
        _ = dashboard.update(.milestone(id, .started(epochs: 20, batchesPerEpoch: 16)))
        #expect(dashboard.cutOff == nil && dashboard.run?.history.epochs.count == 7)
    }

    /// A run that was cut off after seven epochs, reopened, but not yet begun.
    private func reopened(_ lost: LostEpochs = LostEpochs()) throws -> (Dashboard, CutOffRun, RunID) {
        var dashboard = Fixture.dashboard()
        var fit = Fit(dashboard.experiment)
        fit.experiment.dataset = Fixture.dataset.reference
        var cutOff = CutOffRun(fit: fit, history: History(epochs: (1...7).map(Fixture.epoch)))
        cutOff.lost = lost
        _ = dashboard.update(.cutOff(cutOff))
        dashboard.perform("reopen")
        return (dashboard, cutOff, try #require(dashboard.run?.id))
    }

    @Test func `one with later epochs that can't be read can be discarded after it has been reopened`() throws
    {
        var (dashboard, cutOff, id) = try reopened(LostEpochs(unreadable: "File 8 can't be read."))
        _ = dashboard.update(.milestone(id, .started(epochs: 20, batchesPerEpoch: 16)))
        #expect(dashboard.cutOff == cutOff)
        let effects = dashboard.update(.command(.time(.discard)))
        let isForgotten = effects.contains { if case .forgetCutOff = $0 { true } else { false } }
        #expect(isForgotten && dashboard.cutOff == nil)
        #expect(dashboard.isTraining && dashboard.run?.history.epochs.count == 7)
    }

    @Test func `one that has not started yet when other samples come is still there`() throws {
        var (dashboard, cutOff, id) = try reopened()
        let effects = dashboard.update(.loaded(Fixture.dataset))
        let forgotten = effects.compactMap { if case .forget(let id) = $0 { id } else { nil } }
        #expect(forgotten == [id])
        #expect(dashboard.cutOff == cutOff)
    }

    @Test func `that it has lost epochs, that others wait, and what can't be read is said with it`() {
        var run = CutOffRun(
            fit: Fit(Fixture.dashboard().experiment), history: History(epochs: [Fixture.epoch(1)]))
        let plain = "A run was cut off after 1 epoch: :reopen continues it, :discard forgets it."
        let reference = run.fit.experiment.dataset
        #expect(run.text(where: reference, nil) == plain)
        run.lost = LostEpochs(damaged: [2], unreadable: "File 3 can't be read.")
        run.older = 2
        run.folders = LeftFolders(
            reasons: ["Folder 4 can't be read.", "Folder 5 can't be read."], removable: ["/4"], removed: 1)
        #expect(
            run.text(where: reference, nil) == plain
                + " Epoch 2 of it is damaged. Later epochs of it can't be read, and stay until :discard. "
                + "File 3 can't be read. 2 older runs wait: :discard offers the next one. "
                + "1 run folder in which nothing was whole had to be removed. "
                + "2 run folders are left alone: Folder 4 can't be read. Folder 5 can't be read. "
                + ":discard asks, and removes 1 of them, once no run is offered.")
    }

    @Test(arguments: [
        (Fit.Role.fold(2, of: 5), "Fold 2 of 5 of a run"), (.final, "A final run"), (.main, "A run"),
    ])
    func `is named by its role`(role: Fit.Role, name: String) {
        var run = CutOffRun(
            fit: Fit(Fixture.dashboard().experiment), history: History(epochs: [Fixture.epoch(1)]), older: 1)
        run.fit.role = role
        let reference = run.fit.experiment.dataset
        #expect(
            run.text(where: reference, nil)
                == "\(name) was cut off after 1 epoch: :reopen continues it, :discard forgets it. "
                + "1 older run waits: :discard offers it.")
        #expect(
            run.text(where: Term("blobs"), nil).hasPrefix(
                "\(name) on \(reference) was cut off after 1 epoch."))
    }

    @Test func `follows one that is discarded, and folders are asked about once more`() {
        var dashboard = Fixture.dashboard()
        var first = CutOffRun(fit: Fit(dashboard.experiment), history: History(epochs: [Fixture.epoch(1)]))
        first.folders = LeftFolders(reasons: ["Folder 4 can't be read."], removable: ["/runs/4"])
        var next = first
        (first.older, next.hasEnded) = (1, true)
        _ = dashboard.update(.cutOff(first))
        dashboard.perform("discard")
        // A second time before the next one is found.
        dashboard.perform("discard")
        #expect(dashboard.notice?.text.hasPrefix(":discard once more removes") == true)
        _ = dashboard.update(.cutOff(next))
        #expect(dashboard.cutOff == next && dashboard.notice?.text.hasPrefix("A run had ended") == true)
        let effects = dashboard.update(.command(.time(.discard)))
        #expect(effects.contains { if case .forgetCutOff = $0 { true } else { false } })
        #expect(dashboard.notice?.text == "What was kept of it is gone.")
        let asked = dashboard.update(.command(.time(.discard)))
        #expect(!asked.contains { if case .removeFolders = $0 { true } else { false } })
        #expect(dashboard.notice?.text.hasPrefix(":discard once more removes") == true)
    }

    @Test func `leaves folders that are asked about once more when they are found again`() {
        var dashboard = Fixture.dashboard()
        var cutOff = CutOffRun(fit: Fit(dashboard.experiment), history: History(epochs: [Fixture.epoch(1)]))
        cutOff.folders = LeftFolders(reasons: ["Folder 4 can't be read."], removable: ["/runs/4"])
        _ = dashboard.update(.cutOff(cutOff))
        for _ in 0..<2 { dashboard.perform("discard") }
        let found = LeftFolders(
            reasons: ["Folder 4 can't be read.", "Folder 5 can't be read."],
            removable: ["/runs/4", "/runs/5"])
        _ = dashboard.update(.leftFolders(found))
        #expect(dashboard.notice?.text.hasSuffix(":discard asks, and removes them.") == true)
        for isAsked in [false, true] {
            let removed = dashboard.update(.command(.time(.discard))).flatMap { effect -> [String] in
                if case .removeFolders(let paths) = effect { paths } else { [] }
            }
            #expect(removed == (isAsked ? ["/runs/4", "/runs/5"] : []))
        }
    }

    @Test func `or had ended is told of as what it was`() throws {
        var dashboard = Fixture.dashboard()
        var fit = Fit(dashboard.experiment)
        fit.experiment.dataset = Fixture.dataset.reference
        let cutOff = CutOffRun(fit: fit, history: History(epochs: (1...7).map(Fixture.epoch)), hasEnded: true)
        _ = dashboard.update(.cutOff(cutOff))
        #expect(
            dashboard.notice?.text == "A run had ended after 7 epochs when the program was ended: "
                + ":reopen brings it back, :discard forgets it.")
        #expect(
            cutOff.text(where: Term("blobs"), nil).hasPrefix(
                "A run on fruit had ended after 7 epochs when the program was ended. It learns from other samples: "
            ))
        #expect(dashboard.update(.command(.time(.reopen))).isReplacing)
        #expect(dashboard.notice?.text == "It is back as it was after epoch 7.")
        let id = try #require(dashboard.run?.id)
        _ = dashboard.update(.milestone(id, .failed(reason: "Epoch 7 can't be read.")))
        #expect(
            dashboard.notice?.text.hasPrefix("The run that had ended can't come back, and is kept") == true)
    }

    @Test func `is offered before folders are removed that hold none, which is asked for twice`() {
        var dashboard = Fixture.dashboard()
        var cutOff = CutOffRun(fit: Fit(dashboard.experiment), history: History(epochs: [Fixture.epoch(1)]))
        cutOff.folders = LeftFolders(reasons: ["Folder 4 can't be read."], removable: ["/runs/4"])
        _ = dashboard.update(.cutOff(cutOff))
        func discard() -> [String]? {
            let effects = dashboard.update(.command(.time(.discard)))
            return effects.compactMap { if case .removeFolders(let paths) = $0 { paths } else { nil } }.first
        }
        #expect(discard() == nil && dashboard.cutOff == nil)
        #expect(discard() == nil)
        #expect(
            dashboard.notice?.text
                == ":discard once more removes, with the curves and weights in them: /runs/4.")
        #expect(discard() == ["/runs/4"])
        #expect(discard() == nil && dashboard.notice?.text == "No run was left.")
    }

    @Test(arguments: [
        ("blobs", "", "“:load fruit” loads them"),
        ("fruit", "normalize", "“:set preprocessing = normalize” prepares them so"),
        ("blobs", "normalize", "“:load fruit” loads them, “:set preprocessing = normalize” prepares them so"),
        ("california_housing", "", "“:load fruit” loads them"),
    ])
    func `that needs other samples is offered with the steps to them`(
        shown: String, steps: String, way: String
    )
        throws
    {
        var experiment = Experiment(dataset: Term("fruit"), model: Model(layers: []))
        let samples = shown == "fruit" ? "samples prepared in another way" : "other samples"
        experiment.preprocessing = try steps.isEmpty ? [] : [Preprocessing(text: steps)]
        let run = CutOffRun(fit: Fit(experiment), history: History(epochs: [Fixture.epoch(1)]))
        #expect(
            run.text(where: Term(shown), nil)
                == "A run on fruit was cut off after 1 epoch. It learns from \(samples): \(way), then :reopen "
                + "continues it. :discard forgets it.")
    }

    @Test func `of houses as they were measured is offered with both steps`() {
        var experiment = Experiment(dataset: Term("boston_housing"), model: Model(layers: []))
        experiment.preprocessing = []
        let run = CutOffRun(fit: Fit(experiment), history: History(epochs: [Fixture.epoch(1)]))
        let both = [
            "“load boston_housing” loads them", "“set preprocessing = none” prepares them so",
        ]
        #expect(run.steps(from: Term("blobs"), []) == both)
        #expect(run.steps(from: Term("boston_housing"), nil) == [both[1]])
        #expect(run.steps(from: Term("boston_housing"), []) == [])
        // While it is still loaded, its usual preparation is known.
        experiment.preprocessing = [.normalize]
        let usual = CutOffRun(fit: Fit(experiment), history: run.history)
        #expect(usual.steps(from: Term("blobs"), []) == [both[0]])
    }
}
