/// A place in a list that is longer than the screen.
struct ListPosition: Equatable, Sendable {
    /// The chosen row.
    private(set) var cursor = 0
    /// The first row on the screen.
    private(set) var top = 0

    /// Moves by a step.
    ///
    /// - Parameters:
    ///   - motion: The step; sideways ones do nothing.
    ///   - count: The number of rows in the list.
    ///   - visible: The number of rows that the screen shows.
    mutating func move(_ motion: Motion, count: Int, visible: Int) {
        // One row of the last screenful stays, so that the eye keeps its place.
        let page = max(1, visible - 1)
        switch motion {
        case .up: go(to: cursor - 1, count: count, visible: visible)
        case .down: go(to: cursor + 1, count: count, visible: visible)
        case .pageUp: go(to: cursor - page, count: count, visible: visible)
        case .pageDown: go(to: cursor + page, count: count, visible: visible)
        case .home: go(to: 0, count: count, visible: visible)
        case .end: go(to: count - 1, count: count, visible: visible)
        case .left, .right: break
        }
    }

    /// Keeps the chosen row although so many rows before it have come, or gone.
    mutating func shift(by rows: Int) {
        cursor = max(0, cursor + rows)
        top = max(0, top + rows)
    }

    /// Begins with another row, as far as the chosen one stays behind it.
    mutating func scroll(to row: Int) { top = max(0, min(row, cursor)) }

    /// Chooses a row, and scrolls no further than needed to show it.
    mutating func go(to row: Int, count: Int, visible: Int) {
        cursor = max(0, min(count - 1, row))
        let visible = max(1, visible)
        top = max(cursor - visible + 1, min(top, cursor))
        top = max(0, min(top, count - visible))
    }
}
