import Datasets
import Testing

@testable import Training

@Suite struct `A hidden layer` {
    private let dataset = madeUpDataset()

    private var network: Network {
        Network(
            initial: Model(
                layers: [
                    .dense(8, activation: .relu), .dropout(0.5), .dense(6), .activation(.tanh),
                    .dense(4, activation: .softmax),
                ], metrics: []), inputs: 50, seed: 3)
    }

    @Test func `gives what the outputs are made of`() throws {
        let last = try network.hiddenActivations(of: dataset.train.inputs, rows: [0, 5, 199, 200], layer: 1)
        #expect(last.columns == 6)
        #expect(last.count == 3, "row 200 is not there")
        let outputs = try network.outputs(of: last, layers: 4..<5)
        for (place, row) in [0, 5, 199].enumerated() {
            for (one, other) in zip(outputs[place], network.outputs(of: dataset.train.inputs, row: row)) {
                #expect(abs(one - other) < 1e-5)
            }
        }
        #expect(try network.hiddenActivations(of: dataset.train.inputs, rows: [0], layer: 2).count == 0)
    }

    @Test func `gives the same for one sample as for many`() throws {
        let all = network.hiddenActivations(of: dataset.train.inputs, row: 17)
        #expect(all.map(\.count) == [8, 6])
        for layer in 0..<2 {
            let many = try network.hiddenActivations(
                of: dataset.train.inputs, rows: Array(0..<200), layer: layer)
            #expect(zip(many[17], all[layer]).allSatisfy { abs($0 - $1) < 1e-6 })
        }
    }

    @Test func `weighs the words by its kernel, and further on by the product of kernels`() {
        let network = network
        let first = network.inputWeights(ofUnit: 2, layer: 0)
        #expect(first == (0..<50).map { network.weights[0].kernel[$0, 2] })
        let second = network.inputWeights(ofUnit: 5, layer: 1)
        for word in 0..<50 {
            let product = (0..<8).reduce(Float(0)) {
                $0 + network.weights[0].kernel[word, $1] * network.weights[2].kernel[$1, 5]
            }
            #expect(abs(second[word] - product) < 1e-5)
        }
        #expect(network.inputWeights(ofUnit: 8, layer: 0).isEmpty)
        #expect(network.inputWeights(ofUnit: 0, layer: 2).isEmpty)
    }

    @Test func `has units that tell their words and samples`() throws {
        let rows = Array(0..<200)
        let activations = try network.hiddenActivations(of: dataset.train.inputs, rows: rows, layer: 0)
        let report = UnitReport(unit: 3, layer: 0, of: network, activations: activations, count: 5)
        let weights = network.inputWeights(ofUnit: 3, layer: 0).sorted()
        #expect(report.positive.map(\.weight) == weights.suffix(5).reversed())
        #expect(report.negative.map(\.weight) == Array(weights.prefix(5)))
        let all = rows.map { activations[$0][$0 * 8 + 3] }
        #expect(report.samples.map(\.activation) == Array(all.sorted(by: >).prefix(5)))
        #expect(report.samples.allSatisfy { all[$0.row] == $0.activation })
        #expect(report.isDirect)
        let none = UnitReport(unit: 99, layer: 0, of: network, activations: activations, count: 5)
        #expect(none.positive.isEmpty && none.negative.isEmpty && none.samples.isEmpty)
    }
}

@Suite struct `The nearest samples` {
    private let rows = DenseRows(columns: 2, values: [1, 0, 3, 3, 0, 0, 0, 2, -1, 0, 2, 0])

    @Test func `are those in the same direction`() {
        let nearest = NearestSamples(to: [2, 0], among: rows, count: 3)
        #expect(nearest.neighbours.map(\.row) == [0, 5, 1])
        #expect(nearest.neighbours[0].cosine == 1)
        #expect(abs(nearest.neighbours[2].cosine - Float(0.5).squareRoot()) < 1e-6)
    }

    @Test func `leave the sample itself out`() {
        let nearest = NearestSamples(to: [1, 0], among: rows, count: 9, excluding: 0)
        #expect(nearest.neighbours.map(\.row) == [5, 1, 2, 3, 4])
        #expect(nearest.neighbours.map(\.cosine).suffix(3) == [0, 0, -1])
    }

    @Test func `are none of what can't be compared`() {
        #expect(NearestSamples(to: [1], among: rows, count: 3).neighbours.isEmpty)
        #expect(NearestSamples(to: [.nan, 1], among: rows, count: 2).neighbours.map(\.cosine) == [0, 0])
        #expect(NearestSamples(to: [1, 0], among: rows, count: 0).neighbours.isEmpty)
    }
}
