import CAllocationCount
import Datasets
import Testing

@testable import Training

@Suite(.enabled(if: allocation_count_is_available(), "needs glibc, and no sanitizer"))
struct `A training step` {
    enum Form: CaseIterable { case sparse, dense }

    @Test(arguments: Optimizer.names, Form.allCases)
    func `allocates nothing on the heap`(optimizer: String, form: Form) throws {
        let model = Model(
            layers: [
                .dense(8, activation: .relu), .dense(20, activation: .tanh), .dense(3, activation: .softmax),
            ], optimizer: try .named(optimizer), metrics: [.accuracy, .topK(2)])
        try expectNoAllocation(model, form)
    }

    @Test(arguments: Activation.names)
    func `allocates nothing whatever the activation`(activation: String) throws {
        let layer = Layer.dense(8, activation: try Activation(text: activation))
        try expectNoAllocation(Model(layers: [layer, .dense(3, activation: .softmax)]), .sparse)
    }

    @Test func `allocates nothing to clip gradients and to keep weights small`() throws {
        let layers = ["dense(8, kernel_regularizer=l1_l2)", "dropout(0.5)", "dense(3, activation=softmax)"]
        let model = try Model(
            layers: layers.map { try Layer(text: $0) },
            optimizer: Optimizer(text: "adamw(global_clipnorm=1, weight_decay=0.1)"))
        try expectNoAllocation(model, .sparse)
    }

    @Test(arguments: Form.allCases)
    func `allocates nothing with layers so wide that OpenBLAS multiplies, and with the rarer choices`(
        form: Form
    ) throws {
        let layers = [
            "normalization", "dense(300, activation=relu)", "dense(300)", "dense(3, activation=sigmoid)",
        ]
        let model = try Model(
            layers: layers.map { try Layer(text: $0) }, loss: Loss(text: "huber"),
            optimizer: Optimizer(text: "sgd(learning_rate=CosineDecay(0.01, 50), clipnorm=1)"),
            metrics: [Metric(text: "precision"), Metric(text: "mae")])
        try expectNoAllocation(model, form)
    }

    @Test func `would be caught allocating`() {
        let before = allocation_count_of_thread()
        let room = [Float](unsafeUninitializedCapacity: 1000) { $1 = 1000 }
        #expect(room.count == 1000)
        #expect(allocation_count_of_thread() > before)
    }
}

/// Trains a model for three epochs and counts what each step asks of the heap.
private func expectNoAllocation(
    _ model: Model, _ form: `A training step`.Form, sourceLocation: SourceLocation = #_sourceLocation
) throws {
    let split = Split(inputs: inputs(form), labels: (0..<60).map { $0 % 3 })
    let dataset = Dataset(
        reference: Term("made"), title: "made", classes: ["a", "b", "c"], train: split, test: split)
    let run = try TrainingRun(
        Experiment(
            dataset: dataset.reference, model: model,
            settings: TrainingSettings(batchSize: 16, epochs: 3, validation: 0)), dataset: dataset)
    var counts: [Int] = []
    while !run.isFinished {
        let before = allocation_count_of_thread()
        let outcome = run.advance()
        let count = allocation_count_of_thread() - before
        // An epoch's first step comes with its shuffle, which is generic and asks the heap in debug builds.
        if case .batch = outcome, run.snapshot.batches > 1 { counts.append(count) }
    }
    // Work that is done once, at first use, is no part of a step.
    #expect(
        counts.dropFirst(2) == ArraySlice(repeating: 0, count: 3 * (run.batches - 1) - 2),
        sourceLocation: sourceLocation)
}

/// Sixty samples with three ones among forty columns.
private func inputs(_ form: `A training step`.Form) -> Inputs {
    var offsets: [Int32] = [0]
    var indices: [Int32] = []
    var values = [Float](repeating: 0, count: 60 * 40)
    for row in 0..<60 {
        let ones = Set([row * 7 % 40, (row * 7 + 13) % 40, (row * 7 + 26) % 40]).sorted()
        for column in ones {
            indices.append(Int32(column))
            values[row * 40 + column] = 1
        }
        offsets.append(Int32(indices.count))
    }
    return switch form {
    case .sparse: .sparse(SparseRows(columns: 40, offsets: offsets, indices: indices))
    case .dense: .dense(DenseRows(columns: 40, values: values))
    }
}
