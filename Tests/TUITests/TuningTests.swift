import Datasets
import Testing

@testable import TUI
@testable import Training

/// Changes that are made while a network is trained.
@Suite struct `In the midst of a run` {
    private static let later = "This holds from the next run on."
    private static let rest = "The rest holds from the next run on."

    @Test(arguments: [
        ("batch_size(64)", ExperimentEdit.batchSize(64)), ("l2(layer=1, 0.01)", .l2(layer: 0, 0.01)),
        ("momentum(0.5)", .momentum(0.5)), ("learning_rate(0.01)", .learningRate(0.01)),
        ("epochs(9)", .epochs(9)),
    ])
    func `what can be changed while a network is trained holds at once`(text: String, edit: ExperimentEdit)
        throws
    {
        var dashboard = Fixture.trained(3)
        #expect(dashboard.update(.command(try Command(text: "change \(text)"))).told == [.tune(edit)])
        #expect(dashboard.press("u").told.count == 1)
    }

    @Test func `more epochs add to those that it was asked for, and can be trained to`() throws {
        var dashboard = Fixture.trained(3)
        #expect(dashboard.update(.command(try Command(text: "more 10"))).told == [.tune(.epochs(30))])
        #expect(dashboard.update(.command(try Command(text: "more 10"))).told == [.tune(.epochs(40))])
        #expect(dashboard.experiment.settings.epochs == 40)
        let id = try #require(dashboard.run?.id)
        for epochs in [30, 40] {
            _ = dashboard.update(.milestone(id, .tuned(TimedEdit(.epochs(epochs), at: Moment(epochs: 3)))))
        }
        #expect(dashboard.run?.experiment.settings.epochs == 40)
        #expect(dashboard.update(.command(try Command(text: "more 5"))).told == [.tune(.epochs(45))])
    }

    @Test func `a time after epochs that it was just asked for can be trained to`() throws {
        var dashboard = Fixture.trained(3)
        dashboard.press("space")
        let id = try #require(dashboard.run?.id)
        _ = dashboard.update(.milestone(id, .paused))
        dashboard.perform("more 10")
        #expect(dashboard.update(.command(try Command(text: "until 25"))).told == [.stepEpoch])
        #expect(dashboard.notice?.isError != true)
    }

    @Test func `more epochs than a run can have are refused`() throws {
        var dashboard = Fixture.trained(3)
        #expect(dashboard.update(.command(try Command(text: "more 100000"))).told.isEmpty)
        #expect(dashboard.experiment.settings.epochs == 20)
        #expect(
            dashboard.notice?.text
                == "“100020” can't be taken: epochs is a whole number from 1 to 100,000. 20 and 100,000 more are 100,020."
        )
        #expect(dashboard.notice?.isError == true)
    }

    @Test(arguments: [
        "change learning_rate(-1)", "change epochs(0)", "set epochs = 0", "change l2(layer=1, -1)",
    ])
    func `what no run could take is refused before it is in the experiment`(text: String) throws {
        var dashboard = Fixture.trained(3)
        let before = dashboard.experiment
        #expect(dashboard.update(.command(try Command(text: text))).told.isEmpty)
        #expect(dashboard.experiment == before)
        #expect(dashboard.notice?.isError == true)
    }

    @Test(arguments: [
        "change learning_rate(-1)", "change learning_rate(0)", "change batch_size(0)", "change momentum(7)",
        "change l2(layer=1, -1)", "set epochs = 0",
    ])
    func `a number beyond its bounds is refused as before a run`(text: String) throws {
        var (before, during) = (Fixture.dashboard(), Fixture.trained(3))
        before.perform(text)
        during.perform(text)
        #expect(before.notice?.text.contains("can't be taken: ") == true)
        #expect(during.notice?.text == before.notice?.text)
    }

    @Test func `what no run could take is taken back without telling the run`() throws {
        var dashboard = Fixture.dashboard()
        dashboard.experiment.model.optimizer.learningRate = -1
        dashboard.perform("change learning_rate(0.01)")
        dashboard.press("space")
        #expect(dashboard.isTraining)
        #expect(dashboard.press("u").told.isEmpty)
        #expect(dashboard.experiment.model.optimizer.learningRate == -1)
        #expect(dashboard.notice?.text.hasSuffix("This holds from the next run on.") == true)
    }

    @Test(arguments: ["change seed(7)", "set seed = 7", "set metrics = mae"])
    func `what a run can't take holds from the next one, and says so`(text: String) throws {
        var dashboard = Fixture.trained(3)
        #expect(dashboard.update(.command(try Command(text: text))).told.isEmpty)
        #expect(dashboard.notice?.text == "This holds from the next run on.")
    }

    @Test func `more epochs that come too late are refused, with what trains them`() throws {
        var dashboard = Fixture.trained(20)
        let id = try #require(dashboard.run?.id)
        #expect(dashboard.press("V").told == [.tune(.epochs(25))])
        _ = dashboard.update(.milestone(id, .finished(History(epochs: (1...20).map(Fixture.epoch)))))
        #expect(
            dashboard.notice?.text
                == "run 1 had ended before epochs(25) could be made: this holds from the next run on. "
                + "V trains the missing epochs now.")
        #expect(dashboard.notice?.isError == true)
        #expect(dashboard.press("V").branch?.epoch == 20)
        #expect(dashboard.run?.fit.experiment.changes.map(\.edit) == [.epochs(25)])
    }

    // MARK: Other layers, another optimizer

    /// A run of four dense layers that is under way.
    private func deep() throws -> Dashboard {
        var dashboard = Fixture.dashboard()
        dashboard.perform(
            "set layers = dense(64, activation=relu), dense(32), dense(16), dense(46, activation=softmax)")
        dashboard.press("space")
        let id = try #require(dashboard.run?.id)
        _ = dashboard.update(.milestone(id, .started(epochs: 20, batchesPerEpoch: 16)))
        #expect(dashboard.run?.experiment.model.layers.count == 4)
        return dashboard
    }

    @Test(arguments: ["layer 1 remove", "change add_layer(1)", "change move_layer(layer=1, 1)"])
    func `a layer of another number than the run's holds later`(change: String) throws {
        var dashboard = try deep()
        dashboard.perform(change)
        #expect(try dashboard.update(.command(Command(text: "change l2(layer=1, 0.5)"))).told.isEmpty)
        #expect(dashboard.notice?.text == Self.later)
        #expect(dashboard.experiment.model.layers[0].l2 == 0.5)
        // Once the layers are the run's again, it is told.
        dashboard.press("u u")
        let told = try dashboard.update(.command(Command(text: "change l2(layer=2, 0.5)"))).told
        #expect(told == [.tune(.l2(layer: 1, 0.5))])
    }

    @Test func `what does not hang on the layers still holds at once`() throws {
        var dashboard = try deep()
        dashboard.perform("layer 1 remove")
        let told = try dashboard.update(.command(Command(text: "change learning_rate(0.5)"))).told
        #expect(told == [.tune(.learningRate(0.5))])
    }

    @Test(arguments: ["learning_rate(0.5)", "momentum(0.5)"])
    func `a number of another optimizer than the run's holds later`(change: String) throws {
        var dashboard = Fixture.trained(3)
        #expect(dashboard.experiment.model.optimizer.name != "sgd")
        dashboard.perform("change optimizer(sgd)")
        #expect(try dashboard.update(.command(Command(text: "change \(change)"))).told.isEmpty)
        #expect(dashboard.notice?.text == Self.later)
    }

    // MARK: Changes in two parts

    @Test func `a change of which the run takes a part says that the rest holds later`() throws {
        var dashboard = Fixture.trained(3)
        let name = dashboard.experiment.model.optimizer.name
        let id = try #require(dashboard.run?.id)
        let change = "set optimizer = \(name)(learning_rate=0.01, epsilon=0.1)"
        #expect(try dashboard.update(.command(Command(text: change))).told == [.tune(.learningRate(0.01))])
        #expect(dashboard.notice?.text == Self.rest)
        // The run's answer comes at once, and hides none of it.
        _ = dashboard.update(.milestone(id, .tuned(TimedEdit(.learningRate(0.01), at: Moment(epochs: 3)))))
        #expect(dashboard.notice?.text == "learning_rate(0.01) from epoch 4 on. \(Self.rest)")
        #expect(dashboard.log.entries.last?.text == "learning_rate(0.01) from epoch 4 on.")
        #expect(dashboard.press("u").told == [.tune(.learningRate(0.001))])
        #expect(dashboard.notice?.text == "Taken back: set optimizer. \(Self.rest)")
    }

    @Test func `a change that the run takes as a whole leaves no rest`() throws {
        var dashboard = Fixture.trained(3)
        let name = dashboard.experiment.model.optimizer.name
        let id = try #require(dashboard.run?.id)
        let change = "set optimizer = \(name)(learning_rate=0.01)"
        #expect(try dashboard.update(.command(Command(text: change))).told == [.tune(.learningRate(0.01))])
        #expect(dashboard.notice?.text.contains("next run") != true)
        _ = dashboard.update(.milestone(id, .tuned(TimedEdit(.learningRate(0.01), at: Moment(epochs: 3)))))
        #expect(dashboard.notice?.text == "learning_rate(0.01) from epoch 4 on.")
    }

    // MARK: The title of the pane

    private static let title = "changed: holds from the next run on"

    @Test(arguments: [
        "change batch_size(64)", "change learning_rate(0.01)", "change epochs(9)", "early-stopping",
    ])
    func `the title calls nothing changed that the run takes at once`(command: String) throws {
        var dashboard = Fixture.trained(3)
        dashboard.perform(command)
        // A run that pauses takes it later.
        #expect(!dashboard.screen.contains(Self.title))
        dashboard.perform("change seed(7)")
        #expect(!dashboard.screen.contains(Self.title))
        dashboard.perform("layer 1 units 7")
        #expect(dashboard.screen.contains(Self.title))
    }

    @Test func `nor what it has taken, nor what is planned for it`() throws {
        var dashboard = Fixture.trained(3)
        let first = try #require(dashboard.run?.id)
        _ = dashboard.update(.milestone(first, .tuned(TimedEdit(.batchSize(64), at: Moment(epochs: 3)))))
        _ = dashboard.update(.milestone(first, .stopped(dashboard.run?.history ?? History())))
        dashboard.perform("again")
        #expect(dashboard.isTraining && !dashboard.screen.contains(Self.title))
        let id = try #require(dashboard.run?.id)
        _ = dashboard.update(.milestone(id, .started(epochs: 20, batchesPerEpoch: 16)))
        #expect(!dashboard.screen.contains(Self.title))
    }

    @Test(arguments: [false, true])
    func `more epochs are those of the pane, too`(ends: Bool) throws {
        var dashboard = Fixture.trained(4, ends: ends)
        let planned = dashboard.experiment.settings.epochs
        dashboard.perform("more 20")
        #expect(dashboard.experiment.settings.epochs == (ends ? 4 : planned) + 20)
        let id = try #require(dashboard.run?.id)
        if ends {
            _ = dashboard.update(.milestone(id, .started(epochs: 24, batchesPerEpoch: 16)))
        } else {
            let change = TimedEdit(.epochs(planned + 20), at: Moment(epochs: 4))
            _ = dashboard.update(.milestone(id, .tuned(change)))
            #expect(
                dashboard.script.entries.map(\.text).suffix(2) == ["train", "change epochs(\(planned + 20))"])
        }
        #expect(!dashboard.screen.contains(Self.title))
        dashboard.perform("undo")
        #expect(dashboard.experiment.settings.epochs == planned)
    }
}
