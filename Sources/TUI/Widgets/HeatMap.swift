/// Numbers as shades, in rows and columns, with a scale below.
///
/// Each value has a rectangle of half cells, as large as fit; where there are more values than half cells, the greatest
/// of those that share one is seen. Without colours a denser character stands for more.
struct HeatMap {
    /// The values, row after row, `[rows × columns]`; what is no number stays blank.
    var values: [Double]
    var columns: Int
    /// The names of the rows, at the left, and of the columns, above, where there is room.
    var rowLabels: [String] = []
    var columnLabels: [String] = []
    /// The ends of the scale; by default the least and the greatest value.
    var range: ClosedRange<Double>?
    /// Writes a value below the scale.
    var format: @Sendable (Double) -> String = { Format.fixed($0, 2) }
    /// The value that is pointed at.
    var chosen: (row: Int, column: Int)?

    /// The number of rows.
    var rows: Int { columns > 0 ? values.count / columns : 0 }

    /// The places of the parts: labels, values and scale.
    private struct Parts {
        var labels: Rect
        var heads: Rect
        var body: Rect
        var scale: Rect
        /// The number of columns of cells and of half rows that one value has.
        var cell: Size
    }

    private func parts(of area: Rect) -> Parts {
        var (rest, scale) = area.splitBottom(area.rows >= 4 && area.columns >= 12 ? 1 : 0)
        var labels = Rect(rest.left, rest.top, 0, 0)
        let widest = rowLabels.prefix(rows).lazy.map(\.columns).max() ?? 0
        if widest > 0, area.columns >= 24 {
            (labels, rest) = rest.splitLeft(min(widest + 1, area.columns / 3))
        }
        var heads = Rect(rest.left, rest.top, 0, 0)
        if !columnLabels.isEmpty, rest.rows >= 4 { (heads, rest) = rest.splitTop(1) }
        // Half cells are about square; so are values, if they can.
        let high = max(1, min(rest.rows * 2 / max(1, rows), rest.columns / max(1, columns)))
        let wide = max(1, min(rest.columns / max(1, columns), high * 2))
        let body = Rect(
            rest.left, rest.top, min(rest.columns, wide * columns),
            min(rest.rows, (high * rows + 1) / 2))
        scale = Rect(body.left, body.bottom, scale.isEmpty ? 0 : area.right - body.left, scale.rows)
        return Parts(labels: labels, heads: heads, body: body, scale: scale, cell: Size(wide, high))
    }

    func draw(in area: Rect, on canvas: inout Canvas, _ glyphs: Glyphs) {
        guard !area.isEmpty, rows > 0 else { return }
        let parts = parts(of: area)
        let ends = ends
        for row in 0..<parts.body.rows {
            for column in 0..<parts.body.columns {
                let upper = share(column, row * 2, parts, ends)
                let lower = share(column, row * 2 + 1, parts, ends)
                let both = [upper, lower].compactMap(\.self)
                guard let most = both.max() else { continue }
                let style = Style().on(
                    .halves(upper: .heat(upper ?? 0), lower: .heat(lower ?? 0)))
                let densities = glyphs.densities
                let sign = densities[Int((most * Double(densities.count - 1)).rounded())]
                canvas.put(
                    String(sign), parts.body.left + column, parts.body.top + row, style, in: parts.body)
            }
        }
        drawLabels(parts, on: &canvas, glyphs)
        drawChosen(parts, on: &canvas, glyphs)
        drawScale(in: parts.scale, ends, on: &canvas, glyphs)
    }

    /// The ends of the scale, clearly apart.
    private var ends: ClosedRange<Double> {
        let finite = values.lazy.filter(\.isFinite)
        let low = range?.lowerBound ?? finite.min() ?? 0
        let high = range?.upperBound ?? finite.max() ?? 1
        return low.isFinite && high.isFinite && low < high ? low...high : 0...max(1, high.isFinite ? high : 1)
    }

    /// The place on the scale of the greatest of the values that share a half cell.
    private func share(_ column: Int, _ half: Int, _ parts: Parts, _ ends: ClosedRange<Double>) -> Double? {
        let rowRange = Self.numbers(half, of: parts.body.rows * 2, size: parts.cell.rows, count: rows)
        let columnRange = Self.numbers(
            column, of: parts.body.columns, size: parts.cell.columns, count: columns)
        var most: Double?
        for row in rowRange {
            for column in columnRange {
                let value = values[row * columns + column]
                guard value.isFinite else { continue }
                most = max(most ?? value, value)
            }
        }
        return most.map { min(1, max(0, ($0 - ends.lowerBound) / (ends.upperBound - ends.lowerBound))) }
    }

    /// The values that lie at a place: one where a value has a place or more, several where they share one.
    private static func numbers(_ place: Int, of places: Int, size: Int, count: Int) -> Range<Int> {
        guard count > places else {
            let number = place / size
            return number < count ? number..<number + 1 : 0..<0
        }
        return place * count / places..<max(place * count / places + 1, (place + 1) * count / places)
    }

    // MARK: Words

    private func drawLabels(_ parts: Parts, on canvas: inout Canvas, _ glyphs: Glyphs) {
        let (body, cell) = (parts.body, parts.cell)
        var free = body.top
        for row in 0..<rows where rows * cell.rows <= body.rows * 2 && row < rowLabels.count {
            let line = body.top + (row * cell.rows + (cell.rows - 1) / 2) / 2
            // Two rows of values may share a row of cells: the first has the word.
            guard line >= free else { continue }
            free = line + 1
            let text = rowLabels[row].clipped(to: parts.labels.columns - 1, ellipsis: glyphs.ellipsis)
            let style = Style(.label, chosen?.row == row ? .bold : [])
            canvas.put(
                text.leftPadded(parts.labels.columns - 1), parts.labels.left, line, style, in: parts.labels)
        }
        var next = parts.heads.left
        for column in 0..<columns where columns * cell.columns <= body.columns && column < columnLabels.count
        {
            let middle = max(0, (cell.columns - columnLabels[column].columns) / 2)
            let start = body.left + column * cell.columns + middle
            guard start >= next else { continue }
            let room = min(parts.heads.right - start, max(cell.columns - 1, columnLabels[column].columns))
            let text = columnLabels[column].clipped(to: room, ellipsis: glyphs.ellipsis)
            let style = Style(.label, chosen?.column == column ? .bold : [])
            next = canvas.put(text, start, body.top - 1, style, in: parts.heads) + 1
        }
    }

    /// Marks the chosen value for the eye: its corners, or the one cell that it has.
    private func drawChosen(_ parts: Parts, on canvas: inout Canvas, _ glyphs: Glyphs) {
        guard let chosen, let place = self.place(ofRow: chosen.row, column: chosen.column, parts) else {
            return
        }
        for row in place.top..<place.bottom {
            for column in place.left..<place.right {
                let edge = column == place.left || column == place.right - 1
                guard edge, parts.body.contains(Point(column, row)) else { continue }
                let isLeft = column == place.left && place.columns > 1
                let sign = place.columns == 1 ? "+" : isLeft ? "[" : "]"
                let shade = canvas[column, row].style.shading
                var style = Style(.cursor, .bold)
                if case .halves(let upper, _) = shade { style = style.on(.ground(upper)) }
                canvas.put(sign, column, row, style, in: parts.body)
            }
        }
    }

    private func place(ofRow row: Int, column: Int, _ parts: Parts) -> Rect? {
        guard 0..<rows ~= row, 0..<columns ~= column else { return nil }
        func stretch(_ number: Int, _ places: Int, _ size: Int, _ count: Int) -> Range<Int> {
            count > places
                ? number * places / count..<number * places / count + 1
                : number * size..<(number + 1) * size
        }
        let across = stretch(column, parts.body.columns, parts.cell.columns, columns)
        let down = stretch(row, parts.body.rows * 2, parts.cell.rows, rows)
        let (top, bottom) = (down.lowerBound / 2, (down.upperBound + 1) / 2)
        return Rect(
            parts.body.left + across.lowerBound, parts.body.top + top, across.count, max(1, bottom - top))
    }

    /// The shades from one end to the other, between the numbers that they stand for.
    private func drawScale(
        in area: Rect, _ ends: ClosedRange<Double>, on canvas: inout Canvas, _ glyphs: Glyphs
    ) {
        guard !area.isEmpty else { return }
        let (low, high) = (format(ends.lowerBound), format(ends.upperBound))
        let width = min(24, area.columns - low.columns - high.columns - 2)
        guard width >= 4 else { return }
        var column = canvas.put(low + " ", area.left, area.top, Style(.label), in: area)
        for step in 0..<width {
            let share = Double(step) / Double(width - 1)
            let sign = glyphs.densities[Int((share * Double(glyphs.densities.count - 1)).rounded())]
            let style = Style().on(.halves(upper: .heat(share), lower: .heat(share)))
            column = canvas.put(String(sign), column, area.top, style, in: area)
        }
        canvas.put(" " + high, column, area.top, Style(.label), in: area)
    }

    /// The value below a point of the screen, where it was drawn in an area.
    func value(at point: Point, in area: Rect) -> (row: Int, column: Int)? {
        let parts = parts(of: area)
        guard rows > 0, parts.body.contains(point) else { return nil }
        let row = Self.numbers(
            (point.row - parts.body.top) * 2, of: parts.body.rows * 2, size: parts.cell.rows, count: rows)
        let column = Self.numbers(
            point.column - parts.body.left, of: parts.body.columns, size: parts.cell.columns, count: columns)
        guard let row = row.first, let column = column.first else { return nil }
        return (row, column)
    }
}
