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
            let likeliest = try #require(probabilities.indices.max { probabilities[$0] < probabilities[$1] })
            #expect(predictions.classes[row] == Int32(likeliest))
            let label = Int(dataset.test.labels[row])
            loss -= Double(probabilities[label].logarithm)
            hits += likeliest == label ? 1 : 0
        }
        let count = Double(dataset.test.count)
        #expect(abs(predictions.metrics.loss - loss / count) < 1e-4)
        #expect(predictions.metrics.accuracy == Double(hits) / count)
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
