extension CurveChart {
    /// Draws all curves, what was measured behind what is smoothed.
    ///
    /// - Returns: The rows of dots, counted from the plot's top, where the curves that can be seen end.
    func drawSeries(_ plot: Plot, on canvas: inout Canvas) -> [(series: Int, dotRow: Int)] {
        var grid = DotGrid(plot.area.size, plot.glyphs)
        if showsRaw {
            for entry in series where entry.smoothed != nil {
                let owner = DotGrid.Owner(role: .faint, sign: ".")
                draw(entry.points, as: entry, owner, plot, on: &grid)
            }
        }
        var ends: [(series: Int, dotRow: Int)] = []
        for (index, entry) in series.enumerated() {
            let owner = DotGrid.Owner(role: entry.role, sign: entry.sign)
            guard let last = draw(entry.shown, as: entry, owner, plot, on: &grid) else { continue }
            ends.append((index, max(0, min(plot.dots.rows - 1, plot.dotRow(last)))))
        }
        grid.draw(on: &canvas, at: plot.area.origin)
        return ends
    }

    /// - Returns: The last value that can be seen.
    @discardableResult
    private func draw(
        _ points: CurvePoints, as entry: CurveSeries, _ owner: DotGrid.Owner, _ plot: Plot,
        on grid: inout DotGrid
    ) -> Double? {
        let envelope = Envelope(points, across: plot.across, up: plot.up, dots: grid.columns)
        switch entry.shape {
        case .dots: drawDots(points, envelope, owner, plot, on: &grid)
        case .line: drawLine(points, envelope, owner, entry.dash, plot, on: &grid)
        }
        return envelope.columns.last?.last
    }

    private func drawDots(
        _ points: CurvePoints, _ envelope: Envelope, _ owner: DotGrid.Owner, _ plot: Plot,
        on grid: inout DotGrid
    ) {
        let isSparse = Self.isSparse(envelope, plot)
        // Few points are drawn four dots strong, so that they can be seen.
        if isSparse, grid.density.rows == 4 {
            for column in envelope.columns {
                for value in Set([column.last, column.first, column.low, column.high]) {
                    let row = plot.dotRow(value)
                    let right = column.column + 1 < grid.columns ? 1 : -1
                    let below = row + 1 < grid.rows ? 1 : -1
                    for (x, y) in [(0, 0), (right, 0), (0, below), (right, below)] {
                        grid.set(column.column + x, row + y, owner)
                    }
                }
            }
            return
        }
        let width = grid.density.columns
        let number = grid.number(of: owner)
        // Many points run together to a line, which gets gaps, so that it is none; what jumps shows every point.
        // A cloud of dots looks the same with every fifth of them, as long as none of its edges is missing.
        let step = max(1, envelope.visible.count / max(1, envelope.columns.count) / 48)
        for column in envelope.columns {
            let jumps = plot.dotRow(column.low) - plot.dotRow(column.high) > 2
            guard isSparse || jumps || column.column / width % 2 == 0 else { continue }
            guard jumps else {
                grid.set(column.column, plot.dotRow(column.last), owner)
                grid.set(column.column, plot.dotRow(column.first), owner)
                continue
            }
            for value in [column.low, column.high, column.first, column.last] {
                grid.set(column.column, plot.dotRow(value), number)
            }
            points.values.withUnsafeBufferPointer { values in
                for index in stride(from: column.points.lowerBound, to: column.points.upperBound, by: step) {
                    // A value that has no place falls outside the grid.
                    grid.set(column.column, plot.dotRow(values[index]), number)
                }
            }
        }
    }

    /// Tells whether there are at least two and a half dots from one point to the next.
    private static func isSparse(_ envelope: Envelope, _ plot: Plot) -> Bool {
        guard let first = envelope.columns.first, let last = envelope.columns.last else { return true }
        return (envelope.visible.count - 1) * 5 <= (last.column - first.column) * 2
    }

    /// Joins neighbouring points.
    ///
    /// If several fall on one column of dots, the column shows all from the least to the greatest of them, so
    /// that no spike is lost.
    private func drawLine(
        _ points: CurvePoints, _ envelope: Envelope, _ owner: DotGrid.Owner, _ dash: DotGrid.Dash,
        _ plot: Plot, on grid: inout DotGrid
    ) {
        var last = crossing(points, at: plot.across.lower, column: 0, plot)
        for column in envelope.columns {
            let first = (column.column, plot.dotRow(column.first))
            if let last, !column.isApart || column.column == envelope.columns.first?.column {
                grid.line(from: last, to: first, owner, dash: dash)
            }
            let (low, high) = (plot.dotRow(column.low), plot.dotRow(column.high))
            // A line that jumps within one column has no gaps, so that no spike falls into one.
            let isFlat = low - high <= grid.density.rows
            grid.line(
                from: (column.column, high), to: (column.column, low), owner, dash: isFlat ? dash : .none)
            last = (column.column, plot.dotRow(column.last))
        }
        let right = crossing(points, at: plot.across.upper, column: grid.columns - 1, plot)
        guard let last, let edge = right else { return }
        grid.line(from: last, to: edge, owner, dash: dash)
    }

    /// The place at which the line crosses an edge of the plot, on its way from or to an unseen point.
    private func crossing(_ points: CurvePoints, at x: Double, column: Int, _ plot: Plot) -> (Int, Int)? {
        points.value(at: x, along: plot.across, isLogarithmic: isLogY).map { (column, plot.dotRow($0)) }
    }
}
