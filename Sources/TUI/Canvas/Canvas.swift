/// The screen as a grid of cells, drawn without a terminal.
///
/// Whatever is put on it is clipped to the rectangle it is meant for, and made harmless on the way: no control
/// character from a file gets past this type.
public struct Canvas: Equatable, Sendable {
    /// The width and height, in columns and rows.
    public let size: Size
    /// The cells, row after row; `[rows × columns]`.
    public private(set) var cells: [Cell]
    /// The place of the text cursor, if one should be seen.
    public var cursor: Point?
    /// The areas that can be clicked on, the uppermost last.
    public private(set) var links: [Link] = []

    /// Makes an empty screen.
    public init(_ size: Size) {
        self.size = size
        cells = Array(repeating: Cell(), count: size.columns * size.rows)
    }

    /// The whole screen.
    public var bounds: Rect { Rect(size) }

    /// The cell at a place; writing outside the screen does nothing.
    public subscript(column: Int, row: Int) -> Cell {
        get {
            bounds.contains(Point(column, row)) ? cells[row * size.columns + column] : Cell()
        }
        set {
            guard bounds.contains(Point(column, row)) else { return }
            cells[row * size.columns + column] = newValue
        }
    }

    /// The cells of one row.
    public func row(_ row: Int) -> ArraySlice<Cell> {
        cells[row * size.columns..<(row + 1) * size.columns]
    }

    /// The mark, one column wide, in the place of the last letter where a word is cut off; none by default.
    var ellipsis: Character?

    /// Writes text on one row.
    ///
    /// - Parameters:
    ///   - text: The text; control characters become harmless marks.
    ///   - column: The column in which it begins.
    ///   - row: The row.
    ///   - style: The style of its cells.
    ///   - area: The area that it must not leave; the screen if `nil`.
    /// - Returns: The column behind the text.
    @discardableResult
    public mutating func put(
        _ text: some StringProtocol, _ column: Int, _ row: Int, _ style: Style = Style(), in area: Rect? = nil
    ) -> Int {
        let clip = area.map { $0.intersection(bounds) } ?? bounds
        guard clip.top..<max(clip.top, clip.bottom) ~= row else { return column }
        var position = column
        var last: (character: Character, column: Int)?
        for character in text {
            let printable = character.printable
            let width = printable.columns
            guard position + width <= clip.right else {
                // Half a word, or half a number, would be read as a whole one.
                if let ellipsis, let last, last.column >= clip.left, last.character.isOfWord,
                    character.isOfWord
                {
                    set(ellipsis, 1, last.column, row, style)
                }
                break
            }
            if position >= clip.left { set(printable, width, position, row, style) }
            last = (printable, position)
            position += width
        }
        return position
    }

    private mutating func set(_ character: Character, _ width: Int, _ column: Int, _ row: Int, _ style: Style)
    {
        let place = row * size.columns + column
        // A part of a wide character can't stay behind.
        if cells[place].isRightHalf { blankHead(of: place, from: place - column) }
        var next = place + width
        while next < place - column + size.columns, cells[next].isRightHalf {
            cells[next].character = " "
            next += 1
        }
        cells[place] = Cell(character, style)
        for half in 1..<max(1, width) { cells[place + half] = Cell(Cell.rightHalf, style) }
    }

    /// Blanks the columns of a wide character up to one of them.
    private mutating func blankHead(of place: Int, from start: Int) {
        var head = place
        while head > start, cells[head].isRightHalf {
            cells[head].character = " "
            head -= 1
        }
        cells[head].character = " "
    }

    /// Fills a rectangle with one character, which takes one column; others leave it blank.
    public mutating func fill(_ area: Rect, _ character: Character = " ", _ style: Style = Style()) {
        let area = area.intersection(bounds)
        let printable = character.printable
        let character = printable.columns == 1 ? printable : " "
        guard !area.isEmpty else { return }
        let cell = Cell(character, style)
        for row in area.top..<area.bottom {
            // Wide characters can be cut at both ends alone.
            for column in [area.left, area.right - 1] { set(character, 1, column, row, style) }
            let start = row * size.columns
            for place in start + area.left..<start + area.right { cells[place] = cell }
        }
    }

    /// Lays a surface under what a rectangle holds already.
    public mutating func lay(_ surface: Surface, under area: Rect) {
        let area = area.intersection(bounds)
        for row in area.top..<max(area.top, area.bottom) {
            for column in area.left..<max(area.left, area.right) {
                cells[row * size.columns + column].style.surface = surface
            }
        }
    }

    /// Makes a part of the screen do something when it is clicked on, or nothing that what lies below would do.
    public mutating func link(_ area: Rect, to command: Command?) {
        let area = area.intersection(bounds)
        if !area.isEmpty { links.append(Link(area: area, command: command)) }
    }

    /// The uppermost link at a place.
    func link(at point: Point) -> Link? { links.last { $0.area.contains(point) } }

    /// A part of the screen as a canvas of its own, without its links.
    public func part(_ area: Rect) -> Canvas {
        let area = area.intersection(bounds)
        var part = Canvas(area.size)
        for row in 0..<area.rows {
            for column in 0..<area.columns {
                part.cells[row * area.columns + column] = self[area.left + column, area.top + row]
            }
        }
        return part
    }

    /// The rows as text, without the spaces at their ends.
    public var lines: [String] {
        (0..<size.rows).map { row in
            var line = ""
            for cell in self.row(row) where cell.character != Cell.rightHalf { line.append(cell.character) }
            while line.utf8.last == 0x20 { line.removeLast() }
            return line
        }
    }
}

extension Character {
    /// A letter or a digit, where a word does not end.
    fileprivate var isOfWord: Bool { isLetter || isNumber }
}
