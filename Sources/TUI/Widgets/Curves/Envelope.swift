/// The part of many points that can be seen in so many columns of dots: in each the least, the greatest, the
/// first and the last.
///
/// No spike gets lost, and lines drawn from it look as if every point had been joined with the next.
struct Envelope {
    /// The points that fall into one column of dots.
    struct Column {
        var column: Int
        var first: Double
        var last: Double
        var low: Double
        var high: Double
        /// Tells whether a gap lies between the column before and this one.
        var isApart: Bool
        /// The numbers of its points, gaps among them.
        var points: Range<Int>
    }

    /// The columns that have values, from the left.
    private(set) var columns: [Column] = []
    /// The numbers of the points that lie between the axis' ends.
    let visible: Range<Int>

    /// Sorts points into columns.
    ///
    /// - Parameters:
    ///   - points: The points.
    ///   - across: The axis along which they lie; those beyond its ends are not looked at.
    ///   - up: The axis of their values; what has no place on it is a gap.
    ///   - dots: The number of columns of dots, at least 1.
    init(_ points: CurvePoints, across: Axis, up: Axis, dots: Int) {
        let start = points.firstIndex(from: across.lower)
        let end = max(start, points.firstIndex(from: across.upper.nextUp))
        visible = start..<end
        columns.reserveCapacity(min(dots, end - start))
        var isApart = true
        var next = start
        points.values.withUnsafeBufferPointer { values in
            for column in 0..<max(1, dots) {
                let begin = next
                // A dot reaches halfway to its neighbours.
                let border = across.value(at: (Double(column) + 0.5) / Double(max(1, dots - 1)))
                next = column < dots - 1 ? min(end, max(begin, points.firstIndex(from: border))) : end
                guard next > begin else { continue }
                let found = Self.column(column, begin..<next, values, up, &isApart)
                if let found { columns.append(found) }
            }
        }
    }

    private static func column(
        _ column: Int, _ points: Range<Int>, _ values: UnsafeBufferPointer<Double>, _ up: Axis,
        _ isApart: inout Bool
    ) -> Column? {
        let least = up.isLogarithmic ? Double.leastNonzeroMagnitude : -Double.greatestFiniteMagnitude
        func counts(_ value: Double) -> Bool { value >= least && value <= Double.greatestFiniteMagnitude }
        var index = points.lowerBound
        while index < points.upperBound, !counts(values[index]) { index += 1 }
        isApart = isApart || index > points.lowerBound
        guard index < points.upperBound else { return nil }
        var (low, high, last) = (values[index], values[index], values[index])
        let (first, wasApart) = (last, isApart)
        // A gap at the column's end lies before the next one.
        isApart = !counts(values[points.upperBound - 1])
        for value in values[index + 1..<points.upperBound] where counts(value) {
            last = value
            low = value < low ? value : low
            high = value > high ? value : high
        }
        return Column(
            column: column, first: first, last: last, low: low, high: high, isApart: wasApart,
            points: points)
    }
}
