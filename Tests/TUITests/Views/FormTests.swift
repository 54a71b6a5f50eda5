import Datasets
import Testing

@testable import TUI
@testable import Training

@Suite struct `A data set of another form` {
    @Test(arguments: [
        (FormFixture.houses, "64-64-1"), (.strokes, "512-4"), (.reviews, "16-16-1"), (.clouds, "8-8-4"),
    ])
    func `gets a network that can be trained`(form: FormFixture, layers: String) {
        let dashboard = form.dashboard()
        #expect(dashboard.experiment.summary.hasPrefix(layers))
        #expect(dashboard.problems == [])
        #expect(dashboard.experiment.settings.validation < dashboard.dataset?.train.count ?? 0)
    }

    @Test(arguments: FormFixture.allCases, FormFixture.allCases)
    func `takes another's place, and what nobody chose follows`(first: FormFixture, second: FormFixture) {
        var dashboard = first.dashboard()
        _ = dashboard.update(.loaded(second.dataset))
        #expect(dashboard.problems == [])
        #expect(dashboard.experiment == second.dashboard().experiment)
    }

    @Test func `leaves alone what somebody chose`() {
        var dashboard = FormFixture.houses.dashboard()
        dashboard.perform("change epochs(7)")
        dashboard.perform("change units(layer=1, 5)")
        _ = dashboard.update(.loaded(FormFixture.strokes.dataset))
        #expect(dashboard.experiment.settings.epochs == 7)
        #expect(dashboard.experiment.summary.hasPrefix("5-64-4"))
        // The last layer is fitted, with its loss.
        #expect(dashboard.problems == [])
        _ = dashboard.update(.loaded(FormFixture.houses.dataset))
        #expect(dashboard.experiment.summary.hasPrefix("5-64-1"))
        #expect(dashboard.problems == [])
    }

    @Test(arguments: FormFixture.allCases)
    func `is told in words, every pane and every view`(form: FormFixture) {
        var dashboard = form.trained()
        for _ in 0..<4 {
            for pane in PaneID.allCases { #expect(!dashboard.plain(pane).isEmpty) }
            dashboard.perform("sizes")
            dashboard.answered(.command(.inspectorView))
        }
        #expect(dashboard.plain(.data).first?.contains(form.dataset.task) == true)
    }

    @Test func `shows pictures from the chosen one on, each with its class`() {
        var dashboard = FormFixture.strokes.dashboard(120, 40)
        dashboard.press("1 c c")
        #expect(dashboard.samples.view == .pictures)
        #expect(dashboard.screen.contains("images from train 16 on"))
        dashboard.press("c")
        #expect(dashboard.samples.view == .split)
    }

    @Test func `waits in plain text for what a network is asked`() throws {
        var session = PlainSession(
            Dashboard(
                experiment: Experiment(dataset: Term("houses"), model: Model(layers: [])), size: Size(120, 60)
            ),
            isInteractive: false)
        _ = session.take(.loaded(FormFixture.houses.dataset))
        _ = session.take(line: "train")
        let id = try #require(session.dashboard.run?.id)
        _ = session.take(.milestone(id, .finished(History(epochs: []))))
        _ = session.take(.tested(id, Metrics(loss: 0.2, values: [.init(.meanAbsoluteError, 0.314)])))
        let model = session.dashboard.experiment.model
        let outcome = session.take(.snapshot(id, Fixture.snapshot(model, epochs: 1, inputs: 5)))
        #expect(session.isBusy)
        for effect in outcome.effects {
            guard case .predict(let request, let network, let dataset) = effect else { continue }
            _ = session.take(.predicted(PartPredictions(request, from: network, on: dataset)))
        }
        #expect(!session.isBusy)
        #expect(session.take(line: "show inspector").lines.contains { $0.contains("The furthest off") })
    }
}
