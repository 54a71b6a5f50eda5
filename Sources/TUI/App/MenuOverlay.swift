/// A list to choose from, over the panes.
struct MenuOverlay {
    let menu: Menu

    private static func area(_ menu: Menu, in screen: Rect) -> Rect {
        let widest = menu.all.map(\.text.columns).max() ?? 0
        let columns = max(28, menu.title.columns + 6, widest + 6)
        // The last line belongs to the keys.
        return screen.splitBottom(1).rest.centered(Size(columns, min(menu.all.count, 20) + 3))
    }

    /// How many items are on the screen at once.
    static func rows(_ menu: Menu, _ size: Size) -> Int {
        max(1, Frame.framed(area(menu, in: Rect(size))).rows - 1)
    }

    func draw(in screen: Rect, on canvas: inout Canvas, _ glyphs: Glyphs) {
        let area = Self.area(menu, in: screen)
        canvas.fill(area, " ", Style(.text, on: .popup))
        canvas.drawFrame(around: area, Style(.focusBorder, on: .popup), glyphs)
        canvas.put(
            " \(menu.title) ", area.left + 2, area.top, Style(.focusTitle, on: .popup, .bold), in: area)
        let inside = Frame.framed(area)
        let (line, list) = inside.splitTop(1)
        menu.filter.draw(line.left + 1, line.top, line.columns - 2, on: &canvas)
        let items = menu.items
        if items.isEmpty {
            canvas.put("nothing like that", list.left + 1, list.top, Style(.label, on: .popup), in: list)
        }
        for (index, item) in items.dropFirst(menu.position.top).prefix(list.rows).enumerated() {
            let isChosen = menu.position.top + index == menu.position.cursor
            let surface: Surface = isChosen ? .selection : .popup
            let row = Rect(list.left, list.top + index, list.columns, 1)
            canvas.fill(row, " ", Style(.text, on: surface))
            let text = (isChosen ? glyphs.pointer : " ") + " " + item.text
            canvas.put(
                text.clipped(to: row.columns, ellipsis: glyphs.ellipsis), row.left, row.top,
                Style(.text, on: surface), in: row)
        }
        let above = menu.position.top
        drawMore(above, after: menu.title.columns + 4, area.top, in: area, on: &canvas)
        drawMore(items.count - above - list.rows, after: 2, area.bottom - 1, in: area, on: &canvas)
    }

    /// Says on the frame, at its right, how many items are hidden behind that end of the list.
    private func drawMore(
        _ hidden: Int, after start: Int, _ row: Int, in area: Rect, on canvas: inout Canvas
    ) {
        let text = " +\(hidden) more "
        guard hidden > 0, area.rows >= 3, start + text.columns + 2 <= area.columns else { return }
        canvas.put(text, area.right - 2 - text.columns, row, Style(.label, on: .popup), in: area)
    }
}

extension Frame {
    /// What is inside a frame that is drawn however small the area is.
    static func framed(_ area: Rect) -> Rect { area.inset(columns: 1, rows: 1) }
}
