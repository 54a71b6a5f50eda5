/// The line around a pane, with its name.
struct Frame {
    var pane: PaneID
    /// The text behind the name: the data set, the order.
    var detail = ""
    var isFocused: Bool

    /// The area that the frame leaves for the pane.
    ///
    /// A small screen has no room for lines.
    static func inside(_ area: Rect) -> Rect {
        area.columns >= 40 && area.rows >= 7 ? area.inset(columns: 1, rows: 1) : area
    }

    func draw(around area: Rect, on canvas: inout Canvas, _ glyphs: Glyphs) {
        guard Self.inside(area) != area else { return }
        let style = Style(isFocused ? .focusBorder : .border)
        canvas.drawFrame(around: area, style, glyphs)
        let name = " \(pane.number) \(pane.title) "
        let head = Rect(area.left + 2, area.top, area.columns - 4, 1)
        let titleStyle = Style(isFocused ? .focusTitle : .title, isFocused ? .bold : [])
        let end = canvas.put(name, head.left, head.top, titleStyle, in: head)
        guard !detail.isEmpty, head.right - end > 8 else { return }
        let room = head.right - end - 2
        canvas.put(
            " " + detail.clipped(to: room - 2, ellipsis: glyphs.ellipsis) + " ", end + 1, head.top,
            Style(.label), in: head)
    }
}

extension Canvas {
    /// Draws a line around the edge of a rectangle.
    mutating func drawFrame(around area: Rect, _ style: Style, _ glyphs: Glyphs) {
        guard area.columns >= 2, area.rows >= 2 else { return }
        let frame = glyphs.frame
        fill(Rect(area.left, area.top, area.columns, 1), frame.horizontal, style)
        fill(Rect(area.left, area.bottom - 1, area.columns, 1), frame.horizontal, style)
        fill(Rect(area.left, area.top, 1, area.rows), frame.vertical, style)
        fill(Rect(area.right - 1, area.top, 1, area.rows), frame.vertical, style)
        put(String(frame.corners[0]), area.left, area.top, style)
        put(String(frame.corners[1]), area.right - 1, area.top, style)
        put(String(frame.corners[2]), area.left, area.bottom - 1, style)
        put(String(frame.corners[3]), area.right - 1, area.bottom - 1, style)
    }

    /// Writes what a pane says while it has nothing to show: what is missing, and what to do next.
    mutating func putHint(_ lines: [String], in area: Rect) {
        let wrapped = lines.flatMap { WrappedText($0, columns: max(1, area.columns - 2)).lines }
        let top = area.top + max(0, (area.rows - wrapped.count) / 2)
        for (index, line) in wrapped.enumerated() {
            let column = area.left + max(0, (area.columns - line.columns) / 2)
            put(line, column, top + index, Style(index == 0 ? .text : .label), in: area)
        }
    }
}
