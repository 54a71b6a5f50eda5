import Datasets
import Testing

@testable import TUI
@testable import Training

@Suite struct `Training with folds` {
    private func finish(_ dashboard: inout Dashboard) -> [Effect] {
        var last: [Effect] = []
        for fold in dashboard.fits { last = dashboard.update(.milestone(fold.id, .finished(fold.history))) }
        return last
    }

    @Test func `starts a network a fold, each validated on its own samples`() {
        var dashboard = Fixture.dashboard()
        _ = dashboard.update(.command(.change(.folds(4))))
        let fits = dashboard.press("space").compactMap { effect -> Fit? in
            if case .train(_, let fit, _, .start, _) = effect { fit } else { nil }
        }
        #expect(fits.map(\.validation) == [0..<75, 75..<150, 150..<225, 225..<300])
    }

    @Test func `tells all folds at once`() {
        var dashboard = Fixture.folded(epochs: 3)
        #expect(dashboard.press("space").told == [.pause, .pause, .pause, .pause])
        #expect(dashboard.press("s").told == [.stop, .stop, .stop, .stop])
    }

    @Test func `shows how far each fold is`() {
        let screen = Fixture.folded(epochs: 7).screen
        for (fold, epochs) in [(1, 7), (2, 6), (3, 5), (4, 4)] {
            #expect(screen.contains("fold \(fold)"))
            #expect(screen.contains("\(epochs)/20"))
        }
        #expect(screen.contains("4 folds"))
        #expect(screen.contains("mean of 4 folds"))
    }

    @Test func `runs as long as one of the folds`() {
        var dashboard = Fixture.folded(epochs: 3)
        let first = dashboard.fits[0]
        _ = dashboard.update(.milestone(first.id, .finished(first.history)))
        #expect(dashboard.isTraining)
        #expect(dashboard.status == .running)
        #expect(finish(&dashboard).compactMap { if case .test = $0 { true } else { nil } }.isEmpty)
        #expect(dashboard.status == .finished)
    }

    @Test func `begins the final run by itself, on all samples`() {
        var dashboard = Fixture.folded(epochs: 7, finalEpochs: 9)
        let effects = finish(&dashboard)
        let fits = effects.compactMap { effect -> Fit? in
            if case .train(_, let fit, _, .start, _) = effect { fit } else { nil }
        }
        #expect(fits.map(\.role) == [.final])
        #expect(fits.first?.validation.isEmpty == true)
        #expect(fits.first?.experiment.settings.epochs == 9)
        #expect(dashboard.run?.name == "run 1 final")
        #expect(dashboard.pastRuns.map(\.name) == (1...4).map { "run 1 fold \($0)" })
    }

    @Test func `keeps all folds beside the final run, however many they are`() {
        var dashboard = Fixture.dashboard()
        _ = dashboard.update(.command(.change(.folds(10))))
        _ = dashboard.update(.command(.change(.finalEpochs(3))))
        dashboard.press("space")
        for fold in dashboard.fits { _ = dashboard.update(.milestone(fold.id, .epoch(Fixture.epoch(1)))) }
        #expect(dashboard.screen.contains("more"))
        _ = finish(&dashboard)
        #expect(dashboard.pastRuns.count == 10)
    }

    @Test func `continues step by step into the final run`() {
        var dashboard = Fixture.folded(epochs: 7, finalEpochs: 9)
        dashboard.press("e")
        let effects = finish(&dashboard)
        #expect(effects.contains { if case .train(_, _, _, .stepEpoch, _) = $0 { true } else { false } })
    }

    @Test func `reads the best epoch from the mean`() throws {
        let dashboard = Fixture.folded(epochs: 20)
        let pane = try #require(dashboard.curvesPane)
        let mean = History.mean(of: dashboard.fits.map(\.history))
        #expect(pane.chart("loss").mark?.x == mean.bestEpoch.map(Double.init))
    }

    @Test func `begins no final run where the folds were stopped`() {
        var dashboard = Fixture.folded(epochs: 3, finalEpochs: 9)
        dashboard.press("s")
        var effects: [Effect] = []
        for fold in dashboard.fits {
            effects += dashboard.update(.milestone(fold.id, .stopped(fold.history)))
        }
        #expect(!effects.contains { if case .train = $0 { true } else { false } })
    }

    @Test func `asks the fold that has not learnt a sample about it`() {
        var dashboard = Fixture.folded(epochs: 3)
        _ = dashboard.update(.command(.select(.train, 80)))
        #expect(dashboard.judge(of: dashboard.samples.selected, in: .train)?.name == "run 1 fold 2")
        #expect(dashboard.judge(of: 80, in: .test)?.name == "run 1 fold 1")
    }

    @Test func `draws the curves as the book does with one key`() {
        var dashboard = Fixture.folded(epochs: 20)
        dashboard.press("3 B")
        #expect(dashboard.screen.contains("smoothed 0.90"))
        #expect(dashboard.screen.contains("first 10 left out"))
        dashboard.press("B")
        #expect(!dashboard.screen.contains("left out"))
    }

    @Test func `says what keeps folds from being made`() {
        var dashboard = Fixture.dashboard()
        let before = dashboard.experiment
        _ = dashboard.update(.command(.change(.folds(1))))
        #expect(dashboard.notice?.text.hasPrefix("The number of folds is 1.") == true)
        #expect(dashboard.experiment == before)
        dashboard.experiment.settings.folds = 1
        #expect(dashboard.press("space").isEmpty)
        #expect(dashboard.notice?.text.hasPrefix("The number of folds is 1.") == true)
    }
}

@Suite struct `Named experiments in the dashboard` {
    private func dashboard(downloads: [Dashboard.Download] = []) -> Dashboard {
        Dashboard(
            experiment: Experiment(dataset: Term("fruit"), model: Model(layers: [])), size: Size(120, 40),
            downloads: downloads, experiments: ExperimentLibrary().experiments)
    }

    private func loaded(_ effects: [Effect]) -> [Term] {
        effects.compactMap { if case .load(let reference, _) = $0 { reference } else { nil } }
    }

    @Test func `are listed with one key, and started with another`() {
        var dashboard = dashboard()
        dashboard.press("E")
        #expect(dashboard.screen.contains("reuters: Newswires in 46 topics"))
        dashboard.type("course")
        #expect(loaded(dashboard.press("enter")) == [Term("reuters")])
        let effects = dashboard.update(.loaded(Fixture.dataset))
        // The made-up fruit has as many classes as Reuters has topics.
        #expect(effects.contains { if case .train = $0 { true } else { false } })
        #expect(dashboard.experiment.settings.epochs == 9)
    }

    @Test func `take the built-in sample where files are missing, and say so`() {
        var dashboard = dashboard(
            downloads: [.init(name: "imdb", title: "IMDB", substitute: "sample_reviews")])
        #expect(loaded(dashboard.update(.command(.start("imdb")))) == [Term("sample_reviews")])
        #expect(dashboard.notice?.text.hasPrefix("IMDB is not here: this is a built-in sample.") == true)
    }

    @Test func `wait for the run that goes on`() {
        var dashboard = Fixture.trained(3)
        #expect(dashboard.update(.command(.start("nothing"))).isEmpty)
        #expect(dashboard.notice?.text.contains("no experiment called “nothing”") == true)
    }

    @Test func `are compared with nothing where a setting is another`() throws {
        var dashboard = dashboard()
        _ = dashboard.update(.command(.start("reuters-course")))
        _ = dashboard.update(.loaded(Fixture.dataset))
        let first = try #require(dashboard.run?.id)
        _ = dashboard.update(.milestone(first, .stopped(History())))
        _ = dashboard.update(.command(.change(.epochs(2))))
        dashboard.press("space")
        let id = try #require(dashboard.run?.id)
        _ = dashboard.update(.milestone(id, .finished(History(epochs: [Fixture.epoch(1)]))))
        _ = dashboard.update(.tested(id, Metrics(loss: 0.931, values: [.init(.accuracy, 0.785)])))
        #expect(dashboard.notice?.text.contains("published") != true)
    }

    @Test func `leave things as they were where their samples can't be had`() {
        var dashboard = dashboard()
        _ = dashboard.update(.loaded(Fixture.dataset))
        _ = dashboard.update(.command(.start("reuters-course")))
        _ = dashboard.update(.loadingFailed("reuters.npz was not found."))
        #expect(dashboard.named == nil)
        #expect(dashboard.starting == nil)
    }

    @Test func `are compared with what others have found`() throws {
        var dashboard = dashboard()
        _ = dashboard.update(.command(.start("reuters-course")))
        _ = dashboard.update(.loaded(Fixture.dataset))
        let id = try #require(dashboard.run?.id)
        _ = dashboard.update(.milestone(id, .finished(History(epochs: [Fixture.epoch(1)]))))
        _ = dashboard.update(.tested(id, Metrics(loss: 0.931, values: [.init(.accuracy, 0.785)])))
        #expect(
            dashboard.notice?.text
                == "reuters-course: test accuracy 0.785, published 0.782; test loss 0.931, published 0.93 (there on the real data)."
        )
    }
}
