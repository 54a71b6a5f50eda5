/// A long row of zeros and ones as strips of dots, one below the other; a dot stands for as many columns as it must.
struct MultiHotStrip {
    /// The number of columns in the row.
    let columns: Int
    /// Those that hold a one.
    let ones: [Int]
    /// The column that is looked at.
    let chosen: Int

    func draw(in area: Rect, on canvas: inout Canvas, _ glyphs: Glyphs) {
        let labels = Format.grouped(columns).columns + 1
        guard columns > 0, area.rows > 0, area.columns > labels + 4 else { return }
        // The note below says how many columns a dot stands for, where there is room.
        let (strips, note) = area.splitBottom(area.rows >= 3 ? 1 : 0)
        let grid = strips.splitLeft(labels).rest
        let density = glyphs.dots
        let perStrip = grid.columns * density.columns * density.rows
        let perDot = max(1, (columns + perStrip * grid.rows - 1) / (perStrip * grid.rows))
        var dots = DotGrid(grid.size, glyphs)
        func dot(_ column: Int) -> (column: Int, row: Int) {
            // Down, then to the right, so that a strip is read from left to right.
            let place = column / perDot
            let (strip, rest) = place.quotientAndRemainder(dividingBy: perStrip)
            return (rest / density.rows, strip * density.rows + rest % density.rows)
        }
        let used = min(grid.rows, (columns + perDot * perStrip - 1) / (perDot * perStrip))
        for strip in 0..<used {
            let first = strip * perStrip * perDot
            let row = strips.top + strip
            canvas.put(
                Format.grouped(first).leftPadded(labels - 1), strips.left, row, Style(.label), in: strips)
            let cells = min(
                grid.columns,
                (columns - first + perDot * perStrip / grid.columns - 1)
                    / max(1, perDot * perStrip / grid.columns))
            canvas.fill(Rect(grid.left, row, cells, 1), glyphs.track, Style(.faint))
        }
        for one in ones where 0..<columns ~= one {
            let place = dot(one)
            dots.set(place.column, place.row, .init(role: .run1, sign: "1"))
        }
        dots.draw(on: &canvas, at: grid.origin)
        if 0..<columns ~= chosen {
            let place = dot(chosen)
            let cell = Rect(
                grid.left + place.column / density.columns, grid.top + place.row / density.rows, 1, 1
            ).intersection(grid)
            canvas.recolor(cell, Style(.cursor, on: .selection, [.bold, .reverse]))
        }
        let text =
            perDot == 1
            ? "each dot is a column" : "each dot: \(Format.grouped(perDot)) columns, one if any of them is"
        let line = Rect(area.left + labels, area.top + used, area.columns - labels, note.rows)
        canvas.put(
            text.clipped(to: line.columns, ellipsis: glyphs.ellipsis), line.left, line.top, Style(.label),
            in: line)
    }
}

extension Canvas {
    /// Gives cells another style, whatever stands in them.
    fileprivate mutating func recolor(_ area: Rect, _ style: Style) {
        for row in area.top..<max(area.top, area.bottom) {
            for column in area.left..<max(area.left, area.right) { self[column, row].style = style }
        }
    }
}
