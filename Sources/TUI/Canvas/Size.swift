/// A size in columns and rows.
public struct Size: Hashable, Sendable {
    /// The width in columns.
    public var columns: Int
    /// The height in rows.
    public var rows: Int

    /// Makes a size; nothing is smaller than nothing.
    public init(_ columns: Int, _ rows: Int) {
        self.columns = max(0, columns)
        self.rows = max(0, rows)
    }
}
