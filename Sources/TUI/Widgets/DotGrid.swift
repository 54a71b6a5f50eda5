/// A rectangle of cells in which single dots can be set: 2 × 4 a cell in braille, 2 × 2 in quadrants, 1 in ASCII.
///
/// A cell has one colour, so series would mix where they meet. Here the one drawn last is opaque: it clears the
/// dots of others from the cells it enters, and curves stay apart.
struct DotGrid {
    /// How many cells it covers.
    let size: Size
    /// How many dots there are in a cell.
    let density: (columns: Int, rows: Int)
    private let glyphs: Glyphs
    private var dots: [UInt8]
    private var owners: [Owner?]

    /// Who has drawn in a cell, and with which sign where dots can't be shown.
    struct Owner: Equatable {
        var role: Role
        var sign: Character
    }

    init(_ size: Size, _ glyphs: Glyphs) {
        self.size = size
        self.glyphs = glyphs
        density = Self.density(glyphs)
        dots = Array(repeating: 0, count: size.columns * size.rows)
        owners = Array(repeating: nil, count: dots.count)
    }

    /// How many dots a cell has with these glyphs.
    static func density(_ glyphs: Glyphs) -> (columns: Int, rows: Int) {
        switch glyphs {
        case .braille: (2, 4)
        case .block: (2, 2)
        case .ascii: (1, 1)
        }
    }

    /// How many dots there are in all directions.
    var columns: Int { size.columns * density.columns }
    var rows: Int { size.rows * density.rows }

    /// Sets the dot at a place counted in dots from the upper left corner; outside nothing happens.
    mutating func set(_ column: Int, _ row: Int, _ owner: Owner) {
        guard 0..<columns ~= column, 0..<rows ~= row else { return }
        let cell = row / density.rows * size.columns + column / density.columns
        if owners[cell] != owner {
            owners[cell] = owner
            dots[cell] = 0
        }
        dots[cell] |= 1 << UInt8(row % density.rows * density.columns + column % density.columns)
    }

    /// Draws a straight line (Bresenham, 1965), both ends included.
    mutating func line(from start: (Int, Int), to end: (Int, Int), _ owner: Owner) {
        let (dx, dy) = (abs(end.0 - start.0), -abs(end.1 - start.1))
        let (sx, sy) = (start.0 < end.0 ? 1 : -1, start.1 < end.1 ? 1 : -1)
        var (x, y) = start
        var error = dx + dy
        while true {
            set(x, y, owner)
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
            guard let owner = owners[cell], dots[cell] != 0 else { continue }
            let place = Point(origin.column + cell % size.columns, origin.row + cell / size.columns)
            canvas.put(String(sign(dots[cell], owner)), place.column, place.row, Style(owner.role))
        }
    }

    private func sign(_ dots: UInt8, _ owner: Owner) -> Character {
        switch glyphs {
        case .braille: Self.braille[Int(dots)]
        case .block: Self.quadrants[Int(dots)]
        case .ascii: owner.sign
        }
    }

    /// Unicode numbers braille dots column by column, the two lowest last; ours run row by row.
    private static let braille: [Character] = (0..<256).map { (dots: UInt32) in
        let bits: [UInt32] = [0x01, 0x08, 0x02, 0x10, 0x04, 0x20, 0x40, 0x80]
        let pattern = bits.indices.reduce(UInt32(0)) { $0 | (dots >> UInt32($1) & 1 == 1 ? bits[$1] : 0) }
        return Unicode.Scalar(0x2800 + pattern).map(Character.init) ?? " "
    }

    private static let quadrants: [Character] = [
        " ", "▘", "▝", "▀", "▖", "▌", "▞", "▛", "▗", "▚", "▐", "▜", "▄", "▙", "▟", "█",
    ]
}
