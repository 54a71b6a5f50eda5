extension CurveChart {
    /// Fills the cells between mean minus and mean plus the deviation.
    func drawBand(_ plot: Plot, on canvas: inout Canvas) {
        guard let band, plot.area.columns > 0 else { return }
        let density = plot.glyphs.dots
        let dots = plot.dots
        let below = Envelope(band.lower, across: plot.across, up: plot.up, dots: dots.columns)
        let above = Envelope(band.upper, across: plot.across, up: plot.up, dots: dots.columns)
        let lower = Self.joined(below, plot, columns: dots.columns)
        let upper = Self.joined(above, plot, columns: dots.columns)
        for row in 0..<plot.area.rows {
            for column in 0..<plot.area.columns {
                var pattern: UInt8 = 0
                for dot in 0..<density.columns * density.rows {
                    let x = column * density.columns + dot % density.columns
                    let y = row * density.rows + dot / density.columns
                    guard let low = lower[x] ?? (plot.up.isLogarithmic && upper[x] != nil ? dots.rows : nil),
                        let high = upper[x], high <= y, y <= low
                    else { continue }
                    // Every other dot: an area that curves stand out from, whatever the colours.
                    if density.rows < 4 || (x + y) % 2 == 0 { pattern |= 1 << UInt8(dot) }
                }
                guard pattern != 0 else { continue }
                let area = plot.glyphs == .braille ? plot.glyphs.character(dots: pattern) : nil
                canvas.put(
                    String(area ?? plot.glyphs.area), plot.area.left + column, plot.area.top + row,
                    Style(.band), in: plot.area)
            }
        }
    }

    /// The row of dots in every column, where need be on the way from one point to the next.
    private static func joined(_ envelope: Envelope, _ plot: Plot, columns: Int) -> [Int?] {
        var rows = [Int?](repeating: nil, count: columns)
        var last: (column: Int, row: Int)?
        for column in envelope.columns where rows.indices.contains(column.column) {
            let row = plot.dotRow(column.last)
            rows[column.column] = row
            if let last, !column.isApart {
                for between in last.column + 1..<max(last.column + 1, column.column) {
                    let share = Double(between - last.column) / Double(column.column - last.column)
                    rows[between] = last.row + Int((Double(row - last.row) * share).rounded())
                }
            }
            last = (column.column, row)
        }
        return rows
    }
}
