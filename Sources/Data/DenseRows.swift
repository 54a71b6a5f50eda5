/// Rows of numbers, all of one width.
public struct DenseRows: Equatable, Sendable {
    /// The number of columns, so of numbers in a row.
    public let columns: Int
    /// The rows one after another; `[rows × columns]`.
    public let values: [Float]

    /// The number of rows.
    public var count: Int { columns == 0 ? 0 : values.count / columns }

    /// Wraps rows that stand one after another in `values`.
    ///
    /// - Parameters:
    ///   - columns: The width of a row, at least 1.
    ///   - values: As many numbers as fill whole rows.
    public init(columns: Int, values: [Float]) {
        precondition(
            columns > 0 && values.count.isMultiple(of: columns),
            "\(values.count) numbers don't fill rows of \(columns)")
        self.columns = columns
        self.values = values
    }

    /// One row.
    public subscript(row: Int) -> ArraySlice<Float> {
        values[row * columns..<(row + 1) * columns]
    }

    /// Some of the rows, in the same order.
    ///
    /// - Parameter rows: A range of row numbers.
    /// - Returns: A copy of just those rows.
    public func rows(_ rows: Range<Int>) -> DenseRows {
        DenseRows(
            columns: columns, values: Array(values[rows.lowerBound * columns..<rows.upperBound * columns]))
    }
}
