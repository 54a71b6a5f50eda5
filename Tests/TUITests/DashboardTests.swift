import Datasets
import Testing

@testable import TUI
@testable import Training

@Suite struct `Browsing` {
    @Test func `begins at the first sample that is trained on`() {
        let dashboard = Fixture.dashboard()
        #expect(dashboard.samples.part == .train)
        #expect(dashboard.samples.selected == 100)
    }

    @Test(arguments: [("j", "k"), ("down", "up")])
    func `goes down and up with letters and with arrows`(down: String, up: String) {
        var dashboard = Fixture.dashboard()
        dashboard.press("\(down) \(down) \(down)")
        #expect(dashboard.samples.selected == 103)
        dashboard.press(up)
        #expect(dashboard.samples.selected == 102)
    }

    @Test func `reaches the ends, and goes no further`() {
        var dashboard = Fixture.dashboard()
        dashboard.press("G")
        #expect(dashboard.samples.selected == 299)
        dashboard.press("j pagedown")
        #expect(dashboard.samples.selected == 299)
        dashboard.press("home k pageup")
        #expect(dashboard.samples.selected == 100)
    }

    @Test func `keeps the chosen row on the screen`() {
        var dashboard = Fixture.dashboard(80, 24)
        for keys in ["pagedown", "pagedown", "G", "k k k", "pageup", "g", "j"] {
            dashboard.press(keys)
            let top = dashboard.samples.position.top
            #expect((top..<top + dashboard.listRows).contains(dashboard.samples.position.cursor))
        }
    }

    @Test func `turns through the parts`() {
        var dashboard = Fixture.dashboard()
        dashboard.press("l")
        #expect(dashboard.samples.part == .validation)
        #expect(dashboard.samples.rows == Array(0..<100))
        dashboard.press("right")
        #expect(dashboard.samples.part == .test)
        dashboard.press("l")
        #expect(dashboard.samples.part == .train)
        dashboard.press("h")
        #expect(dashboard.samples.part == .test)
    }

    @Test func `filters by words while they are typed`() throws {
        var dashboard = Fixture.dashboard()
        dashboard.press("/")
        dashboard.type("frost lon")
        let rows = dashboard.samples.rows
        #expect(!rows.isEmpty && rows.count < 200)
        for row in rows {
            let text = try #require(Fixture.dataset.text(of: row, in: Fixture.dataset.train))
            #expect(text.contains("frost") && text.contains("london"))
        }
        dashboard.press("enter")
        #expect(dashboard.samples.rows == rows)
    }

    @Test func `takes back a filter that is not confirmed`() {
        var dashboard = Fixture.dashboard()
        dashboard.press("/")
        dashboard.type("frost")
        dashboard.press("esc")
        #expect(dashboard.samples.rows.count == 200)
    }

    @Test func `filters by a class chosen from a list, or by typing part of its name`() {
        var dashboard = Fixture.dashboard()
        dashboard.press("t")
        dashboard.type("kiwi")
        dashboard.press("enter")
        #expect(dashboard.samples.label == 3)
        let labels = Fixture.dataset.train.labels
        #expect(dashboard.samples.rows == (100..<300).filter { labels[$0] == 3 })
    }

    @Test func `lifts filters with escape, one level at a time`() {
        var dashboard = Fixture.dashboard()
        dashboard.press("/")
        dashboard.type("gold")
        dashboard.press("enter z")
        dashboard.press("esc")
        #expect(!dashboard.isZoomed && dashboard.samples.isFiltered)
        dashboard.press("esc")
        #expect(!dashboard.samples.isFiltered)
        #expect(dashboard.press("esc").isEmpty, "escape never leaves the program")
    }

    @Test func `gives back the chosen sample when a filter is not confirmed`() {
        var dashboard = Fixture.dashboard()
        dashboard.press("j j j /")
        dashboard.type("zzzz")
        dashboard.press("esc")
        #expect(dashboard.samples.selected == 103)
    }

    @Test func `leaves the filter alone when escape is pressed in another pane`() {
        var dashboard = Fixture.dashboard(80, 24)
        dashboard.press("/")
        dashboard.type("gold")
        dashboard.press("enter 2 esc")
        #expect(dashboard.samples.isFiltered)
        dashboard.press("1 esc")
        #expect(!dashboard.samples.isFiltered)
    }

    @Test func `keeps its place in the list while another pane has the screen`() {
        var dashboard = Fixture.dashboard(80, 24)
        dashboard.press("j j j j")
        let position = dashboard.samples.position
        dashboard.press("2 1")
        #expect(dashboard.samples.position == position)
    }

    @Test func `marks the words that were searched for`() {
        var dashboard = Fixture.dashboard()
        dashboard.press("/")
        dashboard.type("tonnes")
        dashboard.press("enter")
        let marked = dashboard.draw().cells.filter { $0.style.role == .match }.map { String($0.character) }
            .joined()
        #expect(marked.contains("tonnes"))
    }

    @Test func `reads a long text to its last line`() throws {
        var dashboard = Fixture.dashboard(40, 10)
        dashboard.press("v")
        let row = try #require(dashboard.samples.selected)
        let text = try #require(Fixture.dataset.text(of: row, in: Fixture.dataset.train))
        for _ in 0..<40 { dashboard.press("J") }
        let last = try #require(WrappedText(text, columns: 38).lines.last)
        #expect(dashboard.screen.contains(last))
    }

    @Test func `jumps to a number, in the part where it is`() {
        var dashboard = Fixture.dashboard()
        dashboard.press("i")
        dashboard.type("250")
        dashboard.press("enter")
        #expect(dashboard.samples.selected == 250)
        dashboard.press("i")
        dashboard.type("7")
        dashboard.press("enter")
        #expect(dashboard.samples.part == .validation)
        #expect(dashboard.samples.selected == 7)
    }

    @Test func `says which numbers there are when one is asked for that is not`() {
        var dashboard = Fixture.dashboard()
        dashboard.press("i")
        dashboard.type("9999")
        dashboard.press("enter")
        #expect(dashboard.screen.contains("0 to 299"))
    }

    @Test func `shows a text without anything that a terminal would obey`() {
        var words = Fixture.words
        words[1] = "\u{1B}[31mred\u{7}\u{202E}"
        let vocabulary = Vocabulary(words: words, indexFrom: 3)
        let dataset = Dataset(
            reference: Term("hostile"), title: "a\u{1B}]0;title\u{7}b",
            classes: ["\u{9B}31m"] + Fixture.classes.dropFirst(),
            train: Split(
                inputs: Fixture.dataset.train.inputs, labels: Array(repeating: 0, count: 300),
                texts: Fixture.dataset.train.texts), test: Fixture.dataset.test, vocabulary: vocabulary)
        var dashboard = Fixture.dashboard()
        _ = dashboard.update(.loaded(dataset))
        for cell in dashboard.draw().cells where cell.character != Cell.rightHalf {
            #expect(cell.character.printable == cell.character)
        }
    }
}

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

@Suite struct `Training from the dashboard` {
    @Test(arguments: ["1", "2", "3", "4"])
    func `starts with space in every pane`(pane: String) {
        var dashboard = Fixture.dashboard()
        dashboard.press(pane)
        let effects = dashboard.press("space")
        guard case .train(_, let experiment, _, .start, _) = effects.first else {
            Issue.record("space did not start a run: \(effects)")
            return
        }
        #expect(experiment == dashboard.experiment)
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
        #expect(dashboard.press("enter").told == [.setLearningRate(0.01)])
    }

    @Test func `writes a space into a text instead of training`() {
        var dashboard = Fixture.dashboard()
        dashboard.press("/")
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
}

@Suite struct `Inspecting` {
    @Test func `follows the selection`() {
        var dashboard = Fixture.trained(20, ends: true)
        let first = dashboard.probabilities
        dashboard.press("j")
        #expect(dashboard.probabilities != first)
        #expect(dashboard.screen.contains("train 101 · after 20 epochs"))
    }

    @Test func `shows a sum of one, and the largest in the headline`() throws {
        let dashboard = Fixture.trained(20, ends: true)
        let probabilities = try #require(dashboard.probabilities)
        #expect(abs(probabilities.reduce(0, +) - 1) < 1e-5)
        let best = try #require(probabilities.indices.max { probabilities[$0] < probabilities[$1] })
        let percent = Format.percent(Double(probabilities[best]), places: 2)
        #expect(dashboard.screen.contains("\(best) \(Fixture.classes[best])  \(percent)"))
        #expect(dashboard.screen.contains("sum 1.00"))
    }

    @Test func `shows every class at once when it is zoomed, even at 80x24`() {
        var dashboard = Fixture.trained(20, 80, 24, ends: true)
        dashboard.press("4 z")
        let lines = dashboard.draw().lines.dropFirst(5).joined(separator: "\n")
        for (label, name) in Fixture.classes.enumerated() {
            #expect(lines.contains("\(label) \(name.prefix(4))"), "\(label) \(name) is missing")
        }
    }

    @Test func `sorts by probability, and by number`() throws {
        var dashboard = Fixture.trained(20, 80, 24, ends: true)
        func numbers() -> [Int] {
            dashboard.draw().lines.dropFirst(5).dropLast(3).compactMap { line in
                Int(line.dropFirst(2).prefix(2).filter { $0 != " " })
            }
        }
        dashboard.press("4")
        let probabilities = try #require(dashboard.probabilities)
        let byProbability = numbers()
        #expect(byProbability.count > 10)
        #expect(
            zip(byProbability, byProbability.dropFirst()).allSatisfy {
                probabilities[$0] >= probabilities[$1]
            })
        dashboard.press("o")
        #expect(numbers() == Array(0..<byProbability.count))
    }

    @Test(arguments: [(200, 60), (120, 40), (80, 24)])
    func `puts the result beside what guessing gives`(columns: Int, rows: Int) {
        var dashboard = Fixture.trained(20, columns, rows, ends: true)
        dashboard.press("4")
        let guess = Format.percent(Baselines(Fixture.dataset).shuffled)
        let line = dashboard.draw().lines.first { $0.contains("test: loss 0.957, accuracy 79.7 %") }
        #expect(line?.contains("guess \(guess)") == true)
    }

    @Test func `says that outputs which are no numbers are none`() {
        var dashboard = Fixture.trained(20, ends: true)
        dashboard.probabilities = Array(repeating: .nan, count: Fixture.classes.count)
        #expect(dashboard.screen.contains("no numbers"))
    }

    @Test func `takes the first of equals, as Keras does`() {
        #expect(Network.likeliest([0.2, 0.4, 0.4]) == 1)
    }
}

@Suite struct `Loading` {
    private func opening(download: Bool = false) -> Dashboard {
        Dashboard(
            experiment: Experiment(
                dataset: Term("fruit"), model: Model(layers: []), settings: TrainingSettings(validation: 100)),
            size: Size(120, 40),
            download: download ? .init(name: "real", title: "Real Fruit") : nil)
    }

    @Test func `shows how far it is, and lets every key be pressed meanwhile`() {
        var dashboard = opening()
        _ = dashboard.update(.loading(0.4))
        #expect(dashboard.screen.contains("loading 40 %"))
        for binding in KeyTable.bindings {
            for key in binding.keys where binding.command != .quit { _ = dashboard.update(.event(.key(key))) }
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
        guard case .load(let reference)? = dashboard.update(.fetched).first else {
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
            download: .init(name: "real", title: "Real Fruit"))
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

extension [Effect] {
    /// What trainers are told.
    var told: [TrainerCommand] {
        compactMap { if case .tell(_, let command) = $0 { command } else { nil } }
    }
    var quits: Bool { contains { if case .quit = $0 { true } else { false } } }
}
