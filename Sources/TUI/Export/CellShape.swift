/// A character that is drawn rather than written, so that neighbours join whatever the font.
enum CellShape: Equatable {
    /// A part of a cell, in eighths of its width and height.
    struct Box: Equatable {
        var left, top, right, bottom: Int

        init(_ left: Int, _ top: Int, _ right: Int, _ bottom: Int) {
            (self.left, self.top, self.right, self.bottom) = (left, top, right, bottom)
        }
    }

    /// Parts of the cell that are filled, so strongly.
    case boxes([Box], strength: Double)
    /// Dots of a braille pattern: the bits as Unicode numbers them.
    case dots(UInt8)
    /// Lines through the middle.
    case lines(CellLines)

    /// The drawing of a character; `nil` if it has to be written.
    init?(_ character: Character) {
        guard let scalar = character.unicodeScalars.first, character.unicodeScalars.count == 1 else {
            return nil
        }
        switch scalar.value {
        case 0x2500...0x257F:
            guard let lines = CellLines(character) else { return nil }
            self = .lines(lines)
        case 0x2580...0x259F: self = Self.block(Int(scalar.value) - 0x2580)
        case 0x2800...0x28FF: self = .dots(UInt8(scalar.value - 0x2800))
        default: return nil
        }
    }

    /// The block elements, in Unicode's order.
    private static func block(_ number: Int) -> CellShape {
        switch number {
        case 0x00: .boxes([Box(0, 0, 8, 4)], strength: 1)
        case 0x01...0x08: .boxes([Box(0, 8 - number, 8, 8)], strength: 1)
        case 0x09...0x0F: .boxes([Box(0, 0, 16 - number, 8)], strength: 1)
        case 0x10: .boxes([Box(4, 0, 8, 8)], strength: 1)
        case 0x11...0x13: .boxes([Box(0, 0, 8, 8)], strength: Double(number - 0x10) / 4)
        case 0x14: .boxes([Box(0, 0, 8, 1)], strength: 1)
        case 0x15: .boxes([Box(7, 0, 8, 8)], strength: 1)
        default:
            .boxes(
                quadrants.indices.filter { quarters[number - 0x16] >> $0 & 1 == 1 }.map { quadrants[$0] },
                strength: 1)
        }
    }

    /// Upper left, upper right, lower left, lower right.
    private static let quadrants = [Box(0, 0, 4, 4), Box(4, 0, 8, 4), Box(0, 4, 4, 8), Box(4, 4, 8, 8)]
    /// The quadrants that ▖ and those behind it fill, the first in the lowest bit.
    private static let quarters = [
        0b0100, 0b1000, 0b0001, 0b1101, 0b1001, 0b0111, 0b1011, 0b0010, 0b0110, 0b1110,
    ]
}
