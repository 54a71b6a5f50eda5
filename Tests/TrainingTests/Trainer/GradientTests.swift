import Datasets
import Testing

@testable import Training

@Suite struct `Gradients` {
    /// Losses with the last activations that suit them.
    static let endings: [(Activation, Loss)] = [
        (.softmax, .categoricalCrossentropy()), (.softmax, .sparseCategoricalCrossentropy()),
        (.linear, .categoricalCrossentropy(fromLogits: true)),
        (.sigmoid, .sparseCategoricalCrossentropy()), (.sigmoid, .categoricalCrossentropy()),
        (.relu, .sparseCategoricalCrossentropy(fromLogits: true)),
        (.tanh, .categoricalCrossentropy(fromLogits: true)),
    ]

    @Test(arguments: Activation.all, endings.indices)
    func `agree with differences of the loss`(hidden: Activation, ending: Int) throws {
        let (last, loss) = Self.endings[ending]
        for (isDense, units) in [(true, 5), (false, 17)] {
            let dataset = madeUpDataset(samples: 24, classes: 4, words: 9, dense: isDense)
            let model = Model(
                layers: [
                    .dense(units, activation: hidden), .dense(6, activation: .tanh),
                    .dense(4, activation: last),
                ],
                loss: loss)
            let network = Network(initial: model, inputs: 9, seed: 3)
            let engine = try Engine(network: network, split: dataset.train, batchSize: 24)
            let rows = (0..<24).map(Int32.init)
            let gradients = try rows.withUnsafeBufferPointer { try engine.gradients($0) }
            let wanted = rows.withUnsafeBufferPointer { differences(network, engine, $0, like: gradients) }
            for (layer, (ours, theirs)) in zip(gradients, wanted).enumerated() {
                // The differences are of float32 losses a step of 1/256 to either side.
                let worst = zip(ours.kernel.values + ours.bias, theirs).map { abs($0 - $1) - 2e-2 * abs($1) }
                    .max()
                #expect((worst ?? .nan) < 2e-3, "layer \(layer) behind \(hidden.name)")
            }
        }
    }

    /// Central differences for every seventh weight; the others as they are.
    private func differences(
        _ network: Network, _ engine: Engine, _ rows: UnsafeBufferPointer<Int32>, like: [Network.Weights]
    ) -> [[Float]] {
        let step: Float = 1.0 / 64
        func loss(_ change: (inout [Network.Weights]) -> Void) -> Double {
            var weights = network.weights
            change(&weights)
            engine.load(Network(model: network.model, weights: weights))
            var tally = Tally(metrics: network.model.metrics.count)
            engine.measure(rows, into: &tally)
            return tally.means(of: []).loss
        }
        return like.enumerated().map { layer, gradient in
            var result = gradient.kernel.values + gradient.bias
            let count = gradient.kernel.values.count
            for index in stride(from: 0, to: result.count, by: 7) {
                func shifted(by amount: Float) -> Double {
                    loss { weights in
                        if index < count {
                            weights[layer].kernel.values[index] += amount
                        } else {
                            weights[layer].bias[index - count] += amount
                        }
                    }
                }
                let far = Float((shifted(by: step) - shifted(by: -step)) / Double(2 * step))
                let near = Float((shifted(by: step / 4) - shifted(by: -step / 4)) / Double(step / 2))
                // Across a kink of relu the two differ, and neither is the derivative.
                if abs(far - near) < 1e-3 { result[index] = near }
            }
            return result
        }
    }

    @Test(arguments: [1, 4, 15, 16, 17, 46, 64, 100, 130, 512])
    func `are the same for sparse and dense rows, whatever the number of units`(units: Int) throws {
        for kernels in everyKernels {
            let steps = try [false, true].map { isDense in
                let dataset = madeUpDataset(samples: 40, words: 33, dense: isDense)
                let run = try TrainingRun(
                    madeUpExperiment(dataset, layers: [units, 3], epochs: 2, validation: 8, batchSize: 16),
                    dataset: dataset, kernels: kernels)
                while run.advance() != nil {}
                return run.engine.network()
            }
            for (sparse, dense) in zip(steps[0].weights, steps[1].weights) {
                #expect(farthest(sparse.kernel.values, dense.kernel.values) < 2e-5)
            }
        }
    }

    @Test(arguments: Kernels.Level.available)
    func `need the same whole memory of the optimizer where a column is idle`(level: Kernels.Level) throws {
        // A sparse first layer takes idle columns on a path of its own; a dense one does not know them.
        for text in [
            "sgd(0.1)", "sgd(0.1, momentum=0.9)", "sgd(0.1, momentum=0.9, nesterov=true)", "rmsprop",
            "rmsprop(momentum=0.5)", "rmsprop(centered=true)", "rmsprop(momentum=0.5, centered=true)", "adam",
            "adam(amsgrad=true)",
        ] {
            let networks = try [false, true].map { isDense in
                let dataset = madeUpDataset(samples: 40, words: 60, dense: isDense)
                let run = try TrainingRun(
                    madeUpExperiment(
                        dataset, optimizer: Optimizer(text: text), epochs: 4, validation: 0, batchSize: 3),
                    dataset: dataset, kernels: Kernels(level: level))
                while run.advance() != nil {}
                return run.engine.network()
            }
            let kernels = networks.map { $0.weights[0].kernel.values }
            #expect(farthest(kernels[0], kernels[1]) < 5e-5, "\(text)")
        }
    }

    /// How far numbers are apart at most; not a number where one isn't.
    private func farthest(_ left: [Float], _ right: [Float]) -> Float {
        zip(left, right).reduce(0) { worst, pair in
            let distance = abs(pair.0 - pair.1)
            return distance > worst || distance.isNaN ? distance : worst
        }
    }
}
