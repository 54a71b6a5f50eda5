/// Rows of numbers in memory that someone else owns.
struct Block {
    /// The first number of the first row.
    var values: UnsafeMutablePointer<Float>
    /// How many rows there are.
    var rows: Int
    /// How many numbers of a row count.
    var columns: Int
    /// How far one row is from the next.
    var stride: Int
}
