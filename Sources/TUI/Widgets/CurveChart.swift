/// Curves over a shared horizontal axis.
///
/// A pure function of its data and a rectangle: axes with round ticks, levels to compare with, one marked place, and
/// the series, the last of them on top.
struct CurveChart {
    /// One curve.
    struct Series {
        var name: String
        var role: Role
        var shape: Shape
        /// `y` at `x = firstX + index`; a value that is not finite breaks the line.
        var values: [Double]
        /// The sign for each value where there are no dots.
        var sign: Character
    }

    /// How a series is drawn: the book draws training as dots and validation as a line.
    enum Shape {
        case dots
        case line
    }

    /// A horizontal line with a name.
    struct Level {
        var name: String
        var value: Double
    }

    /// What is charted.
    var title: String
    var series: [Series]
    var levels: [Level] = []
    /// The `x` that is marked, and what the mark says, in many words or in few.
    var mark: (x: Int, labels: [String])?
    /// Where the horizontal axis begins and ends.
    var firstX = 1
    var lastX: Int
    /// What the horizontal axis counts.
    var xName: String
    /// The ends of the vertical axis where they are given, else they follow the values.
    var lowest: Double?
    var highest: Double?
    /// How a value is written in the legend.
    var format: @Sendable (Double) -> String

    /// Whether the numbers of the horizontal axis are written; a chart below may have them for both.
    var hasNumbers = true

    // MARK: Drawing

    /// How many columns the numbers of the vertical axis take, so that charts can stand exactly over each other.
    func gutter(rows: Int) -> Int {
        let labels = verticalScale(rows: plotRows(of: rows)).ticks
        return (labels.map { verticalScale(rows: plotRows(of: rows)).label($0).count }.max() ?? 0) + 2
    }

    /// How many of the rows are left for the plot: the legend takes one, the axis one, its numbers one.
    private func plotRows(of rows: Int) -> Int {
        rows - 1 - (rows >= 5 ? (hasNumbers ? 2 : 1) : 0)
    }

    /// Draws the chart.
    ///
    /// - Parameters:
    ///   - area: Where; too small an area stays empty.
    ///   - canvas: On what.
    ///   - glyphs: With which characters.
    ///   - gutter: How many columns to leave for the numbers of the vertical axis; by default as many as they take.
    func draw(in area: Rect, on canvas: inout Canvas, _ glyphs: Glyphs, gutter: Int? = nil) {
        guard area.columns >= 8, area.rows >= 3 else { return }
        let (head, body) = area.splitTop(1)
        drawLegend(in: head, on: &canvas, glyphs)
        let rows = plotRows(of: area.rows)
        let scale = verticalScale(rows: rows)
        let width = min(gutter ?? self.gutter(rows: area.rows), body.columns / 3)
        let (axis, plot) = body.splitTop(rows).top.splitLeft(width)
        guard !plot.isEmpty else { return }
        drawVerticalAxis(scale, in: axis, on: &canvas, glyphs)
        let across = horizontalScale(columns: plot.columns)
        if area.rows >= 5 { drawHorizontalAxis(across, below: plot, on: &canvas, glyphs) }
        drawLevels(scale, in: plot, on: &canvas, glyphs)
        drawMark(across, in: plot, on: &canvas, glyphs)
        drawSeries(across, scale, in: plot, on: &canvas, glyphs)
        drawLevelNames(scale, in: plot, on: &canvas, glyphs)
        drawMarkLabel(across, in: plot, on: &canvas)
    }

    private func verticalScale(rows: Int) -> Scale {
        let values = series.flatMap(\.values).filter(\.isFinite)
        let low = lowest ?? values.min() ?? 0
        let high = highest ?? max(values.max() ?? 1, levels.map(\.value).max() ?? 0)
        return Scale(low, high, ticks: max(1, min(5, rows / 2)))
    }

    /// The row of cells that a value falls on, which is that of its dot.
    private func row(of value: Double, _ scale: Scale, in plot: Rect, _ glyphs: Glyphs) -> Int {
        let dots = glyphs.dots.rows
        return plot.bottom - 1 - scale.dot(value, of: plot.rows * dots) / dots
    }

    private func horizontalScale(columns: Int) -> Scale {
        Scale(Double(firstX), Double(max(lastX, firstX + 1)), ticks: max(1, columns / 8), whole: true)
    }

    private func drawLegend(in area: Rect, on canvas: inout Canvas, _ glyphs: Glyphs) {
        var column = canvas.put(title, area.left, area.top, Style(.text, .bold), in: area)
        let entries = series.map { entry in
            let signs = String(repeating: entry.sign, count: 2)
            let sample = entry.shape == .dots ? glyphs.samples?.dots : glyphs.samples?.line
            return (
                sample: sample ?? signs, name: entry.name, value: entry.values.last.map(format) ?? "",
                role: entry.role
            )
        }
        // Samples, names and values where they fit; else the values, which are what changes.
        let full = entries.reduce(0) { $0 + 5 + $1.name.columns + 1 + $1.value.columns }
        let brief = entries.reduce(0) { $0 + 5 + $1.value.columns }
        let room = area.right - column
        for entry in entries {
            if room >= brief {
                column = canvas.put("  \(entry.sample)", column, area.top, Style(entry.role), in: area)
            }
            if room >= full {
                column = canvas.put(" \(entry.name)", column, area.top, Style(.label), in: area)
            }
            guard !entry.value.isEmpty else { continue }
            column = canvas.put(" \(entry.value)", column, area.top, Style(entry.role, .bold), in: area)
        }
    }

    private func drawVerticalAxis(_ scale: Scale, in area: Rect, on canvas: inout Canvas, _ glyphs: Glyphs) {
        let line = area.right - 1
        for row in area.top..<area.bottom {
            canvas.put(String(glyphs.frame.vertical), line, row, Style(.faint), in: area)
        }
        for tick in scale.ticks {
            let row = row(of: tick, scale, in: area, glyphs)
            let label = scale.label(tick)
            canvas.put(label, line - 1 - label.count, row, Style(.label), in: area)
            canvas.put(String(glyphs.axis.left), line, row, Style(.faint), in: area)
        }
    }

    private func drawHorizontalAxis(
        _ scale: Scale, below plot: Rect, on canvas: inout Canvas, _ glyphs: Glyphs
    ) {
        let row = plot.bottom
        canvas.put(String(glyphs.axis.corner), plot.left - 1, row, Style(.faint))
        for column in plot.left..<plot.right {
            canvas.put(String(glyphs.frame.horizontal), column, row, Style(.faint))
        }
        let ticks = [firstX] + scale.ticks.map { Int($0) }.filter { $0 > firstX }
        for tick in ticks {
            let column = plot.left + scale.dot(Double(tick), of: plot.columns)
            canvas.put(String(glyphs.axis.bottom), column, row, Style(.faint))
        }
        guard hasNumbers else { return }
        var free = plot.left - 1
        // The name of the axis stands at its end; numbers that would touch it give way.
        let nameStart = plot.right - xName.columns
        canvas.put(xName, nameStart, row + 1, Style(.label), in: Rect(plot.left, row + 1, plot.columns, 1))
        for tick in ticks {
            let column = plot.left + scale.dot(Double(tick), of: plot.columns)
            let label = "\(tick)"
            let start = max(plot.left, column - label.count / 2)
            guard start > free, start + label.count < nameStart else { continue }
            free = canvas.put(label, start, row + 1, Style(.label))
        }
    }

    private func drawLevels(_ scale: Scale, in plot: Rect, on canvas: inout Canvas, _ glyphs: Glyphs) {
        for level in levels where 0...1 ~= scale.share(level.value) {
            let row = row(of: level.value, scale, in: plot, glyphs)
            canvas.fill(Rect(plot.left, row, plot.columns, 1), glyphs.level, Style(.baseline))
        }
    }

    /// Names stand at the right end of their lines, where the curves come last, and never on a curve.
    private func drawLevelNames(_ scale: Scale, in plot: Rect, on canvas: inout Canvas, _ glyphs: Glyphs) {
        let rows = Dictionary(grouping: levels.filter { 0...1 ~= scale.share($0.value) }) {
            row(of: $0.value, scale, in: plot, glyphs)
        }
        for (row, levels) in rows {
            // Levels that fall on one row share it.
            let text = " \(levels.map(\.name).joined(separator: ", ")) "
            let start = plot.right - text.columns
            guard start > plot.left,
                (start..<plot.right).allSatisfy({ canvas[$0, row].style.role == .baseline })
            else { continue }
            canvas.put(text, start, row, Style(.baseline), in: plot)
        }
    }

    private func drawMark(_ scale: Scale, in plot: Rect, on canvas: inout Canvas, _ glyphs: Glyphs) {
        guard let mark, 0...1 ~= scale.share(Double(mark.x)) else { return }
        let column = plot.left + scale.dot(Double(mark.x), of: plot.columns)
        canvas.fill(Rect(column, plot.top, 1, plot.rows), glyphs.mark, Style(.bestEpoch))
    }

    /// Beside the mark's line, in as many words as there is room for, and never on a curve.
    private func drawMarkLabel(_ scale: Scale, in plot: Rect, on canvas: inout Canvas) {
        guard let mark, 0...1 ~= scale.share(Double(mark.x)) else { return }
        let column = plot.left + scale.dot(Double(mark.x), of: plot.columns)
        for label in mark.labels where !label.isEmpty {
            for start in [column + 2, column - 1 - label.columns] {
                let columns = start..<start + label.columns
                guard start >= plot.left, columns.upperBound <= plot.right else { continue }
                guard columns.allSatisfy({ canvas[$0, plot.top].character == " " }) else { continue }
                canvas.put(label, start, plot.top, Style(.bestEpoch), in: plot)
                return
            }
        }
    }

    private func drawSeries(
        _ across: Scale, _ scale: Scale, in plot: Rect, on canvas: inout Canvas, _ glyphs: Glyphs
    ) {
        var grid = DotGrid(plot.size, glyphs)
        for entry in series {
            let owner = DotGrid.Owner(role: entry.role, sign: entry.sign)
            switch entry.shape {
            case .dots: drawDots(entry.values, owner, across, scale, on: &grid)
            case .line: drawLine(entry.values, owner, across, scale, on: &grid)
            }
        }
        grid.draw(on: &canvas, at: plot.origin)
    }

    private func drawDots(
        _ values: [Double], _ owner: DotGrid.Owner, _ across: Scale, _ scale: Scale, on grid: inout DotGrid
    ) {
        // Few points are drawn four dots strong, so that they can be seen; many run together anyway.
        let isStrong = grid.density.rows == 4 && (lastX - firstX) * 5 <= grid.columns * 2
        for (index, value) in values.enumerated() where value.isFinite {
            let column = across.dot(Double(firstX + index), of: grid.columns)
            let row = grid.rows - 1 - scale.dot(value, of: grid.rows)
            grid.set(column, row, owner)
            if isStrong {
                let (right, below) = (column + 1 < grid.columns ? 1 : -1, row + 1 < grid.rows ? 1 : -1)
                grid.set(column + right, row, owner)
                grid.set(column, row + below, owner)
                grid.set(column + right, row + below, owner)
            }
        }
    }

    /// Joins neighbouring points.
    ///
    /// Where several fall on one column of dots, the column shows all from the least to
    /// the greatest of them, so that no spike is lost.
    private func drawLine(
        _ values: [Double], _ owner: DotGrid.Owner, _ across: Scale, _ scale: Scale, on grid: inout DotGrid
    ) {
        var last: (column: Int, row: Int)?
        for (index, value) in values.enumerated() {
            guard value.isFinite else {
                last = nil
                continue
            }
            let column = across.dot(Double(firstX + index), of: grid.columns)
            let row = grid.rows - 1 - scale.dot(value, of: grid.rows)
            grid.line(from: last ?? (column, row), to: (column, row), owner)
            last = (column, row)
        }
    }
}
