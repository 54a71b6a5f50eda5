/// Rows of zeros and ones in which nearly everything is zero: for each row, the sorted columns that hold a one.
///
/// A multi-hot wire over 10,000 words has some 80 ones; the dense matrix of all of them would take 450 MB, this form
/// takes 4.
public struct SparseRows: Equatable, Sendable {
    /// The number of columns of a row, the zeros included.
    public let columns: Int
    /// Row `i` holds `indices[offsets[i]..<offsets[i + 1]]`; `[rows + 1]`, rising from 0.
    public let offsets: [Int32]
    /// The columns that hold a one, ascending and distinct within each row, each in `0..<columns`.
    public let indices: [Int32]

    /// The number of rows.
    public var count: Int { offsets.count - 1 }

    /// Wraps arrays that are already in this form.
    ///
    /// - Parameters:
    ///   - columns: The width of a row.
    ///   - offsets: The place in `indices` at which each row begins, and at the end their number; `[rows +
    ///     1]`.
    ///   - indices: Ascending and distinct within each row.
    public init(columns: Int, offsets: [Int32], indices: [Int32]) {
        precondition(
            offsets.first == 0 && Int(offsets.last ?? -1) == indices.count,
            "offsets run from 0 to \(indices.count), not from \(offsets.first ?? -1) to \(offsets.last ?? -1)"
        )
        self.columns = columns
        self.offsets = offsets
        self.indices = indices
    }

    /// The columns that hold a one in a row.
    public subscript(row: Int) -> ArraySlice<Int32> {
        indices[Int(offsets[row])..<Int(offsets[row + 1])]
    }

    /// Some of the rows, in the same order.
    ///
    /// - Parameter rows: A range of row numbers.
    /// - Returns: A copy of just those rows, with as many columns.
    public func rows(_ rows: Range<Int>) -> SparseRows {
        let start = offsets[rows.lowerBound]
        return SparseRows(
            columns: columns,
            offsets: offsets[rows.lowerBound...rows.upperBound].map { $0 - start },
            indices: Array(indices[Int(start)..<Int(offsets[rows.upperBound])]))
    }
}
