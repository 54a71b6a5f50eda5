/// A list to choose from, over the panes.
struct MenuOverlay {
    let menu: Menu

    private static func area(_ menu: Menu, in screen: Rect) -> Rect {
        let widest =
            menu.all.map { $0.text.columns + ($0.detail.isEmpty ? 0 : $0.detail.columns + 2) }.max() ?? 0
        let columns = max(28, menu.title.columns + 6, widest + 6)
        // The last line belongs to the keys.
        let room = screen.splitBottom(1).rest
        let area = room.centered(Size(columns, min(menu.all.count, 20) + 3))
        // A theme is chosen by what it does to the panes, so that they must be seen.
        guard case .theme = menu.purpose else { return area }
        return Rect(room.right - area.columns, area.top, area.columns, area.rows)
    }

    /// Counts the items that are on the screen at once.
    static func rows(_ menu: Menu, _ size: Size) -> Int {
        max(1, Frame.framed(area(menu, in: Rect(size))).rows - 1)
    }

    func draw(in screen: Rect, on canvas: inout Canvas, _ glyphs: Glyphs) {
        let area = Self.area(menu, in: screen)
        canvas.fill(area, " ", Style(.text, on: .popup))
        canvas.link(area, to: nil)
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
            let row = Rect(list.left, list.top + index, list.columns, 1)
            draw(item, isChosen: menu.position.top + index == menu.position.cursor, row, on: &canvas, glyphs)
        }
        let above = menu.position.top
        drawMore(above, after: menu.title.columns + 4, area.top, in: area, on: &canvas)
        drawMore(items.count - above - list.rows, after: 2, area.bottom - 1, in: area, on: &canvas)
    }

    private func draw(
        _ item: Menu.Item, isChosen: Bool, _ row: Rect, on canvas: inout Canvas, _ glyphs: Glyphs
    ) {
        let surface: Surface = isChosen ? .selection : .popup
        canvas.fill(row, " ", Style(.text, on: surface))
        canvas.put(isChosen ? glyphs.pointer : " ", row.left, row.top, Style(.accent, on: surface), in: row)
        let room = row.columns - 2 - (item.detail.isEmpty ? 0 : item.detail.columns + 2)
        let text = item.text.clipped(to: room, ellipsis: glyphs.ellipsis)
        canvas.put(text, row.left + 2, row.top, Style(.text, on: surface), in: row)
        if menu.purpose == .palette, let match = FuzzyMatch(menu.filter.text, in: item.text) {
            let letters = Array(text)
            for place in match.places where letters.indices.contains(place) {
                let column = row.left + 2 + String(letters[..<place]).columns
                canvas.put(
                    String(letters[place]), column, row.top,
                    Style(.accent, on: surface, [.bold, .underline]),
                    in: row)
            }
        }
        guard room > 0 else { return }
        canvas.put(
            item.detail, row.right - item.detail.columns - 1, row.top,
            Style(item.isKey ? .key : .label, on: surface), in: row)
    }

    /// The item at a place of the screen.
    static func item(of menu: Menu, at point: Point, _ size: Size) -> Int? {
        let list = Frame.framed(area(menu, in: Rect(size))).splitTop(1).rest
        guard list.contains(point) else { return nil }
        let place = menu.position.top + point.row - list.top
        return menu.items.indices.contains(place) ? place : nil
    }

    /// Tells whether a place of the screen is covered by the list.
    static func covers(_ menu: Menu, _ point: Point, _ size: Size) -> Bool {
        area(menu, in: Rect(size)).contains(point)
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
    /// The area inside a frame that is drawn however small the area is.
    static func framed(_ area: Rect) -> Rect { area.inset(columns: 1, rows: 1) }
}
