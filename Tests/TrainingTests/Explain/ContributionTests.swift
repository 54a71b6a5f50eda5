import Datasets
import Testing

@testable import Training

@Suite struct `What a word contributes` {
    /// Models of every kind that tells classes apart, for four classes or two.
    static let models = [
        "dense(8, activation=relu) dense(6, activation=relu) dense(4, activation=softmax)",
        "dense(8, activation=tanh) dropout(0.5) dense(4, activation=softmax)",
        "dropout(0.2) dense(8, activation=gelu) dense(4, activation=softmax)",
        "dense(4, activation=softmax)",
        "dense(8) activation(relu) dense(4) activation(softmax)",
        "dense(8, activation=relu) dense(4, activation=softmax) dropout(0.3)",
        "normalization dense(8, activation=relu) dense(4, activation=softmax)",
        "dense(8, activation=selu) dense(4); categorical_crossentropy(from_logits=true)",
        "dense(8, activation=relu) dense(4, activation=log_softmax)",
        "dense(8, activation=relu) dense(4, activation=tanh)",
        "dense(8, activation=relu) dense(4, activation=sigmoid); binary_crossentropy",
        "dense(8, activation=relu) dense(1, activation=sigmoid); binary_crossentropy",
        "dense(8, activation=relu) dense(1); binary_crossentropy(from_logits=true)",
        "dense(1, activation=sigmoid); binary_crossentropy",
    ]

    private func network(_ text: String, inputs: Int) throws -> Network {
        let parts = text.split(separator: ";")
        let layers = try parts[0].split(separator: " ").reduce(into: [String]()) { layers, word in
            // Arguments have a space in front of them, too.
            if let last = layers.last, last.contains("("), !last.contains(")") {
                layers[layers.count - 1] = "\(last) \(word)"
            } else {
                layers.append(String(word))
            }
        }.map { try Layer(text: $0) }
        let loss = parts.count > 1 ? String(parts[1].dropFirst()) : "categorical_crossentropy"
        let model = Model(layers: layers, loss: try Loss(text: loss), metrics: [])
        var random = Random(seed: 5, stream: 9)
        let drawn = Network(initial: model, inputs: inputs, seed: 7)
        // Biases and statistics that do something.
        let weights = drawn.weights.map { weights in
            Network.Weights(
                arrays: weights.arrays.map { array in
                    guard array.rows == 1 else { return array }
                    var array = array
                    for place in array.values.indices {
                        array.values[place] = Float(random.below(1000)) / 2000 + 0.1
                    }
                    return array
                })
        }
        return Network(model: model, weights: weights)
    }

    private func expectBruteForce(
        _ network: Network, _ columns: [Int32], within limit: Float = 1e-5
    ) throws {
        let found = try network.contributions(of: columns)
        let whole = network.probabilities(of: .words(columns, of: network.inputs), row: 0)
        let logits = network.answer(
            toSums: network.lastSums(of: .words(columns, of: network.inputs), row: 0)
        ).logits
        #expect(zip(found.probabilities, whole).allSatisfy { abs($0 - $1) < limit })
        #expect(found.columns == columns)
        var furthest: (logit: Float, probability: Float) = (0, 0)
        for (place, column) in columns.enumerated() {
            let rest = Inputs.words(columns.filter { $0 != column }, of: network.inputs)
            let without = network.probabilities(of: rest, row: 0)
            let sums = network.answer(toSums: network.lastSums(of: rest, row: 0)).logits
            for label in whole.indices {
                furthest.probability = max(
                    furthest.probability,
                    abs(found.probabilityChanges[place, label] - (whole[label] - without[label])))
                furthest.logit = max(
                    furthest.logit, abs(found.logitChanges[place, label] - (logits[label] - sums[label])))
            }
        }
        #expect(furthest.probability < limit)
        #expect(furthest.logit < limit)
    }

    @Test(arguments: models)
    func `is exactly what is lost without it`(model: String) throws {
        let dataset = madeUpDataset()
        guard case .sparse(let rows) = dataset.train.inputs else { return }
        let network = try network(model, inputs: rows.columns)
        for row in 0..<20 { try expectBruteForce(network, Array(rows[row])) }
    }

    @Test(arguments: models)
    func `is by gradient what a small step changes`(model: String) throws {
        let dataset = madeUpDataset()
        guard case .sparse(let rows) = dataset.train.inputs else { return }
        let network = try network(model, inputs: rows.columns)
        let columns = Array(rows[3])
        let found = try network.contributions(of: columns)
        let step: Float = 1e-2
        func logits(_ column: Int32, _ value: Float) -> [Float] {
            var sample = Inputs.words(columns, of: rows.columns).values(of: 0)
            sample[Int(column)] = value
            let dense = Inputs.dense(DenseRows(columns: rows.columns, values: sample))
            return network.answer(toSums: network.lastSums(of: dense, row: 0)).logits
        }
        for (place, column) in columns.enumerated() {
            let (up, down) = (logits(column, 1 + step), logits(column, 1 - step))
            for label in up.indices {
                let slope = (up[label] - down[label]) / (2 * step)
                #expect(abs(found.gradients[place, label] - slope) < 5e-3 * max(1, abs(slope)))
            }
        }
    }

    @Test func `is the same as by brute force on the sample`() throws {
        let dataset = try SampleData.load()
        try expectBruteForceAfterTraining(dataset)
    }

    @Test(.enabled(if: RealData.isThere, "\(RealData.missing)"))
    func `is the same as by brute force on real newswires`() throws {
        try expectBruteForceAfterTraining(try RealData.load())
    }

    /// After an epoch, for some wires and one with a thousand distinct words.
    private func expectBruteForceAfterTraining(_ dataset: Dataset) throws {
        let experiment = Experiment(
            dataset: dataset.reference, model: .book(classes: dataset.classes.count),
            settings: TrainingSettings(epochs: 1))
        let run = try TrainingRun(experiment, dataset: dataset)
        while run.advance() != nil {}
        let network = run.engine.network()
        guard case .sparse(let rows) = dataset.test.inputs else { return }
        for row in 0..<5 { try expectBruteForce(network, Array(rows[row])) }
        try expectBruteForce(network, (0..<1000).map { Int32($0 * 9 + 1) })
    }

    @Test func `of a number is what is lost when zero or its mean takes its place`() throws {
        let dataset = madeUpDataset(dense: true)
        guard case .dense(let rows) = dataset.train.inputs else { return }
        for (text, ablation) in [(Self.models[0], Contributions.Ablation.zero), (Self.models[6], .mean)] {
            let network = try network(text, inputs: rows.columns)
            let found = try network.contributions(of: dataset.train.inputs, row: 2)
            #expect(found.ablation == ablation)
            #expect(found.columns.count == rows.columns)
            let whole = network.probabilities(of: dataset.train.inputs, row: 2)
            for column in 0..<rows.columns {
                var sample = Array(rows[2])
                sample[column] = ablation == .mean ? network.weights[0].mean[column] : 0
                let rest = network.probabilities(
                    of: .dense(DenseRows(columns: rows.columns, values: sample)), row: 0)
                for label in whole.indices {
                    let lost = whole[label] - rest[label]
                    #expect(abs(found.probabilityChanges[column, label] - lost) < 1e-5)
                }
            }
        }
    }

    @Test func `to a number that is learnt is what is lost of it`() throws {
        let network = Network(
            initial: Model(
                layers: [.dense(5, activation: .tanh), .dense(1)], loss: .meanSquaredError, metrics: []),
            inputs: 3, seed: 4)
        let inputs = Inputs.dense(DenseRows(columns: 3, values: [1, -2, 0.5]))
        let found = try network.contributions(of: inputs, row: 0, hasClasses: false)
        let rest = Inputs.dense(DenseRows(columns: 3, values: [1, 0, 0.5]))
        let lost = network.outputs(of: inputs, row: 0)[0] - network.outputs(of: rest, row: 0)[0]
        #expect(abs(found.logitChanges[1, 0] - lost) < 1e-6)
        #expect(found.probabilities.isEmpty)
        #expect(found.values(.probability, for: 0) == [0, 0, 0])
    }

    @Test func `to one class rather than another is the difference`() throws {
        let network = try network(Self.models[0], inputs: 50)
        let found = try network.contributions(of: [3, 9, 40])
        for measure in Contributions.Measure.allCases {
            let (first, second) = (found.values(measure, for: 2), found.values(measure, for: 1))
            #expect(found.values(measure, for: 2, against: 1) == zip(first, second).map { $0 - $1 })
            let order = found.strongest(measure, for: 2, against: 1)
            let sizes = order.map { abs(first[$0] - second[$0]) }
            #expect(sizes == sizes.sorted(by: >))
        }
        #expect(found.values(.logit, for: 99) == [0, 0, 0])
        #expect(found.place(of: 9) == 1)
        #expect(found.place(of: 10) == nil)
    }

    @Test func `in a text without words is nothing`() throws {
        let network = try network(Self.models[0], inputs: 50)
        let found = try network.contributions(of: [-1, 50])
        #expect(found.columns.isEmpty)
        #expect(found.probabilities.count == 4)
        #expect(found.strongest(.logit, for: 0).isEmpty)
    }

    @Test func `for no is the opposite of what it is for yes`() throws {
        let network = try network(Self.models[11], inputs: 50)
        let found = try network.contributions(of: [1, 7, 30])
        #expect(found.values(.logit, for: 0) == found.values(.logit, for: 1).map { -$0 })
        #expect(found.values(.gradient, for: 0) == found.values(.gradient, for: 1).map { -$0 })
        #expect(
            zip(found.values(.probability, for: 0), found.values(.probability, for: 1))
                .allSatisfy { abs($0 + $1) < 1e-6 })
    }
}
