import Datasets

/// The sums of a dense layer over rows of zeros and ones, in which nearly everything is zero.
///
/// Forward it adds up the kernel's rows where there are ones; backward the gradient of each row is the sum of the
/// deltas of the samples that have a one there, and goes into the optimizer without ever being written down.
final class SparseDenseStage: TrainableStage, WeightedStage {
    let dense: Dense
    let parameters: Parameters
    private let sums: BatchRoom
    private let biasGradient: Buffer<Float>
    /// The batch's ones by column.
    private let columns: SortedColumns
    /// The gradient with respect to the sums; lent until the weights move.
    private var delta: Block
    private let kernels: Kernels
    /// Tells whether the batch's columns were sorted while it was let through.
    private var isSorted = false
    private let clock: PhaseClock?

    init(_ dense: Dense, rows: SparseRows, _ plan: StagePlan) throws {
        self.dense = dense
        parameters = try Parameters(inputs: rows.columns, units: dense.units, slotStarts: plan.slotStarts)
        sums = try plan.room(columns: dense.units)
        delta = sums.block(0)
        biasGradient = try Buffer(zeros: parameters.stride)
        columns = try SortedColumns(of: rows, batchSize: plan.batchSize)
        kernels = plan.kernels
        clock = plan.clock
    }

    func load(_ weights: Network.Weights) { parameters.load(weights) }
    func weights() -> Network.Weights { parameters.weights() }

    func forward(_ batch: Batch, _ input: Block) -> Block {
        let out = sums.block(batch.count)
        guard case .sparse(let sparse) = batch.inputs, let first = batch.rows.baseAddress else { return out }
        // With a team, one thread sorts while others gather.
        isSorted = batch.isTraining && kernels.team != nil
        clock.measure(.gather) {
            sparse.withKernelForm {
                kernels.gather(
                    $0, rows: first, kernel: parameters.kernel.values, bias: parameters.bias, into: out,
                    sorting: isSorted ? columns : nil)
            }
        }
        return out
    }

    func backward(_ batch: Batch, _ gradient: Block, input: Block, output: Block, isWanted: Bool) -> Block {
        // There is no stage before.
        gradient
    }

    func findGradient(_ batch: Batch, _ delta: Block, input: Block) {
        self.delta = delta
        if case .sparse(let sparse) = batch.inputs, let first = batch.rows.baseAddress, !isSorted {
            clock.measure(.sort) {
                sparse.withKernelForm {
                    kernels.sort($0, rows: first, batch: batch.count, into: columns)
                }
            }
        }
        clock.measure(.update) { kernels.columnSums(delta, into: biasGradient.start) }
    }

    func squareSums(_ batch: Batch) -> (kernel: Double, bias: Double) {
        let shaping = dense.shaping
        return (
            kernels.squareSum(
                columns: columns, of: parameters.pointers(), shaping.kernel, delta: delta),
            dense.useBias
                ? kernels.squareSum(
                    gradient: biasGradient.start, of: parameters.biasPointers, shaping.bias,
                    count: parameters.stride) : 0
        )
    }

    func move(
        _ target: Parameters, _ batch: Batch, by update: Kernels.Update, kernel: Kernels.Shaping,
        bias: Kernels.Shaping
    ) {
        clock.measure(.update) {
            kernels.update(target.pointers(), update, kernel, columns: columns, delta: delta)
            guard dense.useBias else { return }
            kernels.update(
                target.biasPointers, update, bias, gradient: biasGradient.start, count: target.stride)
        }
    }
}

extension SparseRows {
    /// Lends the rows to a kernel.
    func withKernelForm(_ body: (Kernels.Ones) -> Void) {
        offsets.withUnsafeBufferPointer { offsets in
            indices.withUnsafeBufferPointer { indices in
                // No row has a one where there are no indices at all, and then none is read.
                body(Kernels.Ones(offsets: offsets.baseAddress, indices: indices.baseAddress))
            }
        }
    }
}
