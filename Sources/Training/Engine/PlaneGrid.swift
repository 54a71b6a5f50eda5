import Datasets

/// A rectangle of a plane, divided into rows and columns of places: what a picture of a network is worked out for.
public struct PlaneGrid: Equatable, Sendable {
    /// From the left edge to the right one.
    public var x: ClosedRange<Double>
    /// From the lower edge to the upper one.
    public var y: ClosedRange<Double>
    /// The number of places from left to right.
    public var columns: Int
    /// The number of places from top to bottom.
    public var rows: Int

    /// Divides a rectangle.
    public init(x: ClosedRange<Double>, y: ClosedRange<Double>, columns: Int, rows: Int) {
        (self.x, self.y) = (x, y)
        (self.columns, self.rows) = (max(0, columns), max(0, rows))
    }

    /// The number of places in all.
    public var count: Int { columns * rows }

    /// The middle of each place, row after row from the upper left; `[places, 2]`.
    public var middles: DenseRows {
        let (width, height) = (x.upperBound - x.lowerBound, y.upperBound - y.lowerBound)
        var values: [Float] = []
        values.reserveCapacity(count * 2)
        for row in 0..<rows {
            let up = y.upperBound - (Double(row) + 0.5) / Double(rows) * height
            for column in 0..<columns {
                values.append(Float(x.lowerBound + (Double(column) + 0.5) / Double(columns) * width))
                values.append(Float(up))
            }
        }
        return DenseRows(columns: 2, values: values)
    }

    /// The same rectangle with no more places than a number, and as evenly divided.
    public func coarser(atMost places: Int) -> PlaneGrid {
        guard count > places, places > 0 else { return self }
        let factor = (Double(places) / Double(count)).squareRoot()
        var grid = self
        grid.columns = max(1, Int(Double(columns) * factor))
        grid.rows = max(1, min(Int(Double(rows) * factor), places / grid.columns))
        return grid
    }
}
