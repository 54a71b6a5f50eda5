extension CurveChart {
    func drawLevels(_ plot: Plot, on canvas: inout Canvas) {
        for level in levels where plot.up.contains(level.value) {
            let line = Rect(plot.area.left, plot.row(level.value), plot.area.columns, 1)
            canvas.fill(line, plot.glyphs.level, Style(.baseline))
        }
    }

    /// Names stand at the right end of their lines, where the curves come last, and never on a curve.
    func drawLevelNames(_ plot: Plot, on canvas: inout Canvas) {
        let rows = Dictionary(grouping: levels.filter { plot.up.contains($0.value) }) {
            plot.row($0.value)
        }
        for (row, levels) in rows {
            // Levels that fall on one row share it.
            let text = " \(levels.map(\.name).joined(separator: ", ")) "
            let start = plot.area.right - text.columns
            guard start > plot.area.left,
                (start..<plot.area.right).allSatisfy({ canvas[$0, row].style.role == .baseline })
            else { continue }
            canvas.put(text, start, row, Style(.baseline), in: plot.area)
        }
    }

    func drawMark(_ plot: Plot, on canvas: inout Canvas) {
        guard let mark, plot.across.contains(mark.x) else { return }
        let line = Rect(plot.column(mark.x), plot.area.top, 1, plot.area.rows)
        canvas.fill(line, plot.glyphs.mark, Style(.bestEpoch))
    }

    /// Writes the mark's label next to its line, in as many words as there is room for, and never on a curve.
    func drawMarkLabel(_ plot: Plot, on canvas: inout Canvas) {
        guard let mark, plot.across.contains(mark.x) else { return }
        let (column, row) = (plot.column(mark.x), plot.area.top)
        for label in mark.labels where !label.isEmpty {
            for start in [column + 2, column - 1 - label.columns] {
                let columns = start..<start + label.columns
                guard start >= plot.area.left, columns.upperBound <= plot.area.right else { continue }
                guard columns.allSatisfy({ canvas[$0, row].character == " " }) else { continue }
                canvas.put(label, start, row, Style(.bestEpoch), in: plot.area)
                return
            }
        }
    }

    /// The line at the place that is read.
    func drawCursor(_ plot: Plot, on canvas: inout Canvas) {
        guard let cursor, plot.across.contains(cursor) else { return }
        let line = Rect(plot.column(cursor), plot.area.top, 1, plot.area.rows)
        canvas.fill(line, plot.glyphs.cursor, Style(.cursor))
    }

    /// Says at the edge how many values lie beyond it: nothing is cut off silently.
    func drawOutside(_ plot: Plot, on canvas: inout Canvas) {
        let outside = outside(of: plot.up)
        let signs = plot.glyphs.beyond
        for (count, sign, row) in [
            (outside.above, signs.above, plot.area.top), (outside.below, signs.below, plot.area.bottom - 1),
        ] where count > 0 {
            let text = "\(sign)\(count)"
            canvas.put(text, plot.area.right - text.columns, row, Style(.warning), in: plot.area)
        }
    }

    // MARK: Names at the ends

    /// The number of columns for the names of the curves; none where the curves would lose too much room.
    func endNameColumns(of plot: Rect) -> Int {
        if let endNameWidth { return min(endNameWidth, plot.columns / 4) }
        let named = series.filter { $0.endName != nil }
        let names = named.compactMap { $0.endName?.columns }.max() ?? 0
        let values = named.map { reading(of: $0).columns }.max() ?? 0
        // Less than a few letters of a name say nothing.
        let (room, least) = (plot.columns / 4, min(names, 7) + 1)
        guard names > 0, room >= least else { return 0 }
        return min(room, names + 1 + (values > 0 ? values + 1 : 0), 26)
    }

    /// Puts the names, and the curves' values at the cursor or last, at the rows where their curves end: in
    /// the order of the ends, and lower or higher where rows are taken.
    func drawEndNames(
        _ ends: [(series: Int, dotRow: Int)], in area: Rect, on canvas: inout Canvas, _ glyphs: Glyphs
    ) {
        guard !area.isEmpty else { return }
        let named = ends.filter { series[$0.series].endName != nil }
        // If not all have a row, the one in focus has.
        let kept =
            (named.filter { series[$0.series].isFocused } + named.filter { !series[$0.series].isFocused })
            .prefix(area.rows).sorted { $0.dotRow < $1.dotRow }
        var row = -1
        for (place, end) in kept.enumerated() {
            row = max(row + 1, end.dotRow / glyphs.dots.rows)
            row = min(row, area.rows - kept.count + place)
            drawEndName(of: series[end.series], in: area, row: area.top + row, on: &canvas, glyphs)
        }
    }

    private func drawEndName(
        of entry: CurveSeries, in area: Rect, row: Int, on canvas: inout Canvas, _ glyphs: Glyphs
    ) {
        let name = entry.endName ?? ""
        let style = Style(entry.role, entry.isFocused ? .bold : [])
        let value = reading(of: entry)
        // The value has its place at the right, unless nothing of the name would be left.
        let left = area.columns - 2 - value.columns
        let room = left >= min(5, name.columns) ? left : area.columns - 1
        canvas.put(
            name.clipped(to: room, ellipsis: glyphs.ellipsis), area.left + 1, row, style, in: area)
        guard room == left else { return }
        canvas.put(value, area.right - value.columns, row, style, in: area)
    }
}

extension CurveChart {
    /// The place on the horizontal axis below a point of the screen.
    ///
    /// - Parameters:
    ///   - point: The point.
    ///   - area: The area in which the chart is drawn.
    ///   - gutter: The number of columns for the numbers of the vertical axis, as for drawing.
    /// - Returns: The place, or `nil` outside the plot.
    func place(at point: Point, in area: Rect, gutter: Int? = nil) -> Double? {
        let width = min(gutter ?? self.gutter(rows: area.rows), area.columns / 3)
        var plot = area.splitLeft(width).rest
        plot = plot.splitLeft(plot.columns - endNameColumns(of: plot)).left
        guard plot.contains(point) else { return nil }
        let share = Double(point.column - plot.left) / Double(max(1, plot.columns - 1))
        return horizontalAxis(columns: plot.columns).value(at: share)
    }
}
