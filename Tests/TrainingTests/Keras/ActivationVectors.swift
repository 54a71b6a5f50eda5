import Datasets
import References
import Testing

@testable import Training

extension ReferenceVectors {
    @Suite(.reference("activations")) struct `Every activation` {
        @Test(arguments: everyKernels)
        func `gives Keras' values and derivatives`(kernels: Kernels) throws {
            try Reference.file("activations").forEachCase(of: "elementwise", level: "\(kernels.level)") {
                item, comparison in
                let activation = try Activation(keras: item)
                let (y, slope) = activation.run([try #require(item["x"]).floats], kernels)
                comparison.expect(y, try #require(item["y"]).numbers, activation.text)
                comparison.expect(
                    slope, try #require(item["dydx"]).numbers, "the derivative of \(activation.text)")
            }
        }

        @Test(arguments: everyKernels)
        func `softmax and its logarithm give Keras' rows and gradients`(kernels: Kernels) throws {
            let file = try Reference.file("activations")
            guard let item = file["softmax"] else { return }
            let comparison = file.compare("softmax", level: "\(kernels.level)")
            let x = try #require(item["x"]).rows
            let (y, dx) = Activation.softmax.run(x, upstream: try #require(item["upstream"]).rows, kernels)
            comparison.expect(y, try #require(item["y"]).numbers, "softmax")
            comparison.expect(dx, try #require(item["dx"]).numbers, "the gradient of softmax")
            let (logarithms, _) = try Activation(text: "log_softmax").run(x, kernels)
            comparison.expect(logarithms, try #require(item["log_softmax"]).numbers, "log_softmax")
        }
    }
}

extension Activation {
    /// Reads a case of activations.json: every name and every parameter must be one that we know.
    init(keras item: JSON) throws {
        try self.init(
            term: Term(#require(item["name"]?.text), Term.Argument.list(keras: item["params"])))
    }

    /// What comes out, and the gradient with respect to what went in, both row by row.
    func run(
        _ inputs: [[Float]], upstream: [[Float]]? = nil, _ kernels: Kernels
    ) -> (outputs: [Float], gradient: [Float]) {
        let outputs = Rows(count: inputs.count, columns: inputs.first?.count ?? 0)
        let gradient = Rows(upstream ?? inputs.map { $0.map { _ in 1 } })
        Rows(inputs).withBlock { inputs in
            outputs.withBlock { outputs in
                function.apply(inputs, into: outputs, kernels)
                gradient.withBlock {
                    function.backpropagate($0, inputs: inputs, outputs: outputs, kernels)
                }
            }
        }
        return (outputs.values, gradient.values)
    }
}
