import Datasets
import Testing

@testable import Training

@Suite struct `Every optimizer` {
    @Test(arguments: everyKernels)
    func `lands where Keras lands`(kernels: Kernels) throws {
        let file = try Reference.file("optimizers")
        let initial = try #require(file["initial"]).floats
        let gradients = try #require(file["gradients"]).rows
        var tested = 0
        for item in try #require(file["cases"]).list {
            guard let optimizer = try? Optimizer(keras: item) else { continue }
            var trajectory: [Float] = []
            let weights = Rows([initial])
            let slots = (0..<3).map { _ in Rows(count: 1, columns: initial.count) }
            for (step, gradient) in gradients.enumerated() {
                move(
                    weights, slots, along: Rows([gradient]), by: optimizer.rule.step(step + 1), kernels)
                trajectory += weights.values
            }
            expectKeras(trajectory, try #require(item["trajectory"]).numbers, optimizer.text)
            tested += 1
        }
        #expect(tested >= 12)
    }

    private func move(
        _ weights: Rows, _ slots: [Rows], along gradient: Rows, by update: Kernels.Update, _ kernels: Kernels
    ) {
        weights.withBlock { weights in
            slots[0].withBlock { first in
                slots[1].withBlock { second in
                    slots[2].withBlock { third in
                        gradient.withBlock { gradient in
                            kernels.update(
                                Kernels.Values(
                                    values: weights.values, slot0: first.values, slot1: second.values,
                                    slot2: third.values),
                                update, gradient: gradient.values, count: weights.stride)
                        }
                    }
                }
            }
        }
    }

    @Test(arguments: Optimizer.names)
    func `has Keras' default settings`(name: String) throws {
        let optimizer = try Optimizer.named(name)
        #expect(optimizer.text == name)
        for item in try #require(try Reference.file("optimizers")["cases"]).list
        where item["class"]?.text?.lowercased() == name {
            let given = Set(item["given"]?.members.keys.map(\.self) ?? [])
            guard let config = item["config"], !given.contains("clipvalue"), !given.contains("clipnorm")
            else {
                continue
            }
            // Writing a default down changes nothing.
            let defaults = JSON.object(["class": .text(name), "given": config])
            let full = try Optimizer(keras: defaults)
            let partial = try Optimizer(keras: item)
            #expect(abs(full.learningRate - partial.learningRate) < 1e-8)
            var same = full
            same.learningRate = partial.learningRate
            #expect(same == partial)
        }
    }
}

extension Optimizer {
    /// Reads a case of optimizers.json or training.json.
    init(keras item: JSON) throws {
        let name = item["class"]?.text?.lowercased() ?? ""
        let settings = item["given"] ?? item["config"] ?? .object([:])
        let arguments = settings.members.map { label, value in
            Term.Argument(label, value.number.map(Term.Value.number) ?? .flag(value.flag ?? false))
        }
        try self.init(term: Term(name, arguments))
    }
}
