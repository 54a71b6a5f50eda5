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
        let settings = settings.flatMap { item[$0] } ?? item["given"] ?? item["config"] ?? .object([:])
        let arguments = settings.members.map { label, value in Term.Argument(label, value.term) }
        try self.init(term: Term(#require(item["class"]?.text).lowercased(), arguments))
    }

    /// The parameters after each step.
    func path(from initial: [Float], along gradients: [[Float]], _ kernels: Kernels) -> [Float] {
        let weights = Rows([initial])
        let slots = slotStarts.map { Rows([Array(repeating: $0, count: initial.count)]) }
        return gradients.enumerated().flatMap { step, gradient in
            let update = update(atStep: step + 1)
            weights.withBlock { weights in
                Rows([gradient]).withBlock { gradient in
                    shape(gradient.values, of: weights.values, count: initial.count, atStep: step + 1)
                    let starts = slots.map { $0.withBlock(\.values) }
                    kernels.update(
                        Kernels.Values(
                            values: weights.values, slot0: starts.first, slot1: starts.dropFirst().first,
                            slot2: starts.dropFirst(2).first),
                        update, gradient: gradient.values, count: weights.stride)
                }
            }
            return weights.values
        }
    }

    /// What Keras does to a gradient and its variable before a step, number by number.
    private func shape(
        _ gradient: UnsafeMutablePointer<Float>, of weights: UnsafeMutablePointer<Float>, count: Int,
        atStep step: Int
    ) {
        let norm = (0..<count).reduce(0) { $0 + gradient[$1] * gradient[$1] }.squareRoot()
        let rate = Float(learningRate(atStep: step))
        for index in 0..<count {
            // One variable is all there are, so that its norm is that of all.
            for largest in [clipnorm, globalClipnorm].compactMap(\.self) where norm > Float(largest) {
                gradient[index] *= Float(largest) / norm
            }
            if let largest = clipvalue.map(Float.init) {
                gradient[index] = min(max(gradient[index], -largest), largest)
            }
            if let weightDecay { weights[index] -= weights[index] * Float(weightDecay) * rate }
        }
    }
}
