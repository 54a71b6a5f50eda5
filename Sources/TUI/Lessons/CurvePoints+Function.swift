extension CurvePoints {
    /// The values of a function between two places.
    ///
    /// - Parameters:
    ///   - range: The places.
    ///   - place: One that must be among them, so that a cursor there reads the value itself.
    ///   - isLogarithmic: Places are equal factors apart.
    ///   - function: The function, which gives all values at once.
    init(
        over range: ClosedRange<Double>, with place: Double, isLogarithmic: Bool = false,
        of function: ([Double]) -> [Double]
    ) {
        let axis = Axis(range.lowerBound, range.upperBound, ticks: 1, isLogarithmic: isLogarithmic)
        let steps = 300
        var places = (0...steps).map { axis.value(at: Double($0) / Double(steps)) }
        let next = places.firstIndex { $0 >= place } ?? places.count
        if range.contains(place), !places.indices.contains(next) || places[next] != place {
            places.insert(place, at: next)
        }
        self.init(function(places), at: .listed(places))
    }
}
