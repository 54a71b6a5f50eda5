/// The mean of several curves, and how far they deviate from it.
struct CurveBand: Equatable, Sendable {
    /// The mean at each place.
    var mean: CurvePoints
    /// Mean minus and mean plus the deviation.
    var lower: CurvePoints
    var upper: CurvePoints

    /// The mean and standard deviation (over n − 1) of curves, point by point.
    ///
    /// Points of the same number belong together; their place is the mean of their places. Values that are not finite
    /// are passed over, and where fewer than two curves have one the band has a gap.
    init?(of curves: [CurvePoints]) {
        guard curves.count > 1, let longest = curves.map(\.count).max(), longest > 0 else { return nil }
        var places: [Double] = []
        var (means, lows, highs): ([Double], [Double], [Double]) = ([], [], [])
        for index in 0..<longest {
            let having = curves.filter { index < $0.count }
            places.append(having.reduce(0) { $0 + $1.x(index) } / Double(having.count))
            let values = having.map { $0.values[index] }.filter(\.isFinite)
            guard values.count > 1 else {
                means.append(.nan)
                lows.append(.nan)
                highs.append(.nan)
                continue
            }
            let mean = values.reduce(0, +) / Double(values.count)
            let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
            let deviation = (squares / Double(values.count - 1)).squareRoot()
            means.append(mean)
            lows.append(mean - deviation)
            highs.append(mean + deviation)
        }
        // Means of places that go back and forth would not ascend.
        places.sort()
        mean = CurvePoints(means, at: .listed(places))
        lower = CurvePoints(lows, at: .listed(places))
        upper = CurvePoints(highs, at: .listed(places))
    }
}
