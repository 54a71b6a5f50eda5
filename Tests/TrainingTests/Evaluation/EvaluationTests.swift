import Datasets
import Testing

@testable import Training

@Suite struct `An evaluation` {
    /// Rows of probabilities with their labels.
    private func evaluation(_ rows: [([Float], Int32)]) -> Evaluation {
        Evaluation(probabilities: rows.map(\.0).dense, labels: rows.map(\.1))
    }

    private static let endings: [(Activation, Loss)] = [
        (.softmax, .categoricalCrossentropy()), (.linear, .categoricalCrossentropy(fromLogits: true)),
        (.softmax, .sparseCategoricalCrossentropy()), (.sigmoid, .categoricalCrossentropy()),
        (.relu, .categoricalCrossentropy()), (.sigmoid, .binaryCrossentropy()),
        (.linear, .binaryCrossentropy(fromLogits: true)), (.softmax, .meanSquaredError),
    ]

    @Test(arguments: endings.indices, [false, true])
    func `says of each sample what the network says of it alone`(ending: Int, dense: Bool) throws {
        let dataset = madeUpDataset(samples: 700, dense: dense)
        var model = madeUpExperiment(dataset, layers: [9]).model
        (model.layers[1].activation, model.loss) = Self.endings[ending]
        let network = Network(initial: model, inputs: 50, seed: 4)
        let evaluation = try Evaluation(of: network, on: dataset, .train, validation: 100)
        #expect(evaluation.rows == 100..<700)
        #expect(evaluation.classes == 4)
        for (sample, row) in evaluation.rows.enumerated() {
            let probabilities = network.probabilities(of: dataset.train.inputs, row: row)
            let difference = zip(evaluation.probabilities[sample], probabilities).map { abs($0 - $1) }.max()
            #expect((difference ?? 1) < 1e-6)
            let loss = network.loss(of: dataset.train, row: row)
            let same = Double(evaluation.losses[sample])
            // If every relu gives 0, there is nothing to divide by.
            #expect(abs(same - loss) < 1e-5 * max(1, abs(loss)) || (same.isNaN && loss.isNaN))
            #expect(evaluation.labels[sample] == dataset.train.labels[row])
            let scores = evaluation.scores[sample].map { $0 - (evaluation.scores[sample].max() ?? 0) }
            var shares = scores
            Activation.softmax.apply(to: &shares)
            #expect(zip(shares, probabilities).allSatisfy { abs($0 - $1) < 1e-5 })
        }
        let tested = try Evaluation(of: network, on: dataset, .test, validation: 100)
        #expect(tested.predicted == (try network.predictions(of: dataset.test).classes))
    }

    @Test(arguments: [(Activation.sigmoid, false), (.linear, true)])
    func `has two classes where one output says yes or no`(ending: (Activation, Bool)) throws {
        let dataset = madeUpDataset(classes: 2)
        var model = madeUpExperiment(dataset).model
        model.layers[1] = .dense(1, activation: ending.0)
        model.loss = .binaryCrossentropy(fromLogits: ending.1)
        let network = Network(initial: model, inputs: 50, seed: 4)
        let evaluation = try Evaluation(of: network, on: dataset, .test, validation: 0)
        #expect(evaluation.classes == 2)
        for row in 0..<dataset.test.count {
            let probabilities = network.probabilities(of: dataset.test.inputs, row: row)
            #expect(zip(evaluation.probabilities[row], probabilities).allSatisfy { abs($0 - $1) < 1e-6 })
            #expect(
                abs(Double(evaluation.losses[row]) - network.loss(of: dataset.test, row: row)) < 1e-5)
        }
        #expect(evaluation.predicted == (try network.predictions(of: dataset.test).classes))
    }

    @Test func `counts class 0 as the answer where no output is a number, as Keras' argmax does`() throws {
        let dataset = madeUpDataset()
        let model = madeUpExperiment(dataset).model
        var weights = Network(initial: model, inputs: 50, seed: 4).weights
        weights[1].bias[2] = .nan
        let network = Network(model: model, weights: weights)
        let evaluation = try Evaluation(of: network, on: dataset, .test, validation: 0)
        #expect(evaluation.predicted.allSatisfy { $0 == 0 })
        #expect((0..<100).allSatisfy { !evaluation.hasAnswer($0) && evaluation.confidence(of: $0).isNaN })
        let zeros = Double(dataset.test.labels.count { $0 == 0 }) / 100
        #expect(zeros > 0)
        #expect(evaluation.accuracy == zeros)
        #expect(try network.evaluate(dataset.test).accuracy == zeros)
        #expect(try network.predictions(of: dataset.test).classes == evaluation.predicted)
        let probabilities = network.probabilities(of: dataset.test.inputs, row: 0)
        #expect(Network.likeliest(probabilities) == 0)
        #expect(Ranking(probabilities).order.first == 0)
        let matrix = ConfusionMatrix(evaluation)
        #expect(matrix.total == 100)
        #expect(matrix.predicted == [100, 0, 0, 0])
        #expect(evaluation.topKAccuracies() == [0, 0, 0, 0])
        #expect(Calibration(evaluation).expectedError.isNaN)
        #expect(TemperatureScaling(fitting: evaluation).temperature == 1)
        #expect(LabelErrors(evaluation).suspects.isEmpty)
        #expect(evaluation.samples(in: .losses).count == 100)
    }

    @Test func `is refused where there are no classes, or other inputs`() throws {
        let dataset = madeUpDataset()
        let network = Network(initial: madeUpExperiment(dataset).model, inputs: 50, seed: 4)
        let numbers = Split(
            inputs: dataset.test.inputs,
            targets: .values(DenseRows(columns: 4, values: Array(repeating: 0, count: 400))))
        #expect(throws: EvaluationError.noClasses) { try Evaluation(of: network, on: numbers, rows: 0..<9) }
        #expect(throws: EvaluationError.noValues) {
            try ValueErrors(of: network, on: dataset.test, rows: 0..<9)
        }
        let other = madeUpDataset(words: 30)
        #expect(throws: EvaluationError.wrongInputs(network: 50, samples: 30)) {
            try Evaluation(of: network, on: other.test, rows: 0..<9)
        }
        let empty = try Evaluation(of: network, on: dataset.test, rows: 500..<900)
        #expect(empty.count == 0)
        #expect(Calibration(empty).expectedError.isNaN)
        #expect(ClassReport(ConfusionMatrix(empty)).accuracy == 0)
    }

    @Test func `lists the surest mistakes, the least sure hits and the largest losses first`() {
        let evaluation = evaluation([
            ([0.9, 0.1], 0), ([0.6, 0.4], 1), ([0.2, 0.8], 0), ([0.45, 0.55], 1), ([.nan, .nan], 1),
            ([0.2, 0.8], 0),
        ])
        #expect(evaluation.samples(in: .mistakes) == [2, 5, 1, 4])
        #expect(evaluation.samples(in: .doubts) == [3, 0])
        #expect(evaluation.samples(in: .losses).suffix(5) == [2, 5, 1, 3, 0])
        #expect(evaluation.samples(truth: 0, predicted: 1) == [2, 5])
        #expect(evaluation.samples(truth: 1) == [1, 3, 4])
        #expect(evaluation.samples(predicted: 0) == [0, 1, 4])
    }

    @Test func `counts a class that ties with the right one as no likelier, as Keras does`() {
        let evaluation = evaluation([([0.4, 0.4, 0.2], 1), ([0.5, 0.3, 0.2], 2)])
        #expect((0..<2).map { evaluation.rank(of: $0) } == [0, 2])
        #expect(evaluation.topKAccuracies() == [0.5, 0.5, 1])
    }

    @Test func `is as hot as can be where no temperature is the best one`() {
        // Always right: the surer, the better. Always wrong: the less sure, the better.
        let right = TemperatureScaling(fitting: evaluation([([0.9, 0.1], 0), ([0.2, 0.8], 1)]))
        let wrong = TemperatureScaling(fitting: evaluation([([0.9, 0.1], 1), ([0.2, 0.8], 0)]))
        #expect(right.temperature < 0.01)
        #expect(wrong.temperature > 100)
    }

    @Test func `changes nothing at a temperature of 1`() {
        let evaluation = evaluation([([0.9, 0.1], 0), ([0.25, 0.75], 0)])
        let scaled = TemperatureScaling(temperature: 1).scaled(evaluation)
        #expect(
            zip(scaled.probabilities.values, evaluation.probabilities.values)
                .allSatisfy { abs($0 - $1) < 1e-6 })
    }
}

@Suite(.enabled(if: RealData.isThere, "\(RealData.missing)")) struct `Guessing at newswires` {
    @Test
    func `is right for 36.2 % of the test wires with the majority class, for 18.7 % with shuffled labels`()
        throws
    {
        let baselines = Baselines(try RealData.load())
        #expect(abs(baselines.majority - 0.362) < 0.0005)
        #expect(abs(baselines.shuffled - 0.187) < 0.0005)
    }
}
