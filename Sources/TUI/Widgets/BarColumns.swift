/// Labelled bars, in as many columns as it takes to show them all.
struct BarColumns {
    /// One bar.
    struct Item {
        var number: Int
        var name: String
        /// From 0 to 1.
        var share: Double
        /// What is written behind the bar.
        var value: String
        /// What kind of bar it is.
        var role: Role
        /// A sign before the number, for the bars that a reader looks for.
        var sign = " "
    }

    var items: [Item]
    /// The first item on the screen, where not all of them fit.
    var top = 0
    /// Whether all items should be on the screen, even in narrow columns; else bars are long enough to compare.
    var showsAll = true

    /// The least width of a column.
    private static func narrowest(showsAll: Bool) -> Int { showsAll ? 20 : 40 }

    /// How many items an area shows at once.
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
            var column = canvas.put(item.sign, cell.left, cell.top, Style(item.role, .bold), in: cell)
            column = canvas.put(
                "\(item.number)".leftPadded(numberWidth) + " ", column, cell.top, Style(.label), in: cell)
            let name = item.name.clipped(to: nameWidth, ellipsis: glyphs.ellipsis).rightPadded(nameWidth)
            column = canvas.put(
                name + " ", column, cell.top, Style(stands ? item.role : .text, stands ? .bold : []), in: cell
            )
            let barWidth = cell.right - column - valueWidth - 1
            Bar(share: item.share, style: Style(item.role)).draw(
                column, cell.top, barWidth, on: &canvas, glyphs)
            canvas.put(
                item.value.leftPadded(valueWidth), cell.right - valueWidth, cell.top,
                Style(stands ? item.role : .label), in: cell)
        }
    }
}
