import Testing

@testable import TUI

extension Dashboard {
    /// The place of a text on the screen, the first from the top.
    func place(of text: String) -> Point? {
        let canvas = draw()
        let wanted = Array(text)
        for row in 0..<canvas.size.rows {
            let signs = canvas.row(row).map(\.character)
            for column in signs.indices where signs[column...].starts(with: wanted) {
                return Point(column, row)
            }
        }
        return nil
    }

    /// Presses and lets go of the left button over a cell.
    @discardableResult
    mutating func click(_ column: Int, _ row: Int) -> [Effect] {
        let point = Point(column, row)
        return update(.event(.mouse(point, .left))) + update(.event(.release(point)))
    }

    /// Clicks on a text on the screen.
    @discardableResult
    mutating func click(
        on text: String, sourceLocation: SourceLocation = #_sourceLocation
    ) throws -> [Effect] {
        let point = try #require(
            place(of: text), "“\(text)” is not on the screen", sourceLocation: sourceLocation)
        return click(point.column, point.row)
    }

    /// Turns the wheel over a pane.
    mutating func turnWheel(_ button: MouseButton, over pane: PaneID) {
        guard let area = layout.panes[pane] else { return }
        _ = update(.event(.mouse(Point(area.left + 2, area.top + 2), button)))
    }

    /// Presses the left button, moves, and lets go.
    mutating func drag(from start: Point, to end: Point) {
        _ = update(.event(.mouse(start, .left)))
        _ = update(.event(.drag(end)))
        _ = update(.event(.release(end)))
    }
}
