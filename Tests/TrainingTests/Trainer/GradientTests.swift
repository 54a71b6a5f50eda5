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

    /// Every activation before one ending, and every ending behind one activation.
    static let chains: [(hidden: Activation, last: Activation, loss: Loss)] =
        Activation.all.map { ($0, endings[0].0, endings[0].1) } + endings.map { (.relu, $0.0, $0.1) }

    @Test(arguments: chains)
    func `agree with differences of the loss`(hidden: Activation, last: Activation, loss: Loss) throws {
        for (isDense, units) in [(true, 5), (false, 17)] {
            let dataset = madeUpDataset(samples: 24, classes: 4, words: 9, dense: isDense)
            let model = Model(
                layers: [
                    .dense(units, activation: hidden), .dense(6, activation: .tanh),
                    .dense(4, activation: last),
                ],
                loss: loss)
            try expectDifferences(model, dataset, "\(hidden.name) and \(loss.name)")
        }
    }

    @Test(arguments: Loss.names, [1, 3])
    func `of every loss agree with its differences, for one output and for several`(
        name: String, outputs: Int
    ) throws {
        for fromLogits in [false, true] {
            var loss = try Loss.named(name)
            loss.fromLogits = fromLogits
            guard loss.fromLogits == fromLogits, outputs > 1 || loss.function.form == .rows else { continue }
            // Shares for those that expect them, else any numbers; above -1 where a logarithm is taken.
            let activation: Activation =
                loss.isCrossentropy && !fromLogits
                ? (loss.function.form == .rows ? .sigmoid : .softmax)
                : name == "mean_squared_logarithmic_error" ? try Activation(text: "softplus") : .linear
            let made = madeUpDataset(samples: 24, classes: 3, words: 9, dense: true)
            var random = Random(seed: 5, stream: 1)
            let numbers = (0..<24).map { _ in
                (0..<outputs).map { _ in loss.isCrossentropy ? Float(random.below(2)) : random.symmetric() * 3
                }
            }
            let targets: Targets = loss.function.form == .rows ? .values(numbers.dense) : made.train.targets
            let split = Split(inputs: made.train.inputs, targets: targets)
            let dataset = Dataset(
                reference: Term("made_up"), title: "", classes: made.classes, train: split, test: split)
            let model = Model(
                layers: [.dense(5, activation: .tanh), .dense(outputs, activation: activation)], loss: loss,
                metrics: [])
            try expectDifferences(model, dataset, loss.text)
        }
    }

    @Test(
        arguments: [
            "dense(5, activation=tanh, use_bias=false), dense(4, activation=softmax)",
            "dense(5), activation(tanh), dense(4), activation(softmax)",
            "dense(5), activation(gelu), activation(sigmoid), dense(4, activation=softmax)",
            "dense(5, activation=tanh, kernel_regularizer=l2(0.05)), dense(4, activation=softmax, kernel_regularizer=l1(0.02))",
            "dense(5, activation=tanh, kernel_regularizer=l1_l2(l1=0.01, l2=0.02), bias_initializer=ones, bias_regularizer=l2(0.1)), dense(4, activation=softmax)",
            "normalization, dense(5, activation=tanh), normalization, dense(4, activation=softmax)",
            "activation(softsign), dense(4, activation=softmax)", "dense(4, activation=softmax)",
            "dense(6, activation=tanh), dropout(0.5), dense(4, activation=softmax)",
            "dropout(0.25), dense(7, activation=silu), dropout(0.3), dense(5, activation=tanh), dense(4, activation=softmax)",
        ], [true, false])
    func `of every layer agree with differences of the loss`(layers: String, dense: Bool) throws {
        let dataset = madeUpDataset(samples: 24, classes: 4, words: 9, dense: dense)
        let model = Model(layers: try Term.list(parsing: layers).map(Layer.init(term:)))
        try expectDifferences(model, dataset, layers)
    }

    /// Compares the gradients of a model's first weights with differences of its loss.
    private func expectDifferences(_ model: Model, _ dataset: Dataset, _ what: String) throws {
        let network = try Network(initial: model, on: dataset.train, rows: (0..<24).map(Int32.init), seed: 3)
        let engine = try Engine(network: network, split: dataset.train, batchSize: 24, seed: 3)
        let rows = (0..<24).map(Int32.init)
        let gradients = try rows.withUnsafeBufferPointer { try engine.gradients($0) }
        let wanted = try rows.withUnsafeBufferPointer {
            try differences(network, dataset.train, $0, like: gradients)
        }
        for (layer, (ours, theirs)) in zip(gradients, wanted).enumerated() {
            // The differences are of float32 losses a step of 1/256 to either side.
            let worst = zip(ours.arrays.flatMap(\.values), theirs).map { abs($0 - $1) - 2e-2 * abs($1) }.max()
            #expect((worst ?? 0) < 2e-3, "layer \(layer) of \(what)")
        }
    }

    /// Central differences for every seventh weight; the others as they are.
    ///
    /// Each loss is that of a new engine's first batch, so that dropout leaves out the same each time.
    private func differences(
        _ network: Network, _ split: Split, _ rows: UnsafeBufferPointer<Int32>, like: [Network.Weights]
    ) throws -> [[Float]] {
        let step: Float = 1.0 / 64
        var isRandom = false
        for layer in network.model.layers where layer.rate != nil { isRandom = true }
        let lasting = try Engine(network: network, split: split, batchSize: rows.count, seed: 3)
        func loss(_ change: (inout [Network.Weights]) -> Void) throws -> Double {
            var weights = network.weights
            change(&weights)
            let changed = Network(model: network.model, weights: weights)
            var tally = Tally(network.model.metrics)
            if isRandom {
                let engine = try Engine(network: changed, split: split, batchSize: rows.count, seed: 3)
                return engine.trainBatch(rows, into: &tally)
            }
            lasting.load(changed)
            lasting.measure(rows, into: &tally)
            return tally.means.loss
        }
        var (tried, found) = (0, 0)
        defer { #expect(2 * found >= tried, "\(found) of \(tried) derivatives could be found") }
        return try like.enumerated().map { layer, gradient in
            guard !gradient.arrays.isEmpty else { return [] }
            var result = gradient.kernel.values + gradient.bias
            let count = gradient.kernel.values.count
            let here = try loss { _ in }
            let learns = network.model.layers[layer].dense?.useBias == false ? count : result.count
            for index in stride(from: 0, to: learns, by: 7) {
                func shifted(by amount: Float) throws -> Double {
                    try loss { weights in
                        if index < count {
                            weights[layer].kernel.values[index] += amount
                        } else {
                            weights[layer].bias[index - count] += amount
                        }
                    }
                }
                // Across a kink of relu the two sides differ, and what lies between them is no derivative.
                let (above, below) = (try shifted(by: step / 4), try shifted(by: -step / 4))
                let bend = Float((above - 2 * here + below) / Double(step / 4))
                let far = Float((try shifted(by: step) - shifted(by: -step)) / Double(2 * step))
                let near = Float((above - below) / Double(step / 2))
                tried += 1
                guard abs(bend) < 4e-3, abs(far - near) < 1e-3 else { continue }
                found += 1
                result[index] = near
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

    /// The largest distance between two numbers at the same place; not a number if one isn't.
    private func farthest(_ left: [Float], _ right: [Float]) -> Float {
        zip(left, right).reduce(0) { worst, pair in
            let distance = abs(pair.0 - pair.1)
            return distance > worst || distance.isNaN ? distance : worst
        }
    }
}
