import Datasets
import Testing

@testable import TUI
@testable import Training

@Suite struct `Loading` {
    private func opening(download: Bool = false) -> Dashboard {
        Dashboard(
            experiment: Experiment(
                dataset: Term("fruit"), model: Model(layers: []), settings: TrainingSettings(validation: 100)),
            size: Size(120, 40),
            downloads: download ? [.init(name: "real", title: "Real Fruit")] : [])
    }

    @Test(arguments: ["s", "ctrl+x"])
    func `does not train later what was called off`(key: String) {
        var dashboard = opening()
        dashboard.press("space \(key)")
        _ = dashboard.update(.loadingFailed("Loading was given up."))
        #expect(dashboard.update(.loaded(Fixture.dataset)).isEmpty)
        #expect(dashboard.run == nil)
    }

    @Test func `keeps the settings of who quits before the samples are there`() {
        var dashboard = opening()
        dashboard.experiment.settings.epochs = 7
        let kept = SavedState(dashboard.saved.text).experiment
        #expect(kept?.settings.epochs == 7 && kept?.dataset == dashboard.experiment.dataset)
    }

    @Test func `begins to train by itself where that was asked for too early`() {
        var dashboard = opening()
        #expect(dashboard.press("space").isEmpty)
        #expect(dashboard.screen.contains("training begins when they are there"))
        let effects = dashboard.update(.loaded(Fixture.dataset))
        #expect(effects.contains { if case .train = $0 { true } else { false } })
        #expect(dashboard.run?.isActive == true)
    }

    @Test func `shows how far it is, and lets every key be pressed meanwhile`() {
        var dashboard = opening()
        _ = dashboard.update(.loading(0.4))
        #expect(dashboard.screen.contains("loading 40 %"))
        for entry in ActionTable.entries {
            for key in entry.keys where entry.command != .quit { _ = dashboard.update(.event(.key(key))) }
        }
        _ = dashboard.draw()
    }

    @Test func `says why there are no samples`() {
        var dashboard = opening()
        _ = dashboard.update(.loadingFailed("fruit.npz is damaged."))
        #expect(dashboard.screen.contains("fruit.npz is damaged."))
    }

    @Test func `offers the real data set, fetches it, and shows it`() {
        var dashboard = opening(download: true)
        _ = dashboard.update(.loaded(Fixture.dataset))
        #expect(dashboard.screen.contains("F download"))
        guard case .fetch("real")? = dashboard.press("F").first else {
            Issue.record("nothing is fetched")
            return
        }
        _ = dashboard.update(.fetching(0.25))
        #expect(dashboard.screen.contains("downloading 25 %"))
        guard case .load(let reference, _)? = dashboard.update(.fetched).first else {
            Issue.record("nothing is loaded")
            return
        }
        #expect(reference == Term("real"))
    }

    @Test func `cancels a download with the key that began it`() {
        var dashboard = opening(download: true)
        _ = dashboard.update(.loaded(Fixture.dataset))
        dashboard.press("F")
        #expect(dashboard.screen.contains("F cancel download"))
        guard case .cancelFetch? = dashboard.press("F").first else {
            Issue.record("the download goes on")
            return
        }
        _ = dashboard.update(.fetchingFailed(nil))
        #expect(dashboard.screen.contains("cancelled"))
    }

    @Test func `offers the download where the files that were asked for are missing`() {
        var dashboard = Dashboard(
            experiment: Experiment(dataset: Term("real"), model: Model(layers: [])), size: Size(120, 40),
            downloads: [.init(name: "real", title: "Real Fruit")])
        _ = dashboard.update(.loadingFailed("real.npz was not found."))
        guard case .fetch("real")? = dashboard.press("F").first else {
            Issue.record("nothing is fetched")
            return
        }
    }

    @Test func `shows a long message whole`() {
        var dashboard = opening(download: true)
        _ = dashboard.update(.event(.resize(Size(60, 15))))
        let reason =
            "The download of fruit.npz from https://example.org failed: the server can't be reached. Check the network, then try again."
        _ = dashboard.update(.fetchingFailed(reason))
        #expect(dashboard.screen.contains("again."))
    }

    @Test(arguments: [(120, 40), (20, 6)])
    func `says which samples it shows, on a screen of any size`(columns: Int, rows: Int) {
        #expect(Fixture.dashboard(columns, rows).screen.contains("made-up fruit"))
    }

    @Test func `keeps what it shows when a download fails`() {
        var dashboard = opening(download: true)
        _ = dashboard.update(.loaded(Fixture.dataset))
        dashboard.press("F")
        _ = dashboard.update(.fetchingFailed("The server is not there."))
        #expect(dashboard.screen.contains("The server is not there."))
        #expect(dashboard.samples.selected != nil)
    }
}
