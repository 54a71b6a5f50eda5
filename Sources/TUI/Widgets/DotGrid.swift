/// A rectangle of cells in which single dots can be set: 2 × 4 a cell in braille, 1 × 2 in blocks, 1 in ASCII.
///
/// A cell has one colour, so series would mix where they meet. Here the one drawn last is opaque: it clears the
/// dots of others from the cells it enters, and curves stay apart.
struct DotGrid {
    /// The number of cells that it covers.
    let size: Size
    /// The number of dots in a cell.
    let density: (columns: Int, rows: Int)
    private let glyphs: Glyphs
    private var dots: [UInt8]
    /// The owner of each cell, as a place in ``known``; -1 where nobody owns it.
    private var owners: [Int16]
    private var known: [Owner] = []

    /// The curve that has drawn in a cell: its role, and its sign where dots can't be shown.
    struct Owner: Equatable {
        var role: Role
        var sign: Character
    }

    init(_ size: Size, _ glyphs: Glyphs) {
        self.size = size
        self.glyphs = glyphs
        density = glyphs.dots
        dots = Array(repeating: 0, count: size.columns * size.rows)
        owners = Array(repeating: -1, count: dots.count)
        (columns, rows) = (size.columns * density.columns, size.rows * density.rows)
    }

    /// The number of dots in each direction.
    let columns: Int
    let rows: Int

    /// The number of an owner, for drawing many dots.
    mutating func number(of owner: Owner) -> Int16 {
        if let place = known.firstIndex(of: owner) { return Int16(place) }
        known.append(owner)
        return Int16(known.count - 1)
    }

    /// Sets the dot at a place counted in dots from the upper left corner; outside nothing happens.
    mutating func set(_ column: Int, _ row: Int, _ owner: Owner) { set(column, row, number(of: owner)) }

    /// Sets a dot for the owner of that number.
    mutating func set(_ column: Int, _ row: Int, _ owner: Int16) {
        guard 0..<columns ~= column, 0..<rows ~= row else { return }
        let cell = row / density.rows * size.columns + column / density.columns
        if owners[cell] != owner {
            owners[cell] = owner
            dots[cell] = 0
        }
        dots[cell] |= 1 << UInt8(row % density.rows * density.columns + column % density.columns)
    }

    /// Gaps in a line, counted in dots along it.
    struct Dash: Equatable, Sendable {
        /// The number of dots from one gap to the next, and the number of them that are drawn.
        var period: Int
        var drawn: Int

        /// No gaps.
        static let none = Dash(period: 1, drawn: 1)

        /// Tells whether the dot at a place along the line is drawn.
        func draws(_ place: Int) -> Bool { place % max(1, period) < drawn }
    }

    /// Draws a straight line (Bresenham, 1965), both ends included.
    mutating func line(from start: (Int, Int), to end: (Int, Int), _ owner: Owner, dash: Dash = .none) {
        let (dx, dy) = (abs(end.0 - start.0), -abs(end.1 - start.1))
        let (sx, sy) = (start.0 < end.0 ? 1 : -1, start.1 < end.1 ? 1 : -1)
        var (x, y) = start
        let owner = number(of: owner)
        var error = dx + dy
        // Gaps are counted along the direction in which every step is one dot.
        let isSteep = -dy > dx
        while true {
            if dash.draws(isSteep ? y : x) { set(x, y, owner) }
            if x == end.0, y == end.1 { return }
            let doubled = 2 * error
            if doubled >= dy {
                error += dy
                x += sx
            }
            if doubled <= dx {
                error += dx
                y += sy
            }
        }
    }

    /// Puts the dots onto a canvas; cells without any keep what they show.
    func draw(on canvas: inout Canvas, at origin: Point) {
        for cell in dots.indices {
            guard owners[cell] >= 0, dots[cell] != 0 else { continue }
            let owner = known[Int(owners[cell])]
            let character = glyphs.character(dots: dots[cell]) ?? owner.sign
            canvas[origin.column + cell % size.columns, origin.row + cell / size.columns] =
                Cell(character, Style(owner.role))
        }
    }
}
