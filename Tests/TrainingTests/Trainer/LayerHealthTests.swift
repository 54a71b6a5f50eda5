import Datasets
import Testing

@testable import Training

@Suite struct `A layer's health` {
    @Test(
        arguments: [
            "dense(7, activation=relu), dense(4, activation=softmax)",
            "dense(7, activation=tanh, use_bias=false), dense(4, activation=softmax)",
            "dense(7, kernel_regularizer=l2(0.1), bias_initializer=ones, bias_regularizer=l1(0.2)), dense(4, activation=softmax)",
        ], [false, true])
    func `has the norms of its gradient and of its weights`(layers: String, dense: Bool) throws {
        let dataset = madeUpDataset(samples: 30, dense: dense)
        let model = Model(layers: try Term.list(parsing: layers).map(Layer.init(term:)))
        let network = Network(initial: model, inputs: 50, seed: 2)
        let engine = try Engine(network: network, split: dataset.train, batchSize: 30)
        let rows = (0..<30).map(Int32.init)
        try rows.withUnsafeBufferPointer { rows in
            let gradients = try engine.gradients(rows)
            engine.watchesGradients = true
            var tally = Tally(model.metrics)
            engine.trainBatch(rows, into: &tally)
            let trained = engine.network()
            for (layer, health) in engine.health().enumerated() {
                let gradient = gradients[layer]
                let learnt = model.layers[layer].dense?.useBias == false ? [] : gradient.bias
                #expect(health.gradientNorm.isNear(norm(gradient.kernel.values + learnt)))
                let weights = trained.weights[layer]
                #expect(health.weightNorm.isNear(norm(weights.kernel.values + weights.bias)))
                #expect(health.name == model.layerNames[layer])
            }
        }
    }

    @Test(arguments: [
        "dense(6, bias_initializer=constant(-100), activation=relu)", "dense(6, activation=relu)",
    ])
    func `tells the share of units that give nothing for any sample`(layer: String) throws {
        let dataset = madeUpDataset()
        var experiment = madeUpExperiment(dataset, epochs: 1)
        experiment.model.layers[0] = try Layer(text: layer)
        let run = try TrainingRun(experiment, dataset: dataset)
        while run.advance() != nil {}
        let layers = try #require(run.history.epochs.first).layers
        #expect(layers.map(\.deadUnits) == [layer.contains("-100") ? 1 : 0, nil])
    }

    @Test func `of an activation that stands alone is that of the units before it`() throws {
        let dataset = madeUpDataset()
        var experiment = madeUpExperiment(dataset, epochs: 1)
        experiment.model.layers = try [
            "dense(5, bias_initializer=constant(-100))", "activation(relu)", "dense(4, activation=softmax)",
        ].map { try Layer(text: $0) }
        let run = try TrainingRun(experiment, dataset: dataset)
        while run.advance() != nil {}
        #expect(try #require(run.history.epochs.first).layers.map(\.deadUnits) == [1, nil])
    }

    @Test func `is part of the report`() throws {
        let dataset = madeUpDataset()
        let report = try HeadlessRun(madeUpExperiment(dataset, epochs: 2), dataset: dataset).run()
        #expect(report.json.contains(#""layers":[{"name":"dense","gradient_norm":["#))
        #expect(report.json.contains(#""dead_units":["#))
    }

    private func norm(_ values: [Float]) -> Double {
        values.reduce(0) { $0 + Double($1) * Double($1) }.squareRoot()
    }
}

extension Double {
    /// Tells whether two sums of 32-bit numbers are the same but for rounding.
    fileprivate func isNear(_ other: Double) -> Bool { abs(self - other) <= 1e-5 * (1 + abs(other)) }
}
