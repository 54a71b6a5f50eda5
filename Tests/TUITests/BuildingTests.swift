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
        #expect(dashboard.notice?.text.contains("10 units") == true)
        #expect(dashboard.script.entries.map(\.text).contains { $0.contains("units 10") })
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

    // MARK: A schedule

    private func onSchedule() throws -> Dashboard {
        var dashboard = onModel()
        let optimizer = try Optimizer(text: "adam(beta_1=0.8, learning_rate=CosineDecay(0.01, 320))")
        _ = dashboard.update(.command(.change(.optimizer(optimizer))))
        dashboard.press("j j j j")
        return dashboard
    }

    @Test func `shows a schedule in place of the learning rate, and plus and minus leave it alone`() throws {
        var dashboard = try onSchedule()
        #expect(dashboard.screen.contains("CosineDecay("))
        let before = dashboard.experiment
        for key in ["+", "-"] {
            dashboard.press(key)
            #expect(dashboard.notice?.text.contains("follows a schedule") == true)
            #expect(dashboard.notice?.isError == false)
        }
        dashboard.press("enter enter")
        #expect(dashboard.overlay == nil)
        #expect(dashboard.experiment == before)
    }

    @Test func `takes a number in place of a schedule`() throws {
        var dashboard = try onSchedule()
        dashboard.press("enter")
        dashboard.type("0.02")
        dashboard.press("enter")
        #expect(
            try dashboard.experiment.model.optimizer
                == Optimizer(text: "adam(beta_1=0.8, learning_rate=0.02)"))
    }

    @Test func `takes a schedule, and keeps the optimizer's other settings`() throws {
        var dashboard = try onSchedule()
        dashboard.press("enter")
        dashboard.type("ExponentialDecay(0.1, 100, 0.9)")
        dashboard.press("enter")
        let schedule = "ExponentialDecay(0.1, 100, 0.9)"
        #expect(
            try dashboard.experiment.model.optimizer
                == Optimizer(text: "adam(beta_1=0.8, learning_rate=\(schedule))"))
    }

    @Test func `says what schedules there are when none is of that name`() throws {
        var dashboard = try onSchedule()
        let before = dashboard.experiment
        dashboard.press("enter")
        dashboard.type("CosineDekay(0.1, 100)")
        dashboard.press("enter")
        #expect(dashboard.experiment == before)
        #expect(dashboard.screen.contains("CosineDecay"))
        guard case .prompt(let prompt)? = dashboard.overlay else {
            Issue.record("the line to type in is gone")
            return
        }
        #expect(prompt.error?.contains("CosineDekay") == true)
    }

    @Test func `does not call a run's own schedule a change`() throws {
        var dashboard = try onSchedule()
        dashboard.press("space 2")
        #expect(dashboard.run != nil)
        #expect(!dashboard.screen.contains("holds from the next run on"))
        dashboard.press("enter")
        dashboard.type("0.02")
        dashboard.press("enter")
        #expect(!dashboard.screen.contains("changed: holds from the next run on"))
    }

    @Test func `calls the momentum of Adam what Keras calls it`() {
        var dashboard = onModel()
        #expect(dashboard.screen.contains("beta_1"))
        #expect(!dashboard.screen.contains("momentum"))
        dashboard.perform("change optimizer(sgd)")
        #expect(dashboard.screen.contains("momentum"))
    }

    @Test func `cuts a long activation to its column`() throws {
        var dashboard = onModel()
        let activation = try Activation(text: "leaky_relu(negative_slope=0.3)")
        _ = dashboard.update(.command(.change(.activation(layer: 0, activation))))
        let line = dashboard.draw().lines.first { $0.contains("leaky_") }
        #expect(line?.contains("leaky_rel… ") == true)
    }
}
