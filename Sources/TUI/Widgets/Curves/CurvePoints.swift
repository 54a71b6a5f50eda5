import Glibc

/// Values at places that ascend.
struct CurvePoints: Equatable, Sendable {
    /// The places of the values.
    enum Places: Equatable, Sendable {
        /// Each as far from the one before.
        case even(first: Double, step: Double)
        /// One for each value, ascending.
        case listed([Double])
    }

    /// The places of the values.
    let places: Places
    /// The values; one that is not finite is a gap.
    var values: [Double]

    /// Puts points together; what has no partner is left out.
    init(_ values: [Double], at places: Places = .even(first: 1, step: 1)) {
        self.places = places
        guard case .listed(let listed) = places, listed.count < values.count else {
            self.values = values
            return
        }
        self.values = Array(values.prefix(listed.count))
    }

    /// The number of points.
    var count: Int { values.count }

    /// The place of the value of that number.
    func x(_ index: Int) -> Double {
        switch places {
        case .even(let first, let step): first + Double(index) * step
        case .listed(let listed): listed[index]
        }
    }

    /// The number of the first point at a place or behind it; ``count`` where there is none.
    func firstIndex(from x: Double) -> Int {
        switch places {
        case .even(let first, let step):
            let index = ((x - first) / step).rounded(.up)
            return index.isNaN ? count : Int(max(0, min(Double(count), index)))
        case .listed(let listed):
            var (low, high) = (0, count)
            while low < high {
                let middle = (low + high) / 2
                if listed[middle] < x { low = middle + 1 } else { high = middle }
            }
            return low
        }
    }

    /// The number of the point that is the nearest to a place.
    func nearest(to x: Double) -> Int? {
        guard count > 0 else { return nil }
        let next = firstIndex(from: x)
        guard next > 0 else { return 0 }
        guard next < count else { return count - 1 }
        return x - self.x(next - 1) <= self.x(next) - x ? next - 1 : next
    }

    /// The value of the straight line between the two points around a place.
    ///
    /// - Parameters:
    ///   - x: The place.
    ///   - axis: The axis along which the line is straight.
    ///   - isLogarithmic: Values lie on a logarithmic axis.
    /// - Returns: The value, or `nil` at a point itself, or without points at both sides.
    func value(at x: Double, along axis: Axis, isLogarithmic: Bool) -> Double? {
        let next = firstIndex(from: x)
        guard next > 0, next < count, self.x(next) > x else { return nil }
        let (before, after) = (values[next - 1], values[next])
        let (left, right) = (axis.share(self.x(next - 1)), axis.share(self.x(next)))
        let share = (axis.share(x) - left) / (right - left)
        guard before.isFinite, after.isFinite, share.isFinite else { return nil }
        guard isLogarithmic else { return before + (after - before) * share }
        return before > 0 && after > 0 ? before * pow(after / before, share) : nil
    }

    /// The points without those before a place.
    func from(_ x: Double) -> CurvePoints {
        let start = firstIndex(from: x)
        guard start > 0 else { return self }
        let rest = Array(values.dropFirst(start))
        switch places {
        case .even(let first, let step):
            return CurvePoints(rest, at: .even(first: first + Double(start) * step, step: step))
        case .listed(let listed): return CurvePoints(rest, at: .listed(Array(listed.dropFirst(start))))
        }
    }

    /// The same points, smoothed.
    func smoothed(by weight: Double) -> CurvePoints {
        CurvePoints(values.smoothed(by: weight), at: places)
    }
}
