import Datasets
import Testing

@testable import Training

@Suite struct `A network` {
    @Test(
        arguments: [
            (Activation.softmax, false), (.linear, true), (.sigmoid, false),
        ], [false, true])
    func `gives probabilities that sum to one, and agree with its predictions`(
        ending: (Activation, Bool), dense: Bool
    ) throws {
        let dataset = madeUpDataset(dense: dense)
        var model = madeUpExperiment(dataset, layers: [9, 5]).model
        model.layers[2].activation = ending.0
        model.loss.fromLogits = ending.1
        let network = Network(initial: model, inputs: 50, seed: 4)
        let predictions = try network.predictions(of: dataset.test)
        #expect(predictions.classes.count == dataset.test.count)
        var loss = 0.0
        var hits = 0
        for row in 0..<dataset.test.count {
            let probabilities = network.probabilities(of: dataset.test.inputs, row: row)
            #expect(probabilities.count == 4)
            #expect(abs(probabilities.reduce(0, +) - 1) < 1e-5)
            let likeliest = try #require(Network.likeliest(probabilities))
            #expect(predictions.classes[row] == Int32(likeliest))
            let label = Int(dataset.test.labels[row])
            loss -= Double(probabilities[label].logarithm)
            hits += likeliest == label ? 1 : 0
        }
        let count = Double(dataset.test.count)
        #expect(abs(predictions.metrics.loss - loss / count) < 1e-4)
        #expect(predictions.metrics.accuracy == Double(hits) / count)
    }

    @Test(arguments: [Activation.relu, .tanh, .sigmoid, .softmax, .linear], [0, 1, 2])
    func `gives no probability at all where a weight is not a number`(activation: Activation, layer: Int) {
        let dataset = madeUpDataset()
        var model = madeUpExperiment(dataset, layers: [9, 5]).model
        model.layers[1].activation = activation
        var weights = Network(initial: model, inputs: 50, seed: 4).weights
        weights[layer].bias[2] = .nan
        let network = Network(model: model, weights: weights)
        let probabilities = network.probabilities(of: dataset.test.inputs, row: 0)
        #expect(probabilities.count == 4)
        #expect(probabilities.allSatisfy { $0.isNaN })
        #expect(Network.likeliest(probabilities) == 0)
    }

    @Test(
        arguments: [
            ([0.25, 0.5, 0.25], 1), ([0.125, 0.375, 0.125, 0.375], 1), ([0.5, 0.5], 0), ([1], 0), ([], nil),
            ([.nan, 1], 1), ([1, .nan], 0), ([.nan, .nan], 0), ([-.nan, -.infinity, -1], 2),
            ([-.infinity, -.infinity], 0), ([.infinity, .nan, .infinity], 0),
        ] as [([Float], Int?)])
    func `speaks for the first of the likeliest classes`(probabilities: [Float], class: Int?) {
        #expect(Network.likeliest(probabilities) == `class`)
    }

    @Test func `starts with kernels and biases of its layers' shapes`() {
        let network = Network(initial: .book(classes: 46), inputs: 100, seed: 1)
        #expect(network.weights.map(\.kernel.rows) == [100, 64, 64])
        #expect(network.weights.map(\.bias.count) == [64, 64, 46])
        #expect(network.inputs == 100)
    }

    @Test(arguments: Kernels.Level.allCases)
    func `is trained at the level that the environment asks for`(level: Kernels.Level) {
        let chosen = Kernels(environment: ["NNBOARD_CPU": "\(level)"]).level
        #expect(chosen == (level.isAvailable ? level : Kernels.Level.available.last))
        #expect(Kernels(environment: [:]).level == Kernels.Level.available.last)
    }
}
