/// Curves over a shared horizontal axis.
///
/// A pure function of its data and a rectangle: axes with round ticks, levels to compare with, one marked place, a
/// cursor that reads all curves, and the curves, the last of them on top.
struct CurveChart {
    /// A horizontal line with a name.
    struct Level {
        var name: String
        var value: Double
    }

    /// The stretch of the vertical axis.
    enum VerticalRange: Equatable, Sendable {
        /// Just the values that can be seen.
        case data
        /// From 0 up.
        case fromZero
        /// These values and no others; what lies outside is told at the edge.
        case pinned(ClosedRange<Double>)
    }

    /// The quantity that is charted.
    var title: String
    /// The curves; the last one is drawn on top.
    var series: [CurveSeries]
    var levels: [Level] = []
    /// The area around the mean of several curves.
    var band: CurveBand?
    /// The `x` that is marked, with labels for the mark, from many words to few.
    var mark: (x: Double, labels: [String])?
    /// The places of changes, with a label for each in a few words.
    var changes: [(x: Double, label: String)] = []
    /// The `x` that is read: the legend shows what the curves have there.
    var cursor: Double?
    /// The ends of the horizontal axis.
    var firstX = 1.0
    var lastX: Double
    /// The quantity that the horizontal axis counts.
    var xName: String
    /// Tells whether that is counted in whole numbers.
    var isWhole = true
    /// The size of one unit of the numbers below the axis.
    var xUnit = 1.0
    var isLogX = false
    var isLogY = false
    var verticalRange = VerticalRange.fromZero
    /// Tells whether what was measured is seen behind smoothed curves.
    var showsRaw = true
    /// Notes next to the legend.
    var notes: [String] = []
    /// Writes a value in the legend.
    var format: @Sendable (Double) -> String
    /// Writes a place in the legend.
    var formatX: @Sendable (Double) -> String = { Format.fixed($0, 0) }

    /// Tells whether the numbers of the horizontal axis are written; a chart below may have them for both.
    var hasNumbers = true
    /// The number of columns to leave for the names at the curves' ends; by default as many as they take.
    var endNameWidth: Int?

    // MARK: Drawing

    /// The number of columns for the numbers of the vertical axis, so that charts can be aligned.
    func gutter(rows: Int) -> Int { Self.gutter(of: verticalAxis(rows: plotRows(of: rows))) }

    private static func gutter(of axis: Axis) -> Int {
        (axis.ticks.map { axis.label($0).count }.max() ?? 0) + 2
    }

    /// The number of rows left for the plot: the legend takes one, the axis one, its numbers one.
    private func plotRows(of rows: Int) -> Int {
        rows - 1 - (rows >= 5 ? (hasNumbers ? 2 : 1) : 0)
    }

    /// Draws the chart.
    ///
    /// - Parameters:
    ///   - area: The area to draw in; too small an area stays empty.
    ///   - canvas: The canvas to draw on.
    ///   - glyphs: The characters to draw with.
    ///   - gutter: The number of columns to leave for the numbers of the vertical axis; by default as many as
    ///     they take.
    func draw(in area: Rect, on canvas: inout Canvas, _ glyphs: Glyphs, gutter: Int? = nil) {
        guard area.columns >= 8, area.rows >= 3 else { return }
        let (head, body) = area.splitTop(1)
        drawLegend(in: head, on: &canvas, glyphs)
        let up = verticalAxis(rows: plotRows(of: area.rows))
        let width = min(gutter ?? Self.gutter(of: up), body.columns / 3)
        var (axis, plot) = body.splitTop(plotRows(of: area.rows)).top.splitLeft(width)
        guard !plot.isEmpty else { return }
        let names: Rect
        (plot, names) = plot.splitLeft(plot.columns - endNameColumns(of: plot))
        drawVerticalAxis(up, in: axis, on: &canvas, glyphs)
        let across = horizontalAxis(columns: plot.columns)
        if area.rows >= 5 { drawHorizontalAxis(across, below: plot, on: &canvas, glyphs) }
        let frame = Plot(area: plot, across: across, up: up, glyphs: glyphs)
        drawBand(frame, on: &canvas)
        drawLevels(frame, on: &canvas)
        drawMark(frame, on: &canvas)
        drawChanges(frame, on: &canvas)
        drawCursor(frame, on: &canvas)
        let ends = drawSeries(frame, on: &canvas)
        drawLevelNames(frame, on: &canvas)
        drawMarkLabel(frame, on: &canvas)
        drawChangeLabels(frame, on: &canvas)
        drawOutside(frame, on: &canvas)
        drawEndNames(ends, in: names, on: &canvas, glyphs)
    }

    /// The area of the curves, with the meaning of its places.
    struct Plot {
        let area: Rect
        let across: Axis
        let up: Axis
        let glyphs: Glyphs
        /// The number of dots.
        let dots: Size
        private let scale: DotScale

        init(area: Rect, across: Axis, up: Axis, glyphs: Glyphs) {
            (self.area, self.across, self.up, self.glyphs) = (area, across, up, glyphs)
            let density = glyphs.dots
            dots = Size(area.columns * density.columns, area.rows * density.rows)
            scale = DotScale(up, dots: dots.rows)
        }

        /// The row of dots of a value, counted from the top; just outside where the value is.
        func dotRow(_ value: Double) -> Int { dots.rows - 1 - scale.dot(value) }
        /// The row of cells that a value falls on, which is that of its dot.
        func row(_ value: Double) -> Int { area.top + dotRow(value) / glyphs.dots.rows }
        /// The column of cells of a place.
        func column(_ x: Double) -> Int {
            area.left + across.dot(x, of: dots.columns) / glyphs.dots.columns
        }
    }

    // MARK: Axes

    /// The axis of places.
    func horizontalAxis(columns: Int) -> Axis {
        Axis(
            firstX, max(lastX, isWhole ? firstX + 1 : firstX), ticks: max(1, columns / 8), whole: isWhole,
            isLogarithmic: isLogX, unit: xUnit)
    }

    /// The axis of values: what of them can be seen decides its ends.
    func verticalAxis(rows: Int) -> Axis {
        let ticks = max(1, min(isLogY ? 7 : 5, rows / 2))
        if case .pinned(let range) = verticalRange, !isLogY {
            return Axis(range.lowerBound, range.upperBound, ticks: ticks)
        }
        var (low, high) = visibleValues() ?? (isLogY ? 0.1 : 0, 1)
        if isLogY {
            // Axes that end at powers of ten are read at a glance; but not at the price of half the room.
            if high / low < 2 { (low, high) = (low / 1.1, high * 1.1) }
            if case .pinned(let range) = verticalRange { high = min(high, range.upperBound) }
        } else if verticalRange == .fromZero {
            high = max(high, levels.lazy.map(\.value).filter(\.isFinite).max() ?? high)
            (low, high) = (min(0, low), max(0, high))
        } else {
            let margin = (high - low) * 0.03
            (low, high) = (low - margin, high + margin)
        }
        return Axis(low, high, ticks: ticks, isLogarithmic: isLogY)
    }

    /// All that is drawn of curves and band.
    var drawn: [CurvePoints] {
        series.map(\.shown) + (showsRaw ? series.filter { $0.smoothed != nil }.map(\.points) : [])
            + (band.map { [$0.lower, $0.upper, $0.mean] } ?? [])
    }

    /// The points between the ends of the horizontal axis.
    func visible(_ points: CurvePoints) -> ArraySlice<Double> {
        let axis = horizontalAxis(columns: 1)
        let start = points.firstIndex(from: axis.lower)
        return points.values[start..<max(start, points.firstIndex(from: axis.upper.nextUp))]
    }

    private func visibleValues() -> (low: Double, high: Double)? {
        var (low, high) = (Double.infinity, -Double.infinity)
        let least = isLogY ? Double.leastNonzeroMagnitude : -Double.greatestFiniteMagnitude
        let across = horizontalAxis(columns: 1)
        for points in drawn {
            for edge in [across.lower, across.upper] {
                guard let value = points.value(at: edge, along: across, isLogarithmic: isLogY) else {
                    continue
                }
                (low, high) = (min(low, value), max(high, value))
            }
            visible(points).withUnsafeBufferPointer { values in
                for value in values where value >= least && value <= Double.greatestFiniteMagnitude {
                    if value < low { low = value }
                    if value > high { high = value }
                }
            }
        }
        return low <= high ? (low, high) : nil
    }

    /// The number of measured values in sight that a logarithmic axis has no place for.
    var leftOut: Int {
        let below = isLogY ? series.reduce(0) { $0 + visible($1.points).count { $0 <= 0 } } : 0
        return below + (isLogX ? series.reduce(0) { $0 + $1.points.firstIndex(from: 0.0.nextUp) } : 0)
    }

    /// The number of measured values in sight that lie beyond the ends of the vertical axis.
    func outside(of up: Axis) -> (above: Int, below: Int) {
        guard case .pinned = verticalRange else { return (0, 0) }
        let finite = series.lazy.map { visible($0.points) }
        return (
            finite.reduce(0) { $0 + $1.count { $0 > up.upper } },
            isLogY ? 0 : finite.reduce(0) { $0 + $1.count { $0 < up.lower } }
        )
    }
}
