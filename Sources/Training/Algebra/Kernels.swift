import CKernels
import FoundationEssentials

/// The vector kernels at one level of instructions: what BLAS has not.
struct Kernels: Equatable, Sendable {
    /// How many floats a row's length is rounded up to.
    static let lanes = Int(KERNELS_LANES)

    /// Which vector instructions are used.
    enum Level: Int32, CaseIterable, Sendable {
        /// What any processor has.
        case baseline = 0
        /// AVX2 and FMA, x86-64-v3.
        case v3 = 1
        /// AVX-512, x86-64-v4.
        case v4 = 2

        /// Whether this processor has it.
        var isAvailable: Bool { kernels_has_level(rawValue) }
        /// The levels that this processor has.
        static var available: [Level] { allCases.filter(\.isAvailable) }
    }

    /// Which vector instructions are used.
    let level: Level
    /// The level as C has it.
    var code: Int32 { level.rawValue }

    /// The kernels that the program uses throughout.
    static let standard = Kernels(environment: ProcessInfo.processInfo.environment)

    /// The best kernels, or those that the environment asks for and the processor has.
    ///
    /// - Parameter environment: The environment's variables; `NNBOARD_CPU` is baseline, v3 or v4.
    init(environment: [String: String]) {
        let wanted = Level.allCases.first { "\($0)" == environment["NNBOARD_CPU"] }
        if let wanted, wanted.isAvailable {
            level = wanted
        } else {
            level = Level.available.last ?? .baseline
        }
    }

    /// The kernels of one level, which the processor must have.
    init(level: Level) {
        precondition(level.isAvailable, "this processor has no \(level)")
        self.level = level
    }
}

// MARK: - The sparse first layer

extension Kernels {
    /// Rows of zeros and ones: row i has ones at `indices[offsets[i]]` up to `indices[offsets[i + 1] - 1]`.
    struct Ones {
        let offsets: UnsafePointer<Int32>?
        let indices: UnsafePointer<Int32>?

        fileprivate var c: kernels_sparse { kernels_sparse(offsets: offsets, indices: indices) }
    }

    /// The ones of a batch by column: column c occurs in the batch's rows `slots[offsets[c]]` up to
    /// `slots[offsets[c + 1] - 1]`, ascending.
    struct Columns {
        let offsets: UnsafeMutablePointer<Int32>
        let slots: UnsafeMutablePointer<Int32>

        fileprivate var c: kernels_columns { kernels_columns(offsets: offsets, slots: slots) }
    }

    /// Weights, with what the optimizer keeps for each; slots that its rule doesn't have may be absent.
    struct Values {
        let values: UnsafeMutablePointer<Float>
        let slot0: UnsafeMutablePointer<Float>?
        let slot1: UnsafeMutablePointer<Float>?
        let slot2: UnsafeMutablePointer<Float>?

        var c: kernels_parameters {
            kernels_parameters(values: values, slot0: slot0, slot1: slot1, slot2: slot2)
        }
    }

    /// Each row of `out` becomes the bias plus the kernel's rows at the ones of an input.
    func gather(
        _ inputs: Ones, rows: UnsafePointer<Int32>, kernel: UnsafePointer<Float>,
        bias: UnsafePointer<Float>, into out: Block
    ) {
        kernels_gather(code, inputs.c, rows, kernel, bias, out.c)
    }

    /// Sorts the ones of a batch by column.
    func transpose(
        _ inputs: Ones, rows: UnsafePointer<Int32>, batch: Int, columns count: Int,
        into columns: Columns
    ) {
        kernels_transpose(inputs.c, rows, batch, count, columns.c)
    }

    /// One optimizer step for the kernel of a sparse first layer, gradient and all.
    func update(
        _ parameters: Values, _ update: Update, columns: Columns, range: Range<Int>,
        delta: Block
    ) {
        kernels_update_columns(
            code, update.c, parameters.c, columns.c, range.lowerBound, range.upperBound, delta.values,
            delta.stride)
    }
}

// MARK: - Blocks

extension Kernels {
    func fillRows(_ block: Block, with row: UnsafePointer<Float>) { kernels_fill_rows(code, block.c, row) }
    func columnSums(_ block: Block, into sums: UnsafeMutablePointer<Float>) {
        kernels_column_sums(code, block.c, sums)
    }
}

// MARK: - Losses and metrics

extension Kernels {
    func crossentropyOfLogits(_ batch: LossBatch, gradient: Block?) -> Double {
        kernels_crossentropy_of_logits(
            code, batch.outputs.c, batch.targets.c, batch.perSample, gradient?.values)
    }
    func categoricalCrossentropy(_ batch: LossBatch, gradient: Block?) -> Double {
        kernels_categorical_crossentropy(
            code, batch.outputs.c, batch.targets.c, batch.perSample, gradient?.values)
    }
    func sparseCategoricalCrossentropy(_ batch: LossBatch, gradient: Block?) -> Double {
        kernels_sparse_categorical_crossentropy(
            code, batch.outputs.c, batch.targets.c, batch.perSample, gradient?.values)
    }

    func countFirstLargest(_ outputs: Block, labels: UnsafePointer<Int32>) -> Int {
        kernels_count_first_largest(outputs.c, labels)
    }
    func countTopK(_ outputs: Block, labels: UnsafePointer<Int32>, k: Int) -> Int {
        kernels_count_top_k(outputs.c, labels, k)
    }
}

// MARK: - In C's terms

extension Block {
    var c: kernels_block {
        kernels_block(values: values, rows: rows, columns: columns, stride: stride)
    }
}

extension BatchTargets {
    fileprivate var c: kernels_targets {
        switch self {
        case .labels(let labels): kernels_targets(labels: labels, rows: nil)
        case .rows(let rows): kernels_targets(labels: nil, rows: rows.values)
        }
    }
}
