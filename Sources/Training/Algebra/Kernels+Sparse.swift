import CKernels

// A first layer whose inputs are rows of zeros and ones, nearly all of them zeros.

extension Kernels {
    /// Each row of `out` becomes the bias plus the kernel's rows at the ones of an input.
    ///
    /// - Parameters:
    ///   - inputs: The ones of all samples.
    ///   - rows: The rows of the samples, as many as `out` has rows.
    ///   - kernel: `[columns, units]`, with the stride of `out`.
    ///   - bias: `[units]`, padded to the stride.
    ///   - out: `[samples, units]`.
    ///   - columns: Room to sort the batch's ones into meanwhile, where that is wanted: one thread of a team
    ///     sorts while others gather.
    func gather(
        _ inputs: Ones, rows: UnsafePointer<Int32>, kernel: UnsafePointer<Float>,
        bias: UnsafePointer<Float>, into out: Block, sorting columns: SortedColumns? = nil
    ) {
        guard let columns else { return kernels_gather(machine, inputs.c, rows, kernel, bias, out.c, nil) }
        withUnsafePointer(to: columns.c) {
            kernels_gather(machine, inputs.c, rows, kernel, bias, out.c, $0)
        }
    }

    /// Sorts the ones of a batch by column.
    ///
    /// - Parameters:
    ///   - inputs: The ones of all samples.
    ///   - rows: The rows of the samples.
    ///   - batch: The number of samples, at most as many as there is room for.
    ///   - columns: The room.
    func sort(_ inputs: Ones, rows: UnsafePointer<Int32>, batch: Int, into columns: SortedColumns) {
        kernels_sort_columns(inputs.c, rows, batch, columns.c)
    }

    /// One optimizer step for the kernel of a sparse first layer, gradient and all.
    ///
    /// The gradient of each row of the kernel is the sum of the deltas of the samples that have a one there; it is
    /// never written down.
    ///
    /// - Parameters:
    ///   - parameters: The kernel, with the stride of `delta`.
    ///   - update: The rule and the numbers of this step.
    ///   - shaping: The changes of the gradient before the step.
    ///   - columns: The batch's ones by column.
    ///   - delta: The gradient with respect to the layer's sums, `[samples, units]`.
    func update(
        _ parameters: Values, _ update: Update, _ shaping: Shaping = .none, columns: SortedColumns,
        delta: Block
    ) {
        kernels_update_columns(machine, update.c, shaping.c, parameters.c, columns.c, delta.c)
    }

    /// The sum of the squares of the gradient that ``update(_:_:_:columns:delta:)`` follows, penalties included, before
    /// it is scaled or clipped.
    ///
    /// - Parameters:
    ///   - columns: The batch's ones by column.
    ///   - parameters: The kernel, with the stride of `delta`.
    ///   - shaping: The shaping whose penalties count.
    ///   - delta: The gradient with respect to the layer's sums, `[samples, units]`.
    /// - Returns: The sum.
    func squareSum(columns: SortedColumns, of parameters: Values, _ shaping: Shaping, delta: Block) -> Double
    {
        kernels_column_squares(machine, shaping.c, parameters.values, columns.c, delta.c)
    }
}

extension SortedColumns {
    fileprivate var c: kernels_columns {
        kernels_columns(count: columns, offsets: offsets.start, slots: slots.start)
    }
}
