import Datasets
import Testing

@testable import Training

@Suite struct `An optimizer` {
    static let texts = [
        "sgd(momentum=0.9, nesterov=true, weight_decay=0.01)", "rmsprop(rho=0.8, centered=true, clipnorm=1)",
        "adam(learning_rate=0.01, amsgrad=true)", "adamw(weight_decay=0.1)",
        "adagrad(initial_accumulator_value=0)", "adamax(clipvalue=0.5)", "nadam(global_clipnorm=2)",
        "adadelta(learning_rate=1)",
        "adam(learning_rate=ExponentialDecay(initial_learning_rate=0.1, decay_steps=100, decay_rate=0.9))",
    ]

    @Test(arguments: Optimizer.names + texts)
    func `is read back from its text`(text: String) throws {
        let optimizer = try Optimizer(text: text)
        #expect(optimizer.text == text)
        #expect(optimizer.problems.isEmpty)
    }

    @Test(arguments: [
        ("sgd(0)", "learning_rate"), ("adam(beta_1=1)", "beta_1"), ("sgd(clipnorm=0)", "clipnorm"),
        ("adamw(weight_decay=-1)", "weight_decay"),
        ("adam(clipnorm=1, clipvalue=0.5)", "clipnorm and by clipvalue"),
        ("sgd(ExponentialDecay(0.1, decay_steps=0, decay_rate=0.9))", "decay_steps"),
    ])
    func `says which setting can't be`(text: String, name: String) throws {
        let problems = try Optimizer(text: text).problems
        #expect(problems.count == 1)
        #expect(problems.first?.contains(name) == true)
    }

    @Test func `follows its schedule until it is given a learning rate`() throws {
        var optimizer = try Optimizer(text: "sgd(ExponentialDecay(0.1, decay_steps=2, decay_rate=0.25))")
        #expect(optimizer.learningRate == Double(Float(0.1)))
        #expect(abs(optimizer.learningRate(atStep: 2) - 0.05) < 1e-8)
        #expect(abs(optimizer.learningRate(atStep: 3) - 0.025) < 1e-8)
        optimizer.learningRate = 0.5
        #expect(optimizer.schedule == nil)
        #expect(optimizer.learningRate(atStep: 3) == 0.5)
        #expect(optimizer.text == "sgd(learning_rate=0.5)")
    }

    @Test(
        arguments: Optimizer.names + ["sgd(momentum=0.9)", "rmsprop(momentum=0.5, centered=true)"],
        everyKernels)
    func `moves a sparse layer by the very bits of a dense one`(text: String, kernels: Kernels) throws {
        // A column without ones takes a shorter way in the kernel; its gradient is zero.
        let optimizer = try Optimizer(text: text)
        let units = 16
        let initial = (0..<2 * units).map { Float($0) / 7 - 2 }
        let samples = [[1, 0], [0, 1], [1, 0], [0, 0]] as [[Float]]
        let ones = samples.sparse
        let columns = try SortedColumns(of: ones, batchSize: 1)
        let delta = (0..<units).map { Float($0) / 5 - 1 }
        let sparse = Rows([initial])
        let dense = Rows([initial])
        let sparseSlots = optimizer.slotStarts.map { Rows([initial], filledWith: $0) }
        let denseSlots = optimizer.slotStarts.map { Rows([initial], filledWith: $0) }
        defer { withExtendedLifetime((sparseSlots, denseSlots)) {} }
        for (index, sample) in samples.enumerated() {
            let update = optimizer.update(atStep: index + 1)
            ones.withKernelForm { kernels.sort($0, rows: [Int32(index)], batch: 1, into: columns) }
            Rows([delta]).withBlock {
                kernels.update(sparse.parameters(sparseSlots), update, columns: columns, delta: $0)
            }
            Rows([sample.flatMap { one in delta.map { $0 * one } }]).withBlock {
                kernels.update(
                    dense.parameters(denseSlots), update, gradient: $0.values, count: 2 * units)
            }
            #expect(sparse.values.map(\.bitPattern) == dense.values.map(\.bitPattern))
        }
    }

    @Test func `Nadam's step is the same whether counted through or settled`() throws {
        // Far on, the momentum is beta_1 and its product nothing, so that Nadam is Adam with a look ahead.
        let weights: [Float] = [1]
        for step in [999, 1000, 1001, 100_000] {
            let update = try Optimizer(text: "nadam(beta_2=0)").update(atStep: step)
            let slots = [Rows([[0.5]]), Rows([[0]])]
            let values = Rows([weights])
            Rows([[0.5]]).withBlock {
                Kernels.standard.update(
                    values.parameters(slots), update, gradient: $0.values, count: $0.stride)
            }
            #expect(abs(values.values[0] - (1 - 0.001)) < 1e-7)
        }
    }
}
