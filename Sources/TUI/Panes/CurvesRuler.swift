/// The places of the points of the run in focus on the horizontal axis.
struct CurvesRuler: Equatable, Sendable {
    /// The places of its points, ascending.
    var places: [Double]
    /// The place with the lowest validation loss, if there is one.
    var best: Double?

    /// The stretch from the first point to the newest; `nil` before there are any.
    var stretch: ClosedRange<Double>? {
        guard let first = places.first, let last = places.last, first <= last else { return nil }
        return first...last
    }

    /// The number of the point that is the nearest to a place.
    func nearest(to x: Double) -> Int? {
        CurvePoints(places, at: .listed(places)).nearest(to: x)
    }
}
