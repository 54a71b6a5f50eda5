import Datasets
import Testing

@testable import Training

/// The reports on a network whose weights are no numbers any more.
@Suite struct `An answer that is no number` {
    private static let sentence = "The network's outputs are no numbers: its weights have run away.\n"

    /// Four points, to be told apart or to be measured.
    private func question(hasClasses: Bool) throws -> Question {
        let rows = DenseRows(columns: 2, values: [0, 1, 2, 3, 4, 5, 6, 7])
        let split =
            hasClasses
            ? Split(inputs: .dense(rows), labels: [0, 1, 2, 1])
            : Split(
                inputs: .dense(rows), targets: .values(DenseRows(columns: 1, values: [1, 2, 3, 4])))
        let dataset = Dataset(
            reference: Term("points"), title: "points", nouns: Nouns(sample: "point", label: "cloud"),
            classes: hasClasses ? ["a", "b", "c"] : [], train: split, test: split)
        return try Question(2, of: .test, in: dataset)
    }

    /// A network of one layer; each sign bit of what is no number has its own word in Swift.
    private func network(hasClasses: Bool) throws -> Network {
        let text = hasClasses ? "dense(3, activation=softmax)" : "dense(1)"
        let model = Model(
            layers: [try Layer(text: text)],
            loss: try Loss(text: hasClasses ? "categorical_crossentropy" : "mse"), metrics: [])
        let drawn = Network(initial: model, inputs: 2, seed: 1)
        return Network(
            model: model,
            weights: drawn.weights.map { weights in
                Network.Weights(
                    arrays: weights.arrays.map { array in
                        var array = array
                        for place in array.values.indices { array.values[place] = -Float.nan }
                        return array
                    })
            })
    }

    @Test(arguments: [true, false])
    func `is called so by predict and by explain in the same words`(hasClasses: Bool) throws {
        let (network, question) = (try network(hasClasses: hasClasses), try question(hasClasses: hasClasses))
        #expect(PredictionReport(network, question).table(top: 3) == Self.sentence)
        #expect(try ExplanationReport(network, question).table(top: 3) == Self.sentence)
    }

    @Test func `has neither a label nor a rank in JSON`() throws {
        let (network, question) = (try network(hasClasses: true), try question(hasClasses: true))
        let answer = PredictionReport(network, question).json
        #expect(answer.contains(#""outputs":[null,null,null],"predicted":{"label":null,"name":null}"#))
        #expect(answer.contains(#""true":{"label":2,"name":"c"},"rank":null,"margin":null,"entropy":null"#))
        let explanation = try ExplanationReport(network, question).json
        #expect(explanation.contains(#""class":{"label":null,"name":null},"probability":null,"logit":null"#))
        let asked = try ExplanationReport(network, question, label: 1).json
        #expect(asked.contains(#""class":{"label":1,"name":"b"},"probability":null"#))
    }
}
