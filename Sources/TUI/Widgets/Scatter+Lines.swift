/// Lines to compare points with, and points so many that dots have to do.
extension Scatter {
    /// A straight line between two places.
    struct Line: Equatable, Sendable {
        var x: ClosedRange<Double>
        /// The heights at its two ends.
        var start: Double
        var end: Double

        init(_ start: (x: Double, y: Double), _ end: (x: Double, y: Double)) {
            x = min(start.x, end.x)...max(start.x, end.x)
            (self.start, self.end) = start.x <= end.x ? (start.y, end.y) : (end.y, start.y)
        }
    }

    /// Draws the lines and, where points are dots, the points, as fine as the glyphs let it.
    func drawDots(_ plane: ScatterPlane, on canvas: inout Canvas, _ glyphs: Glyphs) {
        guard !plane.area.isEmpty else { return }
        var grid = DotGrid(plane.area.size, glyphs)
        let baseline = DotGrid.Owner(role: .baseline, sign: "-")
        for line in lines {
            let start = plane.dot(line.x.lowerBound, line.start, of: grid)
            let end = plane.dot(line.x.upperBound, line.end, of: grid)
            guard let start, let end else { continue }
            grid.line(from: start, to: end, baseline, dash: .init(period: 4, drawn: 2))
        }
        if isDotted {
            let owner = DotGrid.Owner(role: .run1, sign: glyphs.points.first ?? "*")
            for point in points {
                guard let (column, row) = plane.dot(point.x, point.y, of: grid) else { continue }
                grid.set(column, row, owner)
            }
        }
        grid.draw(on: &canvas, at: plane.area.origin)
    }
}

extension ScatterPlane {
    /// The dot that a place falls on; at the edge where it lies outside, `nil` where it is none.
    fileprivate func dot(_ x: Double, _ y: Double, of grid: DotGrid) -> (Int, Int)? {
        guard across.share(x).isFinite, up.share(y).isFinite else { return nil }
        let column = across.dot(x, of: grid.columns)
        let row = grid.rows - 1 - up.dot(y, of: grid.rows)
        return (column, row)
    }
}
