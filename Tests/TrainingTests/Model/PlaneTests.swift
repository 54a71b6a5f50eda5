import Datasets
import Testing

@testable import Training

@Suite struct `A plane grid` {
    @Test func `has its places row after row from the upper left`() {
        let grid = PlaneGrid(x: 0...3, y: -1...1, columns: 3, rows: 2)
        #expect(grid.middles.values == [0.5, 0.5, 1.5, 0.5, 2.5, 0.5, 0.5, -0.5, 1.5, -0.5, 2.5, -0.5])
        #expect(PlaneGrid(x: 0...1, y: 0...1, columns: 0, rows: -3).middles.count == 0)
    }

    @Test(arguments: [1, 7, 100, 4000, 100_000])
    func `can be made coarser, and keeps its shape`(limit: Int) {
        let grid = PlaneGrid(x: 0...1, y: 0...1, columns: 120, rows: 80).coarser(atMost: limit)
        #expect(1...max(limit, 1) ~= grid.count)
        if limit >= 4000 { #expect(abs(Double(grid.columns) / Double(grid.rows) - 1.5) < 0.05) }
        if limit > 9600 { #expect(grid.columns == 120) }
    }
}

@Suite struct `A network over a plane` {
    private static let models: [(String, Loss)] = [
        ("dense(5, activation=relu), dense(4)", .sparseCategoricalCrossentropy(fromLogits: true)),
        (
            "dense(3, activation=tanh), dropout(0.5), dense(3, activation=softmax)",
            .sparseCategoricalCrossentropy()
        ),
        ("normalization, dense(2), activation(sigmoid), dense(1, activation=sigmoid)", .binaryCrossentropy()),
        ("dense(2, activation=softmax)", .sparseCategoricalCrossentropy()),
    ]

    private func network(_ place: Int) throws -> Network {
        let (text, loss) = Self.models[place]
        var model = Model(layers: try Self.layers(text))
        model.loss = loss
        var network = Network(initial: model, inputs: 2, seed: 3)
        if place == 2 {
            var weights = network.weights
            weights[0] = .init(mean: [0.5, -1], variance: [2, 0.3])
            network = Network(model: model, weights: weights)
        }
        return network
    }

    /// Layers with commas between them, which stand between parentheses as well.
    private static func layers(_ text: String) throws -> [Layer] {
        try text.replacing("), ", with: ")|").replacing("normalization, ", with: "normalization|")
            .split(separator: "|").map { try Layer(text: String($0)) }
    }

    /// More places than go through a network at once.
    private let middles = PlaneGrid(x: -4...4, y: -3...3, columns: 37, rows: 23).middles

    @Test(arguments: models.indices)
    func `gives what it gives for each sample by itself`(place: Int) throws {
        let network = try network(place)
        let all = try network.outputs(of: middles, layers: network.model.layers.indices)
        let classes = try network.classes(of: middles)
        for row in stride(from: 0, to: middles.count, by: 7) {
            let one = network.outputs(of: .dense(middles), row: row)
            #expect(zip(all[row], one).allSatisfy { abs($0 - $1) < 1e-5 })
            let probabilities = network.probabilities(of: .dense(middles), row: row)
            let sorted = probabilities.sorted()
            // If two are all but equal, either may be the first.
            guard sorted[sorted.count - 1] - sorted[sorted.count - 2] > 1e-4 else { continue }
            #expect(Network.likeliest(probabilities) == classes[row])
        }
    }

    @Test(arguments: models.indices)
    func `is as good in two halves as in one piece`(place: Int) throws {
        let network = try network(place)
        for hidden in network.model.hiddenLayers {
            let seen = try network.outputs(of: middles, layers: 0..<hidden.end)
            #expect(seen.columns == hidden.units)
            let all = network.model.layers.indices
            let halves = try network.outputs(of: seen, layers: hidden.end..<all.upperBound)
            #expect(halves == (try network.outputs(of: middles, layers: all)))
        }
        #expect(try network.outputs(of: middles, layers: 0..<0) == middles)
    }

    @Test func `knows its hidden layers by the units that come next`() throws {
        let layers = try Self.layers(
            "dense(2), activation(tanh), dropout(0.1), dense(8, activation=relu), dense(4)")
        let hidden = Model(layers: layers).hiddenLayers
        #expect(hidden.map(\.name) == ["dense", "dense_1"])
        #expect(hidden.map(\.units) == [2, 8])
        #expect(hidden.map(\.end) == [3, 4])
        #expect(hidden.map(\.activation) == [.tanh, .relu])
        #expect(Model(layers: [.dense(4)]).hiddenLayers.isEmpty)
    }

    @Test func `has lost its way where a weight is no number`() throws {
        let network = try network(0)
        #expect(network.isFinite)
        var weights = network.weights
        weights[1].bias = [0, .nan, 0, 0]
        #expect(!Network(model: network.model, weights: weights).isFinite)
    }
}
