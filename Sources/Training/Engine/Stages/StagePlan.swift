import Datasets

/// Lines up the stages of a network, layer by layer.
struct StagePlan {
    /// The most samples that a batch may have.
    let batchSize: Int
    /// The first values of the numbers that an optimizer keeps for each weight; none without an optimizer.
    let slotStarts: [Float]
    /// The vector kernels in use.
    let kernels: Kernels
    /// The clock that measures the stages, if there is one.
    let clock: PhaseClock?
    /// Decides what dropout leaves out.
    let seed: UInt64
    /// Tells whether the loss works from the input of the last activation.
    let lossSeesLogits: Bool

    /// The number of inputs of the next stage.
    private(set) var width: Int
    /// Tells whether the layer that is being added is the last.
    private(set) var isLastLayer = false
    /// The stages so far, and the layer that each belongs to.
    private(set) var stages: [(stage: any Stage, layer: Int)] = []
    private var source: Inputs?
    private var layer = 0

    init(
        inputs: Inputs, batchSize: Int, slotStarts: [Float], kernels: Kernels, clock: PhaseClock?,
        seed: UInt64, lossSeesLogits: Bool
    ) {
        self.batchSize = batchSize
        self.slotStarts = slotStarts
        self.kernels = kernels
        self.clock = clock
        self.seed = seed
        self.lossSeesLogits = lossSeesLogits
        source = inputs
        width = inputs.columns
    }

    /// Adds the stages of all layers.
    mutating func add(_ model: Model) throws {
        for (index, layer) in model.layers.enumerated() {
            self.layer = index
            isLastLayer = index == model.layers.count - 1
            try layer.function.addStages(to: &self)
        }
        // A network of nothing but layers that do nothing still shows its inputs.
        try takeRows()
    }

    /// Adds a stage.
    mutating func add(_ stage: any Stage, width: Int) {
        stages.append((stage, layer))
        self.width = width
    }

    /// Gives the samples to a stage that takes them as they are; `nil` where an earlier one did.
    mutating func takeSource() -> Inputs? {
        guard case .sparse = source else { return nil }
        defer { source = nil }
        return source
    }

    /// Makes sure that the next stage is given rows of numbers.
    mutating func takeRows() throws {
        guard let source else { return }
        self.source = nil
        stages.append((try RowsStage(columns: source.columns, self), layer))
    }

    /// A generator of its own for each stage that needs chance.
    func random() -> Random { Random(seed: seed, stream: 2 + UInt64(stages.count)) }

    /// Room for what a stage gives.
    func room(columns: Int) throws -> BatchRoom { try BatchRoom(rows: batchSize, columns: columns) }
}

/// Room for one row of numbers for each sample of a batch.
struct BatchRoom {
    private let buffer: Buffer<Float>
    private let columns: Int

    /// Makes room for rows of zeros.
    init(rows: Int, columns: Int) throws {
        buffer = try Buffer(zeros: rows * Block.stride(columns: columns))
        self.columns = columns
    }

    /// The first rows.
    func block(_ rows: Int) -> Block {
        Block(buffer.start, rows: rows, columns: columns, stride: Block.stride(columns: columns))
    }
}
