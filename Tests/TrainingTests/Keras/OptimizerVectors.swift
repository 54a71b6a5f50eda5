import Datasets
import Testing

@testable import Training

@Suite struct `Every optimizer` {
    @Test(arguments: everyKernels)
    func `lands where Keras lands`(kernels: Kernels) throws {
        let file = try Reference.file("optimizers")
        let initial = try #require(file["initial"]).floats
        let gradients = try #require(file["gradients"]).rows
        let cases = try #require(file["cases"]).list
        #expect(!cases.isEmpty)
        for item in cases {
            // What was given on top of the defaults, and with every setting written out.
            for settings in ["given", "config"] {
                let optimizer = try Optimizer(keras: item, settings: settings)
                expectKeras(
                    optimizer.path(from: initial, along: gradients, kernels),
                    try #require(item["trajectory"]).numbers, optimizer.text)
            }
        }
    }

    @Test(arguments: Optimizer.names)
    func `has Keras' default settings`(name: String) throws {
        let optimizer = try Optimizer.named(name)
        #expect(optimizer.text == name)
        for item in try #require(try Reference.file("optimizers")["cases"]).list
        where item["class"]?.text?.lowercased() == name {
            // Writing a default down changes nothing; learning rates are float32 there.
            var full = try Optimizer(keras: item, settings: "config")
            let partial = try Optimizer(keras: item)
            #expect(abs(full.learningRate - partial.learningRate) < 1e-6 * partial.learningRate)
            full.learningRate = partial.learningRate
            #expect(full == partial)
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
        try self.init(term: Term(#require(item["class"]?.text), Term.Argument.list(keras: settings)))
    }

    /// The parameters after each step.
    func path(from initial: [Float], along gradients: [[Float]], _ kernels: Kernels) -> [Float] {
        let weights = Rows([initial])
        let slots = slotStarts.map { Rows([initial], filledWith: $0) }
        defer { withExtendedLifetime(slots) {} }
        return gradients.enumerated().flatMap { step, gradient in
            Rows([gradient]).withBlock { gradient in
                let parameters = weights.parameters(slots)
                let squares = kernels.squareSum(
                    gradient: gradient.values, of: parameters, .none, count: gradient.stride)
                var shaping = Kernels.Shaping.none
                shaping.add(
                    self.shaping(atStep: step + 1, squareSums: [(squares, 0)]), clippingTo: squares, self)
                kernels.update(
                    parameters, update(atStep: step + 1), shaping, gradient: gradient.values,
                    count: gradient.stride)
            }
            return weights.values
        }
    }
}
