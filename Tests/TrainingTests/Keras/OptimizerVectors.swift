import Datasets
import References
import Testing

@testable import Training

extension ReferenceVectors {
    @Suite(.reference("optimizers")) struct `Every optimizer` {
        @Test(arguments: everyKernels)
        func `lands where Keras lands`(kernels: Kernels) throws {
            let file = try Reference.file("optimizers")
            let initial = try #require(file["initial"]).floats
            let gradients = try #require(file["gradients"]).rows
            file.forEachCase(of: "cases", level: "\(kernels.level)") { item, comparison in
                // The settings given on top of the defaults, and then every setting written out.
                for settings in ["given", "config"] where item[settings] != nil {
                    let optimizer = try Optimizer(keras: item, settings: settings)
                    comparison.expect(
                        try optimizer.path(from: initial, along: gradients, kernels),
                        try #require(item["trajectory"]).numbers, optimizer.text)
                }
            }
        }

        @Test func `has Keras' default settings`() throws {
            try Reference.file("optimizers").forEachCase(of: "cases") { item, _ in
                guard item["config"] != nil, item["given"] != nil else { return }
                // Writing a default down changes nothing; learning rates are float32 there.
                var full = try Optimizer(keras: item, settings: "config")
                let partial = try Optimizer(keras: item, settings: "given")
                #expect(abs(full.learningRate - partial.learningRate) < 1e-6 * partial.learningRate)
                full.learningRate = partial.learningRate
                #expect(full == partial)
            }
        }
    }
}

extension Optimizer {
    /// Reads a case of optimizers.json or training.json: every name and every setting must be one that we know.
    ///
    /// - Parameters:
    ///   - item: The case.
    ///   - settings: Under which name its settings stand; by default what was given, or else all.
    /// - Throws: ``TermError`` where there is no such optimizer or setting.
    init(keras item: JSON, settings: String? = nil) throws {
        let settings = settings.flatMap { item[$0] } ?? item["given"] ?? item["config"]
        try self.init(
            term: Term(#require(item["class"]?.text).lowercased(), Term.Argument.list(keras: settings)))
    }

    /// The parameters after each step, all of them being one variable.
    func path(from initial: [Float], along gradients: [[Float]], _ kernels: Kernels) throws -> [Float] {
        let parameters = try Parameters(inputs: 1, units: initial.count, slotStarts: slotStarts)
        parameters.load(
            Network.Weights(
                kernel: Matrix(rows: 1, columns: initial.count, values: initial),
                bias: Array(repeating: 0, count: initial.count)))
        return gradients.enumerated().flatMap { index, gradient in
            Rows([gradient]).withBlock { gradient in
                let sum = kernels.squareSum(
                    gradient: gradient.values, of: parameters.pointers(), .none, count: gradient.stride)
                var shaping = Kernels.Shaping.none
                shaping.add(
                    self.shaping(atStep: index + 1, squareSums: [(sum, 0)]), clippingTo: sum, self)
                kernels.update(
                    parameters.pointers(), update(atStep: index + 1), shaping, gradient: gradient.values,
                    count: gradient.stride)
            }
            return parameters.weights().kernel.values
        }
    }
}
