/// Labelled bars, in as many columns as it takes to show them all.
struct BarColumns {
    /// One bar.
    struct Item {
        var number: Int
        var name: String
        /// From 0 to 1.
        var share: Double
        /// The text behind the bar.
        var value: String
        /// The meaning of the bar.
        var role: Role
        /// A sign before the number, for the bars that a reader looks for.
        var sign = " "
        /// The surface behind the bar: the one that is chosen has a ground of its own.
        var surface = Surface.background
        /// The command that a click on it carries out.
        var command: Command?
    }

    var items: [Item]
    /// The first item on the screen, where not all of them fit.
    var top = 0
    /// Tells whether all items should be on the screen, even in narrow columns; else bars are long enough to compare.
    var showsAll = true

    /// The least width of a column.
    private static func narrowest(showsAll: Bool) -> Int { showsAll ? 20 : 40 }

    /// The number of items that an area shows at once.
    static func capacity(_ area: Rect, showsAll: Bool) -> Int {
        max(1, area.columns / narrowest(showsAll: showsAll)) * area.rows
    }

    func draw(in area: Rect, on canvas: inout Canvas, _ glyphs: Glyphs) {
        guard area.rows > 0, area.columns > 0, !items.isEmpty else { return }
        let most = max(1, area.columns / Self.narrowest(showsAll: showsAll))
        let columns = min(most, (items.count + area.rows - 1) / area.rows)
        let capacity = columns * area.rows
        let top = max(0, min(top, items.count - capacity))
        let shown = items.dropFirst(top).prefix(capacity)
        let gap = 2
        let width = (area.columns - gap * (columns - 1)) / columns
        let numberWidth = items.map { "\($0.number)".count }.max() ?? 1
        let valueWidth = items.map(\.value.columns).max() ?? 0
        let nameWidth = min(
            items.map(\.name.columns).max() ?? 0, max(4, (width - numberWidth - valueWidth) / 2))
        for (index, item) in shown.enumerated() {
            let left = area.left + index / area.rows * (width + gap)
            let cell = Rect(left, area.top + index % area.rows, width, 1)
            let stands = item.role != .bar
            if item.surface != .background { canvas.fill(cell, " ", Style(.text, on: item.surface)) }
            if let command = item.command { canvas.link(cell, to: command) }
            var column = canvas.put(
                item.sign, cell.left, cell.top, Style(item.role, on: item.surface, .bold), in: cell)
            column = canvas.put(
                "\(item.number)".leftPadded(numberWidth) + " ", column, cell.top,
                Style(.label, on: item.surface), in: cell)
            let name = item.name.clipped(to: nameWidth, ellipsis: glyphs.ellipsis).rightPadded(nameWidth)
            column = canvas.put(
                name + " ", column, cell.top,
                Style(stands ? item.role : .text, on: item.surface, stands ? .bold : []), in: cell
            )
            let barWidth = cell.right - column - valueWidth - 1
            Bar(share: item.share, style: Style(item.role, on: item.surface)).draw(
                column, cell.top, barWidth, on: &canvas, glyphs)
            canvas.put(
                item.value.leftPadded(valueWidth), cell.right - valueWidth, cell.top,
                Style(stands ? item.role : .label, on: item.surface), in: cell)
        }
    }
}
