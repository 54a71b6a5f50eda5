/// Rows of numbers in memory that someone else owns.
///
/// A row takes `stride` numbers, a multiple of ``Kernels/lanes``; those after the first `columns` are padding. It is
/// what lets every kernel work in whole vectors, whatever the number of units.
struct Block {
    /// The first number of the first row.
    var values: UnsafeMutablePointer<Float>
    /// The number of rows.
    var rows: Int
    /// The number of columns, without the padding.
    var columns: Int
    /// The distance from one row to the next, in numbers.
    var stride: Int

    init(_ values: UnsafeMutablePointer<Float>, rows: Int, columns: Int, stride: Int) {
        self.values = values
        self.rows = rows
        self.columns = columns
        self.stride = stride
    }

    /// The same rows with the padding counted in.
    var padded: Block { Block(values, rows: rows, columns: stride, stride: stride) }

    /// The first rows.
    func first(_ rows: Int) -> Block { Block(values, rows: rows, columns: columns, stride: stride) }

    /// Works out the distance between rows of so many columns, in numbers.
    static func stride(columns: Int) -> Int {
        (columns + Kernels.lanes - 1) / Kernels.lanes * Kernels.lanes
    }
}
