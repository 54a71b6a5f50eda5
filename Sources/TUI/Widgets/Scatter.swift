/// Points in a plane, over a model's outputs for the places between them.
///
/// Groups differ in colour and in sign, so that both points and regions can be told apart without colours.
struct Scatter {
    /// One point and its group, counted from 0.
    struct Mark: Equatable, Sendable {
        var x: Double
        var y: Double
        var group: Int

        init(_ x: Double, _ y: Double, _ group: Int) {
            self.x = x
            self.y = y
            self.group = group
        }
    }

    var points: [Mark]
    /// The ends of the plane; by default those of the points, and a little more.
    var xRange: ClosedRange<Double>?
    var yRange: ClosedRange<Double>?
    /// The ground behind the points, from edge to edge.
    var ground: ScatterGround?
    /// Lines to compare points with.
    var lines: [Line] = []
    /// Tells whether points are single dots rather than the signs of their groups: where there are very many.
    var isDotted = false
    /// The point that is looked at; it stands out, on top of all others.
    var chosen: Mark?
    /// Names of the groups, for the legend.
    var groups: [String] = []
    /// Tells whether the numbers of the axes are shown where there is room.
    var hasAxes = true

    /// The ends of the plane that suit some values.
    static func range(of values: some Sequence<Double>) -> ClosedRange<Double> {
        let finite = values.lazy.filter { $0.isFinite && abs($0) < 1e300 }
        guard let low = finite.min(), let high = finite.max() else { return 0...1 }
        let margin = max((high - low) * 0.05, max(abs(low), abs(high)) * 1e-6, 1e-9)
        return low - margin...high + margin
    }

    /// The places of the picture's parts.
    private struct Parts {
        var legend: Rect
        var gutter: Rect
        var plane: ScatterPlane
    }

    private func parts(of area: Rect) -> Parts {
        let (x, y) = (xRange ?? Self.range(of: points.map(\.x)), yRange ?? Self.range(of: points.map(\.y)))
        var (legend, body) = area.splitTop(!groups.isEmpty && area.rows >= 4 ? 1 : 0)
        var gutter = Rect(body.left, body.top, 0, body.rows)
        let up = Axis(y.lowerBound, y.upperBound, ticks: max(1, min(5, body.rows / 3)))
        guard hasAxes, area.columns >= 24, area.rows >= 8 else {
            let across = Axis(x.lowerBound, x.upperBound, ticks: 1)
            return Parts(
                legend: legend, gutter: gutter, plane: ScatterPlane(area: body, across: across, up: up))
        }
        body = body.splitBottom(2).rest
        let width = (up.ticks.map { up.label($0).count }.max() ?? 0) + 2
        (gutter, body) = body.splitLeft(min(width, body.columns / 3))
        legend = Rect(body.left, legend.top, legend.right - body.left, legend.rows)
        let across = Axis(x.lowerBound, x.upperBound, ticks: max(1, body.columns / 10))
        return Parts(legend: legend, gutter: gutter, plane: ScatterPlane(area: body, across: across, up: up))
    }

    /// The plane of the points when the picture is drawn in an area.
    func plane(in area: Rect) -> ScatterPlane { parts(of: area).plane }

    func draw(in area: Rect, on canvas: inout Canvas, _ glyphs: Glyphs) {
        guard !area.isEmpty else { return }
        let parts = parts(of: area)
        drawLegend(in: parts.legend, on: &canvas, glyphs)
        if !parts.gutter.isEmpty { drawAxes(parts, on: &canvas, glyphs) }
        ground?.draw(in: parts.plane.area, on: &canvas, glyphs)
        if isDotted || !lines.isEmpty { drawDots(parts.plane, on: &canvas, glyphs) }
        if !isDotted { drawPoints(parts.plane, on: &canvas, glyphs) }
        drawChosen(parts.plane, on: &canvas, glyphs)
    }

    private func drawAxes(_ parts: Parts, on canvas: inout Canvas, _ glyphs: Glyphs) {
        let across = parts.plane.across
        var chart = CurveChart(
            title: "", series: [], lastX: 1, xName: "", isWhole: false, format: { "\($0)" })
        chart.drawVerticalAxis(parts.plane.up, in: parts.gutter, on: &canvas, glyphs)
        chart.formatX = { across.label($0) }
        chart.drawHorizontalAxis(across, below: parts.plane.area, on: &canvas, glyphs)
    }

    // MARK: Points

    private func drawPoints(_ plane: ScatterPlane, on canvas: inout Canvas, _ glyphs: Glyphs) {
        for point in points {
            guard let place = plane.cell(of: point) else { continue }
            let style = over(place, Style(.run(point.group), .bold), on: canvas)
            canvas[place.column, place.row] = Cell(Self.sign(point.group, of: glyphs.points), style)
        }
    }

    /// The chosen point between brackets, which stay inside.
    private func drawChosen(_ plane: ScatterPlane, on canvas: inout Canvas, _ glyphs: Glyphs) {
        guard let chosen, let place = plane.cell(of: chosen) else { return }
        let sign = isDotted ? glyphs.marked.first ?? "*" : Self.sign(chosen.group, of: glyphs.points)
        let signs: [(Int, Character)] = [(-1, "["), (0, sign), (1, "]")]
        for (offset, sign) in signs where plane.area.contains(Point(place.column + offset, place.row)) {
            let cell = Point(place.column + offset, place.row)
            canvas[cell.column, cell.row] = Cell(sign, over(cell, Style(.cursor, .bold), on: canvas))
        }
    }

    /// A style on the shade that lies at a place already.
    private func over(_ place: Point, _ style: Style, on canvas: Canvas) -> Style {
        switch canvas[place.column, place.row].style.shading {
        case .halves(let shade, _), .ground(let shade): style.on(.ground(shade))
        case nil: style
        }
    }

    // MARK: Legend

    private func drawLegend(in area: Rect, on canvas: inout Canvas, _ glyphs: Glyphs) {
        var column = area.left
        for (group, name) in groups.enumerated() {
            let hasRegion = ground?.values == .groups
            guard column + (hasRegion ? 3 : 2) + name.columns <= area.right else {
                canvas.put(glyphs.ellipsis, column, area.top, Style(.label), in: area)
                return
            }
            var style = Style(.run(group), .bold)
            if hasRegion { style = style.on(.ground(.group(group))) }
            canvas[column, area.top] = Cell(Self.sign(group, of: glyphs.points), style)
            column += 1
            if hasRegion {
                // Without colours, the sign that fills the region.
                canvas[column, area.top] = ScatterGround.cell(ofGroups: group, group, glyphs)
                column += 1
            }
            column = canvas.put(" \(name)", column, area.top, Style(.label), in: area) + 2
        }
    }

    static func sign(_ group: Int, of signs: [Character]) -> Character {
        signs[(group % signs.count + signs.count) % signs.count]
    }
}
