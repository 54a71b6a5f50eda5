import Datasets
import Testing

@testable import TUI
@testable import Training

@Suite struct `Undoing` {
    private static let edits = [
        "units(layer=1, 4)", "activation(layer=2, tanh)", "add_layer(1)", "remove_layer(layer=2)",
        "move_layer(layer=2, 1)", "optimizer(sgd(momentum=0.9))", "learning_rate(0.5)",
        "loss(mean_squared_error)", "batch_size(32)", "epochs(3)", "validation(10)", "seed(42)",
    ]

    @Test(arguments: edits)
    func `takes back each kind of change, and makes it again`(edit: String) throws {
        var dashboard = Fixture.dashboard()
        let before = dashboard.experiment
        let samples = dashboard.samples.rows
        dashboard.perform("change \(edit)")
        let after = dashboard.experiment
        #expect(after != before)
        dashboard.press("u")
        #expect(dashboard.experiment == before)
        #expect(dashboard.notice?.text.contains("Taken back") == true)
        #expect(dashboard.samples.rows == samples)
        #expect(!dashboard.hasOwnModel)
        dashboard.press("ctrl+r")
        #expect(dashboard.experiment == after)
        #expect(dashboard.notice?.text.contains("Made again") == true)
    }

    @Test func `takes back a dropout layer's rate`() throws {
        var dashboard = Dashboard(
            experiment: Experiment(
                dataset: Term("fruit"),
                model: Model(layers: [
                    .dense(8, activation: .relu), try Layer(text: "dropout(0.5)"),
                    .dense(46, activation: .softmax),
                ])), size: Size(120, 40))
        _ = dashboard.update(.loaded(Fixture.dataset))
        let before = dashboard.experiment
        dashboard.perform("change rate(layer=2, 0.25)")
        #expect(dashboard.experiment != before)
        dashboard.press("u")
        #expect(dashboard.experiment == before)
    }

    @Test func `comes back over a walk of 500 changes, and goes to its end again`() {
        var dashboard = Fixture.dashboard()
        var random = SplitMix64(seed: 7)
        let keys = ["+", "-", "a", "d", "J", "K", "j", "k", "h", "l", "home", "end"]
        var stages = [dashboard.experiment]
        dashboard.press("2")
        while stages.count <= 500 {
            dashboard.press(keys[random.below(keys.count)])
            if dashboard.experiment != stages.last { stages.append(dashboard.experiment) }
        }
        for stage in stages.dropLast().reversed() {
            dashboard.press("u")
            #expect(dashboard.experiment == stage)
        }
        dashboard.press("u")
        #expect(dashboard.notice?.text.contains("no change to take back") == true)
        for stage in stages.dropFirst() {
            dashboard.press("ctrl+r")
            #expect(dashboard.experiment == stage)
        }
        dashboard.press("ctrl+r")
        #expect(dashboard.notice?.text.contains("no change to make again") == true)
    }

    @Test func `forgets what was taken back once something else is changed`() {
        var dashboard = Fixture.dashboard()
        dashboard.perform("change epochs(3)")
        dashboard.press("u")
        dashboard.perform("change epochs(4)")
        dashboard.press("ctrl+r")
        #expect(dashboard.experiment.settings.epochs == 4)
        dashboard.press("u")
        #expect(dashboard.experiment.settings.epochs == 20)
    }

    @Test func `leaves alone what was no change`() {
        var dashboard = Fixture.dashboard()
        dashboard.perform("change epochs(3)")
        dashboard.perform("change epochs(3)")
        dashboard.perform("change units(layer=9, 3)")
        dashboard.press("u")
        #expect(dashboard.experiment.settings.epochs == 20)
    }

    @Test func `works in every pane, and gives a run its old learning rate back`() {
        var dashboard = Fixture.trained(3)
        dashboard.perform("change learning_rate(0.5)")
        for pane in PaneID.allCases {
            dashboard.perform("focus \(pane.rawValue)")
            #expect(dashboard.press("u").told == [.tune(.learningRate(0.001))])
            #expect(dashboard.press("ctrl+r").told == [.tune(.learningRate(0.5))])
        }
    }

    @Test func `keeps a field that is being changed when its layer is taken away`() throws {
        var dashboard = Fixture.dashboard()
        dashboard.perform("change add_layer(1)")
        for keys in ["2 end home j j j enter", "2 home j j j l enter"] {
            dashboard.press(keys)
            _ = dashboard.update(.command(.undo))
            _ = dashboard.draw()
            dashboard.press("enter")
            #expect(dashboard.experiment.model.layers.count == 3)
            dashboard.press("esc")
            _ = dashboard.update(.command(.redo))
        }
    }

    @Test func `begins anew with another data set`() {
        var dashboard = Fixture.dashboard()
        dashboard.perform("change epochs(3)")
        _ = dashboard.update(.loaded(Fixture.dataset))
        dashboard.press("u")
        #expect(dashboard.experiment.settings.epochs == 3)
    }
}
