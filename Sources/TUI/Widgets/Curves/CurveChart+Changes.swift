/// Ticks for the changes made to a run while it was trained.
extension CurveChart {
    /// A short line up from the horizontal axis.
    func drawChanges(_ plot: Plot, on canvas: inout Canvas) {
        for change in changes where plot.across.contains(change.x) {
            let rows = min(2, plot.area.rows)
            let tick = Rect(plot.column(change.x), plot.area.bottom - rows, 1, rows)
            canvas.fill(tick, plot.glyphs.cursor, Style(.accent))
        }
    }

    /// Names the change at each tick: in the lowest row that has room for it, and never on a curve.
    func drawChangeLabels(_ plot: Plot, on canvas: inout Canvas) {
        for change in changes where plot.across.contains(change.x) {
            let column = plot.column(change.x)
            let rows = (0..<min(4, plot.area.rows)).map { plot.area.bottom - 1 - $0 }
            let places = rows.flatMap { row in
                [column + 1, column - change.label.columns].map { (start: $0, row: row) }
            }
            let free = places.first { place in
                let columns = place.start - 1..<place.start + change.label.columns + 1
                guard place.start >= plot.area.left, columns.upperBound <= plot.area.right else {
                    return false
                }
                return columns.allSatisfy {
                    $0 < plot.area.left || $0 == column || canvas[$0, place.row].character == " "
                }
            }
            guard let free else { continue }
            canvas.put(change.label, free.start, free.row, Style(.accent, .bold), in: plot.area)
        }
    }
}
