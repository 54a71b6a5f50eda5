import Datasets
import Testing

@testable import Training

@Suite struct `The outputs of a network` {
    private func split(_ classes: Int) -> Split {
        let values = (0..<1800).map { (place: Int) -> Float in Float(place * 37 % 101) / 50 - 1 }
        let inputs = Inputs.dense(DenseRows(columns: 3, values: values))
        return classes == 0
            ? Split(
                inputs: inputs,
                targets: .values(DenseRows(columns: 1, values: (0..<600).map { Float($0 % 7) })))
            : Split(inputs: inputs, labels: (0..<600).map { Int32($0 % classes) })
    }

    private func networks() throws -> [(Network, Split)] {
        func network(_ units: Int, _ last: Activation, _ loss: String) throws -> Network {
            let model = Model(
                layers: [.dense(5, activation: .tanh), .dense(units, activation: last)],
                loss: try Loss(text: loss), metrics: [])
            return Network(initial: model, inputs: 3, seed: 3)
        }
        return [
            (try network(4, .softmax, "categorical_crossentropy"), split(4)),
            (try network(4, .softmax, "sparse_categorical_crossentropy"), split(4)),
            (try network(4, .linear, "sparse_categorical_crossentropy(from_logits=true)"), split(4)),
            (try network(1, .sigmoid, "binary_crossentropy"), split(2)),
            (try network(1, .linear, "binary_crossentropy(from_logits=true)"), split(2)),
            (try network(1, .sigmoid, "mean_squared_error"), split(2)),
            (try network(1, .linear, "mean_squared_error"), split(0)),
        ]
    }

    @Test func `are the same for one sample as for many`() throws {
        for (network, split) in try networks() {
            let rows = [0, 599, 3, 3, 77] + Array(100..<400)
            let many = try network.outputs(of: split, rows: rows)
            #expect(many.count == rows.count)
            for (place, row) in rows.enumerated() {
                for (one, other) in zip(many[place], network.outputs(of: split.inputs, row: row)) {
                    #expect(abs(one - other) < 1e-5)
                }
            }
            #expect(try network.outputs(of: split, rows: [-1, 600]).count == 0)
        }
    }

    @Test func `lose for each sample what they lose on average`() throws {
        for (network, split) in try networks() {
            let losses = (0..<split.count).map { network.loss(of: split, row: $0) }
            let mean = losses.reduce(0, +) / Double(split.count)
            #expect(abs(mean - (try network.evaluate(split).loss)) < 1e-5, "\(network.model.loss.text)")
        }
    }
}
