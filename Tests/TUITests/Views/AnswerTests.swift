import Datasets
import Testing

@testable import TUI
@testable import Training

@Suite struct `A network's answers` {
    // MARK: Numbers

    @Test func `are in the unit of what is to be learnt, with the error`() throws {
        let dashboard = FormFixture.houses.trained(120, 40)
        let dataset = FormFixture.houses.dataset
        let row = try #require(dashboard.samples.selected)
        let predicted = try #require(dashboard.outputs?.first)
        let truth = try #require(dataset.values(of: row, in: dataset.train).first)
        #expect(dashboard.screen.contains(dataset.learnt[0].text(predicted)))
        #expect(dashboard.screen.contains("true \(dataset.truth(of: row, in: dataset.train))"))
        #expect(dashboard.screen.contains(predicted > truth ? "too high" : "too low"))
        #expect(dashboard.screen.contains("test: MAE $31,400"))
        #expect(dashboard.log.entries.contains { $0.text.contains("$31,400") })
        #expect(dashboard.plain(.inspector).last?.contains("a mean absolute error of $31,400") == true)
    }

    @Test func `cover the part, and follow it`() throws {
        var dashboard = FormFixture.houses.trained(200, 60)
        #expect(dashboard.predictions?.request.part == .train)
        #expect(dashboard.predictions?.outputs.count == 96)
        let effects = dashboard.press("4 right")
        let asked = effects.contains {
            if case .predict(let request, _, _) = $0 { request.part == .validation } else { false }
        }
        #expect(asked)
        // Until the answer comes, nothing of another part is shown.
        #expect(dashboard.isPredicting)
        #expect(dashboard.screen.contains("is being asked"))
        dashboard.pressAnswered("right")
        #expect(!dashboard.isPredicting)
        #expect(dashboard.predictions?.request.part == .test)
        let feature = FormFixture.houses.dataset.learnt[0]
        let pane = try #require(dashboard.loadedPane)
        let errors = pane.points.map { abs(Double($0.predicted) - Double($0.truth)) }
        #expect(errors.count == 30)
        let mean = feature.text(difference: errors.reduce(0, +) / 30)
        #expect(dashboard.screen.contains("test: MAE \(mean)"))
    }

    @Test func `are asked for once for each network`() {
        var dashboard = FormFixture.houses.trained()
        func asks(_ effects: [Effect]) -> Bool { effects.contains { $0.name == "predict" } }
        #expect(!asks(dashboard.press("j k")))
        guard let id = dashboard.run?.id else { return }
        let inputs = FormFixture.houses.dataset.train.inputs.columns
        let next = Fixture.snapshot(dashboard.experiment.model, epochs: 9, inputs: inputs)
        #expect(asks(dashboard.update(.snapshot(id, next))))
        #expect(!asks(dashboard.update(.snapshot(id, next))))
        // Classes with bars need no answers but their own.
        #expect(FormFixture.reviews.trained().askedPredictions == nil)
    }

    @Test func `of a large part are those of some thousand samples`() throws {
        let rows = DenseRows(columns: 3, values: [Float](repeating: 1, count: 3 * 9001))
        let split = Split(
            inputs: .dense(rows),
            targets: .values(DenseRows(columns: 1, values: Array(repeating: 2, count: 9001))))
        let dataset = Dataset(
            reference: Term("many"), title: "many", classes: [], train: split, test: split)
        var dashboard = FormFixture.houses.dashboard()
        _ = dashboard.update(.loaded(dataset))
        dashboard.train(epochs: 1)
        let count = try #require(dashboard.predictions?.outputs.count)
        #expect(count > 1000 && count <= 2000)
        #expect(dashboard.screen.contains("true 2"))
    }

    @Test func `turn to residuals and back with one key`() {
        var dashboard = FormFixture.houses.trained(80, 24)
        dashboard.pressAnswered("4 z")
        #expect(dashboard.screen.contains("predicted (up) against true, k$"))
        dashboard.pressAnswered("v")
        #expect(dashboard.screen.contains("too high by (up) against predicted, k$"))
        dashboard.pressAnswered("o")
        #expect(dashboard.screen.contains("predicted (up) against true, k$"))
    }

    @Test func `are exported for each sample`() throws {
        let dashboard = FormFixture.houses.trained()
        let table = try #require(dashboard.table(of: .inspector))
        #expect(
            table.columns == ["number", "true median value ($)", "predicted median value ($)", "residual"])
        #expect(table.rows.count == 96)
        for row in table.rows {
            let numbers = row.compactMap { Double($0) }
            try #require(numbers.count == 4)
            #expect(abs(numbers[2] - numbers[1] - numbers[3]) < 1, "to the dollar")
        }
    }

    // MARK: One probability

    @Test(arguments: [(-3, "negative"), (3, "positive")])
    func `from one unit are a gauge with a verdict`(bias: Float, name: String) throws {
        var dashboard = FormFixture.reviews.trained(120, 40)
        dashboard.answer(withBias: bias)
        dashboard.press("4")
        let dataset = FormFixture.reviews.dataset
        let row = try #require(dashboard.samples.selected)
        let truth = try #require(dataset.label(of: row, in: dataset.train))
        let screen = dashboard.screen
        #expect(screen.contains("50 %") && screen.contains("100 %"))
        #expect(
            screen.contains(
                dataset.classes[truth] == name ? "right" : "wrong: it is \(dataset.name(of: truth))"))
        #expect(screen.contains("loss of this review"))
        #expect(
            dashboard.plain(.inspector).contains {
                $0.contains("It says \(name == "positive" ? 1 : 0) \(name)")
            })
    }

    @Test func `that end in a logit are probabilities all the same`() throws {
        var dashboard = FormFixture.reviews.dashboard()
        dashboard.perform("change loss(binary_crossentropy(from_logits=true))")
        dashboard.perform("change activation(layer=3, linear)")
        dashboard.train(epochs: 1)
        dashboard.answer(withBias: 0)
        let shares = try #require(dashboard.probabilities)
        #expect(shares.count == 2 && abs(shares[0] + shares[1] - 1) < 1e-6)
        dashboard.answer(withBias: 40)
        #expect(dashboard.probabilities?[1] == 1)
        #expect(dashboard.screen.contains("1 positive  100.00 %"))
    }

    @Test func `of exactly one half are a no`() {
        #expect(InspectorPane.answer(0.5) == 0 && InspectorPane.answer(0.500_1) == 1)
    }

    // MARK: Pictures

    @Test func `about ten pictures are marked by signs`() throws {
        var dashboard = FormFixture.strokes.trained(120, 40)
        dashboard.pressAnswered("4 v")
        #expect(dashboard.predictions?.request.rows.count == 10)
        let lines = dashboard.screen
        let dataset = FormFixture.strokes.dataset
        let predictions = try #require(dashboard.predictions)
        var right = 0
        for (place, row) in predictions.request.rows.enumerated() {
            let said = try #require(Network.likeliest(Array(predictions[place])))
            let truth = try #require(dataset.label(of: row, in: dataset.train))
            if said == truth { right += 1 }
            #expect(lines.contains(said == truth ? "✓ \(said)" : "✗ \(said)/\(truth)"))
        }
        #expect(lines.contains("\(right) of 10 images right"))
        #expect(dashboard.table(of: .inspector)?.rows.count == 10)
        dashboard.pressAnswered("j")
        #expect(dashboard.predictions?.request.rows.first == dashboard.samples.selected)
        _ = dashboard.update(.command(.why(.view(.sample))))
        #expect(dashboard.screen.contains("sum 1.00"))
    }

    @Test(arguments: FormFixture.allCases)
    func `that are no numbers are none`(form: FormFixture) {
        var dashboard = form.trained()
        dashboard.answer(withBias: .nan)
        #expect(dashboard.screen.contains("no numbers"))
        #expect(dashboard.plain(.inspector).first?.contains("no numbers") == true)
    }
}

extension Dashboard {
    /// Gives the run a network whose last units begin with a number.
    fileprivate mutating func answer(withBias bias: Float) {
        guard let id = run?.id, let dataset else { return }
        let network = Fixture.network(experiment.model, inputs: dataset.train.inputs.columns)
        var weights = network.weights
        guard let last = weights.indices.last else { return }
        let kernel = weights[last].kernel
        weights[last] = .init(
            kernel: Matrix(rows: kernel.rows, columns: kernel.columns, values: kernel.values.map { _ in 0 }),
            bias: Array(repeating: bias, count: kernel.columns))
        answered(
            .snapshot(
                id,
                Snapshot(network: Network(model: experiment.model, weights: weights), epochs: 7, batches: 0)))
    }

    /// The inspector as it would be drawn.
    fileprivate var loadedPane: InspectorPane? {
        guard case .loaded(let loaded) = source else { return nil }
        return inspectorPane(on: loaded)
    }
}
