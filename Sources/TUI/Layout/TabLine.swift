/// The line that names the panes where not all of them are on the screen.
struct TabLine {
    let focus: PaneID
    let shown: Set<PaneID>

    func draw(in area: Rect, on canvas: inout Canvas, _ glyphs: Glyphs) {
        guard !area.isEmpty else { return }
        var column = area.left
        // Whole names where they fit, else numbers with the name of the one in focus.
        let isRoomy = PaneID.allCases.reduce(0) { $0 + $1.title.count + 5 } <= area.columns
        for pane in PaneID.allCases {
            let isFocused = pane == focus
            let text = isRoomy || isFocused ? " \(pane.number) \(pane.title) " : " \(pane.number) "
            let style =
                isFocused
                ? Style(.accent, on: .quietSelection, .bold) : Style(shown.contains(pane) ? .title : .label)
            let end = canvas.put(text, column, area.top, style, in: area)
            canvas.link(Rect(column, area.top, end - column, 1), to: .focus(pane))
            column = end + 1
        }
    }
}
