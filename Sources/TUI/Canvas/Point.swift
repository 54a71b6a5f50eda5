/// A place on the screen: columns to the right, rows downwards, both from 0.
public struct Point: Hashable, Sendable {
    /// Columns from the left edge.
    public var column: Int
    /// Rows from the top edge.
    public var row: Int

    /// Names a place.
    public init(_ column: Int, _ row: Int) {
        self.column = column
        self.row = row
    }
}
