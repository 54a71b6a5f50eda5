/// A square table of numbers as shades: how often each class is taken for each class.
///
/// Rows are true classes, columns predicted ones. Where not all of them fit, those around the chosen one are seen. In
/// the smallest cells two classes share a row of the screen; in the largest each cell has its number.
struct ConfusionGrid {
    /// The sizes of cells.
    enum Zoom: Int, CaseIterable, Comparable, Sendable {
        /// Half a row and one column each.
        case dots
        /// One row and two columns each.
        case squares
        /// One row each, and columns enough for their numbers.
        case numbers

        static func < (left: Zoom, right: Zoom) -> Bool { left.rawValue < right.rawValue }
    }

    /// The number of classes.
    let classes: Int
    /// The names of the classes, in the order in which they stand.
    var names: [String]
    /// The text in large cells, by row and column in the order in which they stand.
    var text: (_ row: Int, _ column: Int) -> String
    /// The place of a cell on the scale, from 0 to 1; 0 where it is empty.
    var share: (_ row: Int, _ column: Int) -> Double
    /// The chosen cell.
    var chosen: (row: Int, column: Int)
    /// The size of cells; `nil` for the largest at which all of them fit, and at least dots.
    var zoom: Zoom?
    /// The command that a click on a cell carries out.
    var command: (_ row: Int, _ column: Int) -> Command? = { _, _ in nil }

    /// The places of the parts, and the classes that are seen.
    struct Parts {
        var zoom: Zoom
        var labels: Rect
        var heads: Rect
        var body: Rect
        /// The width of a cell.
        var width: Int
        var rows: Range<Int>
        var columns: Range<Int>
    }

    /// The widest number; at least as wide as the head of its column.
    private var numberWidth: Int {
        var widest = "\(max(0, classes - 1))".columns
        for row in 0..<classes {
            for column in 0..<classes { widest = max(widest, text(row, column).columns) }
        }
        return widest + 1
    }

    private func cellWidth(_ zoom: Zoom) -> Int {
        switch zoom {
        case .dots: 1
        case .squares: 2
        case .numbers: numberWidth
        }
    }

    /// Divides an area.
    func parts(of area: Rect) -> Parts {
        let longest = names.lazy.map(\.columns).max() ?? 0
        let labelWidth =
            area.columns >= 24 ? min(longest + 1, max(6, area.columns / 4, area.columns - classes)) : 0
        let (labels, rest) = area.splitLeft(labelWidth)
        let (heads, body) = rest.splitTop(rest.rows >= 4 ? 1 : 0)
        let fitting = Zoom.allCases.last { zoom in
            cellWidth(zoom) * classes <= body.columns
                && (zoom == .dots ? (classes + 1) / 2 : classes) <= body.rows
        }
        let zoom = self.zoom ?? fitting ?? .dots
        let width = cellWidth(zoom)
        let down = zoom == .dots ? body.rows * 2 : body.rows
        var rows = Self.window(around: chosen.row, of: classes, seen: down)
        // Pairs that share a row of the screen stay pairs.
        if zoom == .dots, !rows.lowerBound.isMultiple(of: 2) {
            rows = rows.lowerBound - 1..<max(rows.lowerBound - 1, rows.upperBound - 1)
            if rows.upperBound == classes - 1, rows.count < down { rows = rows.lowerBound..<classes }
        }
        let columns = Self.window(around: chosen.column, of: classes, seen: body.columns / max(1, width))
        let high = zoom == .dots ? (rows.count + 1) / 2 : rows.count
        return Parts(
            zoom: zoom, labels: Rect(labels.left, body.top, labels.columns, min(high, body.rows)),
            heads: heads,
            body: Rect(body.left, body.top, columns.count * width, min(high, body.rows)), width: width,
            rows: rows, columns: columns)
    }

    /// The part of the classes that is seen, in words; `nil` where all are.
    func seen(in area: Rect, _ glyphs: Glyphs) -> String? {
        let parts = parts(of: area)
        func part(_ name: String, _ range: Range<Int>) -> String? {
            guard range.count < classes else { return nil }
            return "\(name) \(range.lowerBound + 1)\(glyphs.dash)\(range.upperBound)"
        }
        let texts = [part("rows", parts.rows), part("columns", parts.columns)].compactMap(\.self)
        return texts.isEmpty ? nil : texts.joined(separator: ", ") + " of \(classes)"
    }

    /// The part of a list that is seen, with one of its places as near to the middle as can be.
    private static func window(around place: Int, of count: Int, seen: Int) -> Range<Int> {
        let seen = min(max(0, seen), count)
        let start = max(0, min(count - seen, place - seen / 2))
        return start..<start + seen
    }

    func draw(in area: Rect, on canvas: inout Canvas, _ glyphs: Glyphs) {
        guard !area.isEmpty, classes > 0 else { return }
        let parts = parts(of: area)
        for line in 0..<parts.body.rows {
            for (place, column) in parts.columns.enumerated() {
                let cell = Rect(
                    parts.body.left + place * parts.width, parts.body.top + line, parts.width, 1)
                if parts.zoom == .dots {
                    let row = parts.rows.lowerBound + 2 * line
                    drawDots(
                        row, row + 1 < parts.rows.upperBound ? row + 1 : nil, column, cell, on: &canvas,
                        glyphs)
                } else {
                    drawCell(parts.rows.lowerBound + line, column, cell, parts.zoom, on: &canvas, glyphs)
                }
            }
        }
        drawLabels(parts, on: &canvas, glyphs)
        drawHeads(parts, on: &canvas)
    }

    private func drawDots(
        _ upper: Int, _ lower: Int?, _ column: Int, _ cell: Rect, on canvas: inout Canvas, _ glyphs: Glyphs
    ) {
        let shares = (share(upper, column), lower.map { share($0, column) } ?? 0)
        let most = max(shares.0, shares.1)
        var sign = Self.density(most, glyphs)
        var style = Style().on(.halves(upper: .heat(shares.0), lower: .heat(shares.1)))
        if chosen.column == column, chosen.row == upper || chosen.row == lower {
            let isUpper = chosen.row == upper
            sign = glyphs == .ascii ? (isUpper ? "^" : "v") : (isUpper ? "▀" : "▄")
            style = Style(.cursor, .bold).on(.ground(.heat(isUpper ? shares.1 : shares.0)))
        }
        canvas.put(String(sign), cell.left, cell.top, style, in: cell)
        let clicked = lower.map { shares.1 > shares.0 ? $0 : upper } ?? upper
        if let command = command(clicked, column) { canvas.link(cell, to: command) }
    }

    private func drawCell(
        _ row: Int, _ column: Int, _ cell: Rect, _ zoom: Zoom, on canvas: inout Canvas, _ glyphs: Glyphs
    ) {
        let share = share(row, column)
        let isChosen = chosen.row == row && chosen.column == column
        let ground = Shading.ground(.heat(share))
        if zoom == .numbers {
            let text = text(row, column).leftPadded(cell.columns)
            var style = Style(row == column ? .success : .text, row == column ? .bold : []).on(ground)
            if isChosen { style = Style(.cursor, [.bold, .reverse]) }
            canvas.put(text, cell.left, cell.top, style, in: cell)
        } else {
            let sign = isChosen ? "[]" : String(repeating: Self.density(share, glyphs), count: cell.columns)
            let style =
                isChosen
                ? Style(.cursor, .bold).on(ground)
                : Style().on(.halves(upper: .heat(share), lower: .heat(share)))
            canvas.put(sign, cell.left, cell.top, style, in: cell)
        }
        if let command = command(row, column) { canvas.link(cell, to: command) }
    }

    /// The character for a share where there are no shades: something is never nothing.
    private static func density(_ share: Double, _ glyphs: Glyphs) -> Character {
        let signs = glyphs.densities
        guard share > 0 else { return glyphs.track }
        return signs[max(1, min(signs.count - 1, Int((share * Double(signs.count - 1)).rounded())))]
    }

    private func drawLabels(_ parts: Parts, on canvas: inout Canvas, _ glyphs: Glyphs) {
        guard parts.labels.columns > 1 else { return }
        for line in 0..<parts.labels.rows {
            let step = parts.zoom == .dots ? 2 : 1
            let first = parts.rows.lowerBound + line * step
            // Of two that share a row, the chosen one has the word.
            let row =
                step == 2 && chosen.row == first + 1 && first + 1 < parts.rows.upperBound ? first + 1 : first
            guard names.indices.contains(row) else { continue }
            let room = parts.labels.columns - 1
            let style = Style(chosen.row == row ? .accent : .label, chosen.row == row ? .bold : [])
            canvas.put(
                names[row].clipped(to: room, ellipsis: glyphs.ellipsis).leftPadded(room), parts.labels.left,
                parts.labels.top + line, style, in: parts.labels)
        }
    }

    /// The places of the columns, as many as have room; always that of the chosen one.
    private func drawHeads(_ parts: Parts, on canvas: inout Canvas) {
        guard !parts.heads.isEmpty else { return }
        func put(_ column: Int, _ style: Style) -> Range<Int> {
            let text = heads.indices.contains(column) ? heads[column] : "\(column)"
            let right = parts.body.left + (column - parts.columns.lowerBound + 1) * parts.width
            let left = max(parts.heads.left, min(right - text.columns, parts.heads.right - text.columns))
            canvas.put(text, left, parts.heads.top, style, in: parts.heads)
            return left..<left + text.columns
        }
        let taken = parts.columns.contains(chosen.column) ? put(chosen.column, Style(.accent, .bold)) : 0..<0
        var free = parts.heads.left
        let step = parts.zoom == .dots ? 5 : 1
        for column in parts.columns where column.isMultiple(of: step) && column != chosen.column {
            let text = heads.indices.contains(column) ? heads[column] : "\(column)"
            let right = parts.body.left + (column - parts.columns.lowerBound + 1) * parts.width
            let range = right - text.columns..<right
            guard range.lowerBound >= free, range.upperBound <= parts.heads.right,
                range.upperBound < taken.lowerBound || range.lowerBound > taken.upperBound || taken.isEmpty
            else { continue }
            free = put(column, Style(.label)).upperBound + 1
        }
    }

    /// The heads of the columns; their places where nothing else is given.
    var heads: [String] = []
}
