/// Points in a plane, over the regions in which a model decides for one group or another.
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
    /// The group that a place belongs to; asked once for every half cell.
    var region: ((_ x: Double, _ y: Double) -> Int)?
    /// Lines to compare points with.
    var lines: [Line] = []
    /// Whether points are single dots rather than the signs of their groups: where there are very many.
    var isDotted = false
    /// The point that is pointed at.
    var chosen: Mark?
    /// Names of the groups, for the legend.
    var groups: [String] = []
    /// Whether the numbers of the axes are shown where there is room.
    var hasAxes = true

    /// The ends of the plane that suit some values.
    static func range(of values: some Sequence<Double>) -> ClosedRange<Double> {
        let finite = values.filter { $0.isFinite && abs($0) < 1e300 }
        guard let low = finite.min(), let high = finite.max() else { return 0...1 }
        let margin = max((high - low) * 0.05, max(abs(low), abs(high)) * 1e-6, 1e-9)
        return low - margin...high + margin
    }

    func draw(in area: Rect, on canvas: inout Canvas, _ glyphs: Glyphs) {
        guard !area.isEmpty else { return }
        let (x, y) = (xRange ?? Self.range(of: points.map(\.x)), yRange ?? Self.range(of: points.map(\.y)))
        let showsAxes = hasAxes && area.columns >= 24 && area.rows >= 8
        let (head, rest) = area.splitTop(!groups.isEmpty && area.rows >= 4 ? 1 : 0)
        drawLegend(in: head, on: &canvas, glyphs)
        var body = rest
        let up = Axis(y.lowerBound, y.upperBound, ticks: max(1, min(5, body.rows / 3)))
        let across: Axis
        if showsAxes {
            body = body.splitBottom(2).rest
            let gutter = (up.ticks.map { up.label($0).count }.max() ?? 0) + 2
            let left: Rect
            (left, body) = body.splitLeft(min(gutter, body.columns / 3))
            across = Axis(x.lowerBound, x.upperBound, ticks: max(1, body.columns / 10))
            let chart = CurveChart(
                title: "", series: [], lastX: 1, xName: "", isWhole: false, format: { "\($0)" })
            chart.drawVerticalAxis(up, in: left, on: &canvas, glyphs)
            var below = chart
            below.formatX = { across.label($0) }
            below.drawHorizontalAxis(across, below: body, on: &canvas, glyphs)
        } else {
            across = Axis(x.lowerBound, x.upperBound, ticks: 1)
        }
        let room = Plane(area: body, across: across, up: up)
        drawRegions(room, on: &canvas, glyphs)
        if isDotted || !lines.isEmpty { drawDots(room, on: &canvas, glyphs) }
        if !isDotted { drawPoints(room, on: &canvas, glyphs) }
        drawChosen(room, on: &canvas, glyphs)
    }

    /// Where points are, and what its places mean.
    struct Plane {
        let area: Rect
        let across: Axis
        let up: Axis

        /// The middle of a half cell, counted from the upper left.
        func place(_ column: Int, _ half: Int) -> (x: Double, y: Double) {
            let x = (Double(column) + 0.5) / Double(max(1, area.columns))
            let y = 1 - (Double(half) + 0.5) / Double(max(1, area.rows * 2))
            return (across.value(at: x), up.value(at: y))
        }

        /// The cell that a point falls on.
        func cell(_ mark: Mark) -> Point? {
            let (x, y) = (across.share(mark.x), up.share(mark.y))
            guard 0...1 ~= x, 0...1 ~= y else { return nil }
            let column = min(area.columns - 1, Int(x * Double(area.columns)))
            let row = min(area.rows - 1, Int((1 - y) * Double(area.rows)))
            return Point(area.left + column, area.top + row)
        }
    }

    private func drawRegions(_ plane: Plane, on canvas: inout Canvas, _ glyphs: Glyphs) {
        guard let region else { return }
        for row in 0..<plane.area.rows {
            for column in 0..<plane.area.columns {
                let (high, low) = (plane.place(column, row * 2), plane.place(column, row * 2 + 1))
                let (upper, lower) = (region(high.x, high.y), region(low.x, low.y))
                let style = Style(.faint).on(.halves(upper: .group(upper), lower: .group(lower)))
                canvas.put(
                    String(Self.sign(upper, of: glyphs.regions)), plane.area.left + column,
                    plane.area.top + row, style, in: plane.area)
            }
        }
    }

    private func drawPoints(_ plane: Plane, on canvas: inout Canvas, _ glyphs: Glyphs) {
        for point in points {
            guard let place = plane.cell(point), plane.area.contains(place) else { continue }
            var style = Style(.run(point.group), .bold)
            if let region {
                let (x, y) = plane.place(
                    place.column - plane.area.left, (place.row - plane.area.top) * 2)
                style = style.on(.ground(.group(region(x, y))))
            }
            canvas.put(
                String(Self.sign(point.group, of: glyphs.points)), place.column, place.row, style,
                in: plane.area)
        }
    }

    private func drawLegend(in area: Rect, on canvas: inout Canvas, _ glyphs: Glyphs) {
        var column = area.left
        for (group, name) in groups.enumerated() {
            let sign = String(Self.sign(group, of: glyphs.points))
            guard column + 2 + name.columns <= area.right else {
                canvas.put(glyphs.ellipsis, column, area.top, Style(.label), in: area)
                return
            }
            column = canvas.put(sign, column, area.top, Style(.run(group), .bold), in: area)
            column = canvas.put(" \(name)", column, area.top, Style(.label), in: area) + 2
        }
    }

    private static func sign(_ group: Int, of signs: [Character]) -> Character {
        signs[(group % signs.count + signs.count) % signs.count]
    }
}
