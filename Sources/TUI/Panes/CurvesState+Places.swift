/// Zoom, pan and the cursor.
extension CurvesState {
    /// Finds the visible part of a stretch of points.
    ///
    /// - Parameter ruler: The places of the points.
    /// - Returns: The part in the window; `nil` where all is seen.
    func visible(on ruler: CurvesRuler) -> ClosedRange<Double>? {
        guard let window, let all = ruler.stretch, window.span > 0 else { return nil }
        let end = min(all.upperBound, max(all.lowerBound + window.span, window.end ?? all.upperBound))
        let start = max(all.lowerBound, end - window.span)
        return start < end ? start...end : nil
    }

    // MARK: Zoom and pan

    /// Shows half as much, around the cursor; without one, the newest half.
    mutating func zoomIn(on ruler: CurvesRuler) { zoom(by: 0.5, on: ruler) }
    /// Shows twice as much.
    mutating func zoomOut(on ruler: CurvesRuler) { zoom(by: 2, on: ruler) }
    /// Shows everything.
    mutating func showAll() { place(window: nil) }

    /// Shows so many times as much.
    ///
    /// - Parameters:
    ///   - factor: The factor; 2 shows twice as much.
    ///   - place: The place that stays where it is; by default the cursor, else the newest point.
    ///   - ruler: The places of the points.
    mutating func zoom(by factor: Double, at place: Double? = nil, on ruler: CurvesRuler) {
        guard let all = ruler.stretch, factor > 0, factor.isFinite else { return }
        let now = visible(on: ruler) ?? all
        let length = now.upperBound - now.lowerBound
        // Less than two points apart there is nothing to be seen.
        let least = (all.upperBound - all.lowerBound) / Double(max(1, ruler.places.count - 1))
        let span = max(least * 2, length * factor)
        guard span < all.upperBound - all.lowerBound else { return showAll() }
        let center = min(now.upperBound, max(now.lowerBound, place ?? cursor ?? now.upperBound))
        let share = length > 0 ? (center - now.lowerBound) / length : 1
        show(from: center - share * span, span: span, in: all)
    }

    /// Moves the window by a share of its width; to the right end it clings.
    mutating func pan(by share: Double, on ruler: CurvesRuler) {
        guard let all = ruler.stretch, let now = visible(on: ruler), share.isFinite else { return }
        let span = now.upperBound - now.lowerBound
        show(from: now.lowerBound + share * span, span: span, in: all)
    }

    private mutating func show(from start: Double, span: Double, in all: ClosedRange<Double>) {
        let end = min(all.upperBound, max(all.lowerBound, start) + span)
        // Near enough to the newest point is at the newest point.
        let isAtEnd = end >= all.upperBound - span * 0.05
        place(window: Window(span: span, end: isAtEnd ? nil : end))
    }

    // MARK: The cursor

    /// The places that the cursor can be sent to.
    enum Target: Sendable {
        case first, last, best
    }

    /// Moves the cursor by so many points; the first step puts it at the newest one that is seen.
    mutating func moveCursor(by points: Int, on ruler: CurvesRuler) {
        guard !ruler.places.isEmpty else { return }
        guard let cursor, let now = ruler.nearest(to: cursor) else {
            let end = visible(on: ruler)?.upperBound ?? .infinity
            return moveCursor(to: ruler.places.last { $0 <= end }, on: ruler)
        }
        let count = ruler.places.count
        let next = min(max(0, now + min(count, max(-count, points))), count - 1)
        moveCursor(to: ruler.places[next], on: ruler)
    }

    /// Sends the cursor somewhere.
    mutating func moveCursor(to target: Target, on ruler: CurvesRuler) {
        switch target {
        case .first: moveCursor(to: ruler.places.first, on: ruler)
        case .last: moveCursor(to: ruler.places.last, on: ruler)
        case .best: moveCursor(to: ruler.best ?? cursor, on: ruler)
        }
    }

    /// Puts the cursor at the point that is the nearest to a place, and the window around it.
    mutating func moveCursor(to x: Double?, on ruler: CurvesRuler) {
        guard let x, let index = ruler.nearest(to: x) else { return }
        let point = ruler.places[index]
        place(cursor: point)
        guard let all = ruler.stretch, let now = visible(on: ruler), !now.contains(point) else { return }
        let span = now.upperBound - now.lowerBound
        show(from: point < now.lowerBound ? point : point - span, span: span, in: all)
    }

    /// Takes the cursor away.
    mutating func removeCursor() { place(cursor: nil) }
}
