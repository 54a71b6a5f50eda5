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
                let x = try #require(item["x"]).floats
                let (y, slope) = activation.run([x], kernels)
                comparison.expect(y, try #require(item["y"]).numbers, activation.text)
                comparison.expect(
                    slope, try #require(item["dydx"]).numbers, noises: x.map(activation.noiseOfKeras),
                    "the derivative of \(activation.text)")
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

    /// The error of Keras' own derivative in float32, if it is more than the limit of the vectors.
    ///
    /// Of all activations that is so with one only: `gelu(approximate=true)`, which adds 1 to a hyperbolic
    /// tangent close to -1. TensorFlow's is off by up to 2.72e-7, since it is -1 from -7.905 down; the
    /// derivative, by |x|·z'(x) times as much: up to 4.2e-6 between -5.2 and -2.6 (measured against Keras in
    /// float64, where ours is off by 6e-8). The limit is four times this.
    func noiseOfKeras(at x: Float) -> Double {
        guard text == "gelu(approximate=true)" else { return 0 }
        let (x, root) = (Double(x), (2 / Double.pi).squareRoot())
        // Beyond, the tangent is 1 and -1 in either precision.
        guard abs(x) < 6 else { return 0 }
        return abs(x) * root * (1 + 3 * 0.044715 * x * x) * 2.72e-7 / 4
    }

    /// The outputs, and the gradient with respect to the inputs, both row by row.
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
