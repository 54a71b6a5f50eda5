/// Rows in columns with heads, one of them chosen.
///
/// Only the rows that are seen are asked for, so a table may have any number of them.
struct Table {
    /// One column.
    struct Column {
        /// The sides on which entries stand.
        enum Alignment {
            case left, right
        }

        var title: String
        var alignment = Alignment.right
        /// The command that a click on its head carries out.
        var command: Command?
    }

    var columns: [Column]
    /// The column by which rows are sorted, if by any, and the direction.
    var sorting: (column: Int, ascending: Bool)?
    /// The number of rows.
    var rows: Int
    /// The chosen row, and the first one that is seen.
    var position = ListPosition()
    /// Tells whether the chosen row is that of the pane in focus; `nil` where none is chosen.
    var isFocused: Bool?
    /// Finds the text of an entry.
    var entry: (_ row: Int, _ column: Int) -> String
    /// Finds the role of a row that stands out.
    var role: (_ row: Int) -> Role? = { _ in nil }
    /// Finds the command that a click on a row carries out.
    var command: (_ row: Int) -> Command? = { _ in nil }

    /// Counts the rows that an area shows below the heads.
    static func capacity(_ area: Rect) -> Int { max(0, area.rows - 1) }

    func draw(in area: Rect, on canvas: inout Canvas, _ glyphs: Glyphs) {
        guard !area.isEmpty, !columns.isEmpty else { return }
        let first = max(0, min(position.top, rows - Self.capacity(area)))
        let shown = first..<max(first, min(rows, first + Self.capacity(area)))
        let texts = shown.map { row in columns.indices.map { entry(row, $0) } }
        let heads = columns.indices.map { head($0, glyphs) }
        let widths = widths(heads, texts, room: area.columns)
        let (top, body) = area.splitTop(1)
        drawRow(heads, widths, in: top, on: &canvas, glyphs) { column in
            Style(sorting?.column == column ? .accent : .label, sorting?.column == column ? .bold : [])
        }
        linkHeads(widths, in: top, on: &canvas)
        for (index, row) in shown.enumerated() {
            let line = Rect(body.left, body.top + index, body.columns, 1)
            let style = Style(role(row) ?? .text, role(row) == nil ? [] : .bold)
            drawRow(texts[index], widths, in: line, on: &canvas, glyphs) { _ in style }
            if let command = command(row) { canvas.link(line, to: command) }
            guard let isFocused, row == position.cursor else { continue }
            canvas.lay(isFocused ? .selection : .quietSelection, under: line)
        }
    }

    private func linkHeads(_ widths: [Int], in area: Rect, on canvas: inout Canvas) {
        var left = area.left
        for (column, width) in widths.enumerated() where width > 0 {
            if let command = columns[column].command {
                canvas.link(Rect(left, area.top, width, 1).intersection(area), to: command)
            }
            left += width + Self.gap
        }
    }

    private func head(_ column: Int, _ glyphs: Glyphs) -> String {
        guard let sorting, sorting.column == column else { return columns[column].title }
        let sign = sorting.ascending ? glyphs.beyond.above : glyphs.beyond.below
        return "\(columns[column].title)\(sign)"
    }

    private static let gap = 2

    /// The widths of the columns; those for which there is no room have 0.
    ///
    /// Columns of text give way first, down to a few letters; then the last columns are left out.
    private func widths(_ heads: [String], _ texts: [[String]], room: Int) -> [Int] {
        var widths = columns.indices.map { column in
            texts.reduce(heads[column].columns) { max($0, $1[column].columns) }
        }
        func excess() -> Int {
            let shown = widths.filter { $0 > 0 }
            return shown.reduce(0, +) + Self.gap * max(0, shown.count - 1) - room
        }
        let narrowest = 6
        let texts = columns.indices.filter { columns[$0].alignment == .left }
        for column in texts.sorted(by: { widths[$0] > widths[$1] }) where excess() > 0 {
            widths[column] = max(min(widths[column], narrowest), widths[column] - excess())
        }
        for column in columns.indices.dropFirst().reversed() where excess() > 0 { widths[column] = 0 }
        if excess() > 0 { widths[0] = max(0, room) }
        return widths
    }

    private func drawRow(
        _ texts: [String], _ widths: [Int], in area: Rect, on canvas: inout Canvas, _ glyphs: Glyphs,
        style: (Int) -> Style
    ) {
        var left = area.left
        for (column, width) in widths.enumerated() where width > 0 {
            let text = texts[column].clipped(to: width, ellipsis: glyphs.ellipsis)
            let start = columns[column].alignment == .left ? left : left + width - text.columns
            canvas.put(text, start, area.top, style(column), in: area)
            left += width + Self.gap
        }
    }
}
