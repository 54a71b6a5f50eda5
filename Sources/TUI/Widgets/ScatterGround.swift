/// The ground behind the points of a ``Scatter``: a group or a number for each place of a grid.
///
/// Each half cell shows the place that lies below its middle, whatever the sizes of the two.
struct ScatterGround: Equatable, Sendable {
    /// The meaning of the values.
    enum Values: Equatable, Sendable {
        /// The numbers of groups: regions.
        case groups
        /// Shares of a scale in 255ths: a heat map.
        case shares
    }

    /// The number of places from left to right.
    let columns: Int
    /// The places row after row from the upper left, `[rows × columns]`.
    let numbers: [UInt8]
    let values: Values
    /// The numbers at the ends of a heat map's scale.
    let range: ClosedRange<Double>

    /// The number of places from top to bottom.
    var rows: Int { columns > 0 ? numbers.count / columns : 0 }

    /// Regions of groups.
    init(columns: Int, groups: [Int]) {
        self.columns = columns
        numbers = groups.map { UInt8(clamping: $0) }
        (values, range) = (.groups, 0...1)
    }

    /// A heat map.
    ///
    /// - Parameters:
    ///   - columns: The number of values in a row.
    ///   - heat: The values; what is no number lies at the cold end.
    ///   - range: The ends of the scale; those of the values where there are none.
    init(columns: Int, heat: some Collection<Float>, range: ClosedRange<Double>? = nil) {
        self.columns = columns
        values = .shares
        let finite = heat.lazy.filter(\.isFinite).map(Double.init)
        let range = range ?? (finite.min() ?? 0)...(finite.max() ?? 0)
        self.range = range
        let length = range.upperBound - range.lowerBound
        numbers = heat.map { value in
            let share = (Double(value) - range.lowerBound) / length
            return share.isFinite ? UInt8((min(1, max(0, share)) * 255).rounded()) : 0
        }
    }

    func draw(in area: Rect, on canvas: inout Canvas, _ glyphs: Glyphs) {
        guard rows > 0 else { return }
        // Found once for each column: there are many rows.
        let places = (0..<area.columns).map { (2 * $0 + 1) * columns / (2 * area.columns) }
        let halves = area.rows * 2
        for row in 0..<area.rows {
            let upper = (4 * row + 1) * rows / (2 * halves) * columns
            let lower = (4 * row + 3) * rows / (2 * halves) * columns
            for column in 0..<area.columns {
                let (high, low) = (numbers[upper + places[column]], numbers[lower + places[column]])
                canvas[area.left + column, area.top + row] =
                    values == .groups
                    ? Self.cell(ofGroups: Int(high), Int(low), glyphs)
                    : Self.cell(ofShares: Double(high) / 255, Double(low) / 255, glyphs)
            }
        }
    }

    /// A cell between two regions, or within one.
    static func cell(ofGroups upper: Int, _ lower: Int, _ glyphs: Glyphs) -> Cell {
        let style = Style(.faint).on(.halves(upper: .group(upper), lower: .group(lower)))
        return Cell(Scatter.sign(upper, of: glyphs.regions), style)
    }

    /// A cell of a heat map.
    static func cell(ofShares upper: Double, _ lower: Double, _ glyphs: Glyphs) -> Cell {
        let densities = glyphs.densities
        let sign = densities[Int((max(upper, lower) * Double(densities.count - 1)).rounded())]
        return Cell(sign, Style(.faint).on(.halves(upper: .heat(upper), lower: .heat(lower))))
    }
}
