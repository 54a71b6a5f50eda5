/// A rectangle of cells.
///
/// It may be empty, but its sides are never negative, so that layout needs no guards.
public struct Rect: Hashable, Sendable {
    /// The upper left corner.
    public var origin: Point
    /// The extent.
    public var size: Size

    /// Makes a rectangle from its corner and its sides.
    public init(_ column: Int, _ row: Int, _ columns: Int, _ rows: Int) {
        origin = Point(column, row)
        size = Size(columns, rows)
    }

    /// Makes the rectangle of that size whose corner is the screen's.
    public init(_ size: Size) {
        self.init(0, 0, size.columns, size.rows)
    }

    /// The first column inside.
    public var left: Int { origin.column }
    /// The first row inside.
    public var top: Int { origin.row }
    /// The first column to the right of it.
    public var right: Int { origin.column + size.columns }
    /// The first row below it.
    public var bottom: Int { origin.row + size.rows }
    /// The width in columns.
    public var columns: Int { size.columns }
    /// The height in rows.
    public var rows: Int { size.rows }
    /// Tells whether there is no cell inside.
    public var isEmpty: Bool { columns == 0 || rows == 0 }

    /// Tells whether a place lies inside.
    public func contains(_ point: Point) -> Bool {
        left..<max(left, right) ~= point.column && top..<max(top, bottom) ~= point.row
    }

    /// The rectangle that remains without a margin on every side.
    public func inset(columns: Int = 0, rows: Int = 0) -> Rect {
        Rect(left + columns, top + rows, self.columns - 2 * columns, self.rows - 2 * rows)
    }

    /// The part that both cover.
    public func intersection(_ other: Rect) -> Rect {
        let (left, top) = (max(left, other.left), max(top, other.top))
        return Rect(left, top, min(right, other.right) - left, min(bottom, other.bottom) - top)
    }

    /// Cuts rows off the top.
    ///
    /// - Parameter rows: The number of rows, at most all.
    /// - Returns: The rows cut off, and the rest.
    public func splitTop(_ rows: Int) -> (top: Rect, rest: Rect) {
        let cut = min(max(0, rows), self.rows)
        return (Rect(left, top, columns, cut), Rect(left, top + cut, columns, self.rows - cut))
    }

    /// Cuts rows off the bottom.
    ///
    /// - Parameter rows: The number of rows, at most all.
    /// - Returns: The rest, and the rows cut off.
    public func splitBottom(_ rows: Int) -> (rest: Rect, bottom: Rect) {
        let (rest, bottom) = splitTop(self.rows - min(max(0, rows), self.rows))
        return (rest, bottom)
    }

    /// Cuts columns off the left.
    ///
    /// - Parameter columns: The number of columns, at most all.
    /// - Returns: The columns cut off, and the rest.
    public func splitLeft(_ columns: Int) -> (left: Rect, rest: Rect) {
        let cut = min(max(0, columns), self.columns)
        return (Rect(left, top, cut, rows), Rect(left + cut, top, self.columns - cut, rows))
    }

    /// A rectangle of at most that size in the middle.
    public func centered(_ size: Size) -> Rect {
        let (columns, rows) = (min(size.columns, columns), min(size.rows, rows))
        return Rect(left + (self.columns - columns) / 2, top + (self.rows - rows) / 2, columns, rows)
    }
}
