import Datasets
import Testing

@testable import TUI
@testable import Training

@Suite struct `Building` {
    private func onModel(_ rows: Int = 40) -> Dashboard {
        var dashboard = Fixture.dashboard(120, rows)
        dashboard.press("2")
        return dashboard
    }

    @Test func `begins with the book's network`() {
        let model = Fixture.dashboard().experiment.model
        #expect(model == Model.book(classes: Fixture.classes.count))
    }

    @Test func `keeps hidden layers that were chosen beforehand, and fits the last one to the classes`() {
        let chosen = Model(layers: [.dense(512, activation: .relu), .dense(1, activation: .softmax)])
        var dashboard = Dashboard(
            experiment: Experiment(dataset: Term("fruit"), model: chosen), size: Size(120, 40))
        _ = dashboard.update(.loaded(Fixture.dataset))
        #expect(dashboard.experiment.model.layers.map(\.units) == [512, Fixture.classes.count])
    }

    @Test func `changes units by typing`() {
        var dashboard = onModel()
        dashboard.press("j enter ctrl+u")
        dashboard.type("4")
        dashboard.press("enter")
        #expect(dashboard.experiment.model.layers.map(\.units) == [64, 4, 46])
    }

    @Test func `replaces the old value by what is typed`() {
        var dashboard = onModel()
        dashboard.press("enter")
        dashboard.type("12")
        dashboard.press("enter")
        #expect(dashboard.experiment.model.layers[0].units == 12)
    }

    @Test func `keeps the old value and says why when the new one won't do`() {
        var dashboard = onModel()
        dashboard.press("enter ctrl+u")
        dashboard.type("none")
        dashboard.press("enter")
        #expect(dashboard.experiment.model.layers[0].units == 64)
        #expect(dashboard.screen.contains("whole number"))
        dashboard.press("esc")
        #expect(dashboard.overlay == nil)
    }

    @Test func `refuses a decimal comma instead of dropping it`() {
        var dashboard = onModel()
        dashboard.press("j j j j enter ctrl+u")
        dashboard.type("0,001")
        dashboard.press("enter")
        #expect(dashboard.experiment.model.optimizer.learningRate == 0.001)
        #expect(dashboard.screen.contains("such as 0.001"))
    }

    @Test func `shows an optimizer's settings, and keeps them when it is chosen again`() throws {
        var dashboard = Fixture.dashboard(200, 60)
        dashboard.press("2")
        let optimizer = try Optimizer(text: "sgd(learning_rate=0.5, momentum=0.9)")
        _ = dashboard.update(.command(.change(.optimizer(optimizer))))
        #expect(dashboard.screen.contains("sgd(momentum=0.9)"))
        dashboard.press("j j j enter")
        dashboard.type("sgd")
        dashboard.press("enter")
        #expect(dashboard.experiment.model.optimizer == optimizer)
    }

    @Test func `says in the smallest window what is wrong with the model`() {
        var dashboard = Fixture.dashboard(20, 6)
        _ = dashboard.update(.command(.change(.units(layer: 2, 10))))
        #expect(dashboard.notice?.isError == true)
    }

    @Test func `chooses an activation from a list`() {
        var dashboard = onModel()
        dashboard.press("l enter")
        dashboard.type("tanh")
        dashboard.press("enter")
        #expect(dashboard.experiment.model.layers[0].activation == .tanh)
    }

    @Test func `doubles and halves units with plus and minus`() {
        var dashboard = onModel()
        dashboard.press("+")
        #expect(dashboard.experiment.model.layers[0].units == 128)
        dashboard.press("- -")
        #expect(dashboard.experiment.model.layers[0].units == 32)
    }

    @Test func `adds, moves and removes layers`() {
        var dashboard = onModel()
        dashboard.press("a")
        #expect(dashboard.experiment.model.layers.map(\.units) == [64, 64, 64, 46])
        dashboard.press("- K")
        #expect(dashboard.experiment.model.layers.map(\.units) == [32, 64, 64, 46])
        dashboard.press("J d")
        #expect(dashboard.experiment.model.layers.map(\.units) == [64, 64, 46])
    }

    @Test func `says what is wrong where it is wrong, and does not train it`() {
        var dashboard = onModel()
        dashboard.press("j j enter ctrl+u")
        dashboard.type("10")
        dashboard.press("enter")
        #expect(dashboard.screen.contains("has 10 units"))
        dashboard.press("1")
        let effects = dashboard.press("space")
        #expect(effects.isEmpty)
        #expect(dashboard.focus == .model)
    }

    @Test func `never removes the last layer`() {
        var dashboard = onModel()
        dashboard.press("d d d d d")
        #expect(dashboard.experiment.model.layers.count == 1)
        dashboard.press("j k + - enter esc a")
        #expect(dashboard.experiment.model.layers.count == 2)
        _ = dashboard.draw()
    }

    @Test func `changes every setting`() {
        var dashboard = onModel()
        let before = dashboard.experiment
        for _ in 0..<20 { dashboard.press("+ l + h j") }
        #expect(dashboard.experiment.settings.batchSize != before.settings.batchSize)
        #expect(dashboard.experiment.settings.epochs != before.settings.epochs)
        #expect(dashboard.experiment.settings.validation != before.settings.validation)
        #expect(dashboard.experiment.settings.seed != before.settings.seed)
        #expect(dashboard.experiment.model.optimizer != before.model.optimizer)
        #expect(dashboard.experiment.model.loss != before.model.loss)
        #expect(dashboard.pace != .epochsPerSecond(5))
    }

    @Test func `lists anew what is set aside for validation`() {
        var dashboard = onModel()
        _ = dashboard.change(.validation(10))
        #expect(dashboard.samples.rows == Array(10..<300))
    }
}
