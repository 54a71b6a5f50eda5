/// The plane of a ``Scatter`` on the screen: the places of its points, and the meaning of its cells.
struct ScatterPlane: Equatable {
    /// The cells, without axes and legend.
    let area: Rect
    let across: Axis
    let up: Axis

    /// From the left edge to the right one, and from the lower to the upper.
    var ends: (x: ClosedRange<Double>, y: ClosedRange<Double>) {
        (across.lower...across.upper, up.lower...up.upper)
    }

    /// The cell that a point falls on; `nil` for one outside.
    func cell(of mark: Scatter.Mark) -> Point? {
        let (x, y) = (across.share(mark.x), up.share(mark.y))
        guard 0...1 ~= x, 0...1 ~= y, !area.isEmpty else { return nil }
        let column = min(area.columns - 1, Int(x * Double(area.columns)))
        let row = min(area.rows - 1, Int((1 - y) * Double(area.rows)))
        return Point(area.left + column, area.top + row)
    }

    /// The point that is nearest to a cell, as the eye sees it.
    ///
    /// - Parameters:
    ///   - place: A cell.
    ///   - marks: The points.
    /// - Returns: The index of that point; `nil` where none is inside.
    func nearest(to place: Point, among marks: [Scatter.Mark]) -> Int? {
        func distance(_ mark: Scatter.Mark) -> Double {
            let (x, y) = (across.share(mark.x), up.share(mark.y))
            guard 0...1 ~= x, 0...1 ~= y else { return .infinity }
            let columns = x * Double(area.columns) - Double(place.column - area.left) - 0.5
            let rows = (1 - y) * Double(area.rows) - Double(place.row - area.top) - 0.5
            // Cells are twice as high as wide.
            return columns * columns + 4 * rows * rows
        }
        let nearest = marks.indices.lazy.map { (place: $0, distance: distance(marks[$0])) }
            .min { $0.distance < $1.distance }
        return nearest.flatMap { $0.distance.isFinite ? $0.place : nil }
    }
}
