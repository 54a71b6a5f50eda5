import Datasets

/// Room for the ones of a batch by column.
///
/// Column c occurs in the batch's rows `slots[offsets[c]]` up to `slots[offsets[c + 1] - 1]`, ascending.
final class SortedColumns {
    /// The number of columns.
    let columns: Int
    /// The start of each column in ``slots``, and at the end their number, and one number of no meaning;
    /// `[columns + 2]`.
    let offsets: Buffer<Int32>
    /// Rows of the batch, counted from 0.
    let slots: Buffer<Int32>

    /// Makes room.
    ///
    /// - Parameters:
    ///   - rows: The samples that batches are made of.
    ///   - batchSize: The most samples that a batch may have.
    /// - Throws: ``EngineError/outOfMemory(bytes:limit:)``.
    init(of rows: SparseRows, batchSize: Int) throws {
        columns = rows.columns
        offsets = try Buffer(zeros: columns + 2)
        slots = try Buffer(zeros: rows.largestBatch(of: batchSize))
    }
}

extension SparseRows {
    /// The most ones that any batch of so many rows can hold.
    fileprivate func largestBatch(of size: Int) -> Int {
        guard size < count else { return indices.count }
        var lengths = (0..<count).map { (row: Int) -> Int in Int(offsets[row + 1]) - Int(offsets[row]) }
        lengths.sort(by: >)
        return lengths.prefix(size).reduce(0, +)
    }
}
