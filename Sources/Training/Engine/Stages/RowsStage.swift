import Datasets

/// Lays out samples as rows of numbers.
final class RowsStage: Stage {
    private let room: BatchRoom

    init(columns: Int, _ plan: StagePlan) throws {
        room = try plan.room(columns: columns)
    }

    func forward(_ batch: Batch, _ input: Block) -> Block {
        let out = room.block(batch.count)
        switch batch.inputs {
        case .dense(let dense):
            dense.values.withUnsafeBufferPointer { values in
                guard let start = values.baseAddress else { return }
                for (place, row) in batch.rows.enumerated() {
                    (out.values + place * out.stride)
                        .update(from: start + Int(row) * dense.columns, count: dense.columns)
                }
            }
        case .sparse(let sparse):
            out.values.update(repeating: 0, count: out.rows * out.stride)
            for (place, row) in batch.rows.enumerated() {
                let start = out.values + place * out.stride
                sparse.withOnes(of: row) { for column in $0 { start[Int(column)] = 1 } }
            }
        }
        return out
    }

    func backward(_ batch: Batch, _ gradient: Block, input: Block, output: Block, isWanted: Bool) -> Block {
        gradient
    }
}

extension SparseRows {
    /// Lends the columns that hold a one in a row.
    fileprivate func withOnes(of row: Int32, _ body: (UnsafeBufferPointer<Int32>) -> Void) {
        let range = Int(offsets[Int(row)])..<Int(offsets[Int(row) + 1])
        indices.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[range])) }
    }
}
