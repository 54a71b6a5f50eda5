import Datasets
import Foundation
import Testing

@testable import Training

@Suite struct `An activation` {
    /// Every activation as it is, and those with arguments also with some.
    static let all =
        Activation.all.map(\.text) + [
            "relu(negative_slope=0.1, max_value=3, threshold=0.5)", "relu(max_value=6)",
            "leaky_relu(negative_slope=0.01)", "elu(alpha=0.5)", "gelu(approximate=true)",
        ]

    @Test(arguments: all)
    func `is read back from its text`(text: String) throws {
        #expect(try Activation(text: text).text == text)
    }

    @Test(arguments: all)
    func `hands on what is not a number`(text: String) throws {
        let activation = try Activation(text: text)
        for kernels in everyKernels {
            let (outputs, _) = activation.run([[.nan, .nan, .nan]], kernels)
            #expect(outputs.allSatisfy { $0.isNaN })
        }
    }

    @Test(arguments: all)
    func `has the slope of its values`(text: String) throws {
        let activation = try Activation(text: text)
        // The numbers of a row depend on each other in softmax, so each point has a row of its own.
        let points = (-80...80).map { Float($0) / 8 + 0.03 }
        let rows = points.map { [$0, 0.5, -1] }
        let step: Float = 1.0 / 256
        for kernels in everyKernels {
            let upstream = points.map { _ in [Float(1), 0, 0] }
            let (_, slopes) = activation.run(rows, upstream: upstream, kernels)
            let above = activation.run(points.map { [$0 + step, 0.5, -1] }, kernels).outputs
            let below = activation.run(points.map { [$0 - step, 0.5, -1] }, kernels).outputs
            for index in points.indices {
                let place = 3 * index
                let numerical = (above[place] - below[place]) / (2 * step)
                let limit = 1e-4 * max(1, abs(numerical), abs(above[place]))
                #expect(abs(slopes[place] - numerical) < limit, "at \(points[index])")
            }
        }
    }

    @Test(arguments: all)
    func `may write over its inputs unless it needs them`(text: String) throws {
        let activation = try Activation(text: text)
        let inputs: [[Float]] = [(0..<37).map { Float($0) / 4 - 4 }]
        for kernels in everyKernels where !activation.function.needsInputs {
            let apart = activation.run(inputs, kernels)
            let rows = Rows(inputs)
            let gradient = Rows(inputs.map { $0.map { _ in 1 } })
            rows.withBlock { block in
                activation.function.apply(block, into: block, kernels)
                gradient.withBlock {
                    activation.function.backpropagate($0, inputs: block, outputs: block, kernels)
                }
            }
            #expect(rows.values == apart.outputs)
            #expect(gradient.values == apart.gradient)
        }
    }

    /// The limits of each, far to the left and far to the right.
    static let limits: [(text: String, low: Float, high: Float)] = [
        ("relu", 0, .infinity), ("relu6", 0, 6), ("relu(max_value=2)", 0, 2), ("elu", -1, .infinity),
        ("selu", -1.758099340847161, .infinity), ("gelu", 0, .infinity),
        ("gelu(approximate=true)", 0, .infinity), ("silu", 0, .infinity), ("mish", 0, .infinity),
        ("softplus", 0, .infinity), ("softsign", -1, 1), ("sigmoid", 0, 1), ("hard_sigmoid", 0, 1),
        ("tanh", -1, 1), ("exponential", 0, .infinity), ("linear", -.infinity, .infinity),
    ]

    @Test(arguments: limits)
    func `goes to its limits`(text: String, low: Float, high: Float) throws {
        let activation = try Activation(text: text)
        let inputs: [[Float]] = [[-.infinity, -1e30, -1e4, -100, 100, 1e4, 1e30, .infinity]]
        for kernels in everyKernels {
            let (outputs, slopes) = activation.run(inputs, kernels)
            #expect(
                outputs.allSatisfy { !$0.isNaN } && slopes.allSatisfy { !$0.isNaN }, "\(outputs) \(slopes)")
            #expect(outputs[0] == low)
            #expect(outputs[7] == high)
            for (place, x) in inputs[0].enumerated() where low.isFinite && x < 0 && x > -1e30 {
                #expect(abs(outputs[place] - low) < 0.011, "at \(x)")
            }
            for (place, x) in inputs[0].enumerated() where high.isFinite && x > 0 && x < 1e30 {
                #expect(abs(outputs[place] - high) < 0.011, "at \(x)")
            }
        }
    }

    @Test func `leaves no infinity and no NaN in the padding of a gradient`() {
        for activation in Activation.all {
            for kernels in everyKernels {
                let inputs = Rows([[1, 2, 3], [-1, 0, 40]])
                let outputs = Rows(count: 2, columns: 3)
                let gradient = Rows([[1, 1, 1], [1, 1, 1]])
                inputs.withBlock { inputs in
                    outputs.withBlock { outputs in
                        activation.function.apply(inputs, into: outputs, kernels)
                        gradient.withBlock { gradient in
                            activation.function.backpropagate(
                                gradient, inputs: inputs, outputs: outputs, kernels)
                            for row in 0..<2 {
                                for column in 3..<gradient.stride {
                                    #expect(gradient.values[row * gradient.stride + column] == 0)
                                    #expect(outputs.values[row * outputs.stride + column].isFinite)
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    @Test(arguments: [
        ("leaky_relu(negative_slope=-1)", "negative_slope"), ("elu(alpha=0)", "alpha"),
        ("relu(max_value=-1)", "max_value"),
    ])
    func `says which argument can't be`(text: String, name: String) throws {
        let problems = try Activation(text: text).problems
        #expect(problems.count == 1)
        #expect(problems.first?.contains(name) == true)
    }

    @Test func `takes no arguments that it hasn't`() {
        #expect(throws: TermError.unknownArgument("alpha", of: "relu6", choices: [])) {
            try Activation(text: "relu6(alpha=1)")
        }
    }
}
