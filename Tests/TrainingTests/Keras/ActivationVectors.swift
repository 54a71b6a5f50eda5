import Datasets
import Testing

@testable import Training

@Suite struct `Every activation` {
    @Test(arguments: everyKernels)
    func `gives Keras' values and derivatives`(kernels: Kernels) throws {
        let cases = try #require(try Reference.file("activations")["elementwise"]).list
        var tested = 0
        for item in cases where item["params"]?.members.isEmpty ?? true {
            guard let name = item["name"]?.text, Activation.names.contains(name) else { continue }
            let activation = try Activation(text: name)
            let x = try #require(item["x"]).floats
            let outputs = Rows([x])
            let gradient = Rows([x.map { _ in 1 }])
            outputs.withBlock { outputs in
                activation.function.apply(to: outputs, kernels)
                gradient.withBlock {
                    activation.function.backpropagate($0, outputs: outputs, kernels)
                }
            }
            expectKeras(outputs.values, try #require(item["y"]).numbers, name)
            expectKeras(gradient.values, try #require(item["dydx"]).numbers, "the derivative of \(name)")
            tested += 1
        }
        #expect(tested >= 4)
    }

    @Test(arguments: everyKernels)
    func `softmax gives Keras' rows and gradients`(kernels: Kernels) throws {
        let item = try #require(try Reference.file("activations")["softmax"])
        let outputs = Rows(try #require(item["x"]).rows)
        let gradient = Rows(try #require(item["upstream"]).rows)
        outputs.withBlock { outputs in
            Softmax().apply(to: outputs, kernels)
            gradient.withBlock { Softmax().backpropagate($0, outputs: outputs, kernels) }
        }
        expectKeras(outputs.values, try #require(item["y"]).numbers, "softmax")
        expectKeras(gradient.values, try #require(item["dx"]).numbers, "the gradient of softmax")
    }

    @Test(arguments: Activation.all)
    func `hands on what is not a number`(activation: Activation) {
        for kernels in everyKernels {
            let rows = Rows([[.nan, .nan, .nan]])
            rows.withBlock { activation.function.apply(to: $0, kernels) }
            #expect(rows.values.allSatisfy { $0.isNaN })
        }
    }

    @Test(arguments: Activation.all)
    func `is read back from its name`(activation: Activation) throws {
        #expect(try Activation(text: activation.text) == activation)
    }
}
