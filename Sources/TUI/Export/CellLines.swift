/// The lines of a box-drawing character, from the middle of a cell to its sides.
struct CellLines: Equatable {
    /// Tells whether there is a line to each side.
    var left = false
    var right = false
    var up = false
    var down = false
    /// Tells whether the lines are heavy.
    var isHeavy = false
    /// Tells whether two lines meet in a quarter of a circle.
    var isRound = false
    /// The number of dashes into which a line from side to side is cut; 1 for none.
    var dashes = 1

    /// The lines of a character; `nil` if it is of a kind that charts and frames are not drawn with.
    init?(_ character: Character) {
        switch character {
        case "─": self.init("lr")
        case "━": self.init("lr", isHeavy: true)
        case "│": self.init("ud")
        case "┃": self.init("ud", isHeavy: true)
        case "╌": self.init("lr", dashes: 2)
        case "╍": self.init("lr", isHeavy: true, dashes: 2)
        case "╎": self.init("ud", dashes: 2)
        case "┄": self.init("lr", dashes: 3)
        case "┅": self.init("lr", isHeavy: true, dashes: 3)
        case "┆": self.init("ud", dashes: 3)
        case "┈": self.init("lr", dashes: 4)
        case "┉": self.init("lr", isHeavy: true, dashes: 4)
        case "┊": self.init("ud", dashes: 4)
        case "┋": self.init("ud", isHeavy: true, dashes: 4)
        case "┌": self.init("rd")
        case "┐": self.init("ld")
        case "└": self.init("ru")
        case "┘": self.init("lu")
        case "╭": self.init("rd", isRound: true)
        case "╮": self.init("ld", isRound: true)
        case "╰": self.init("ru", isRound: true)
        case "╯": self.init("lu", isRound: true)
        case "├": self.init("udr")
        case "┤": self.init("udl")
        case "┬": self.init("lrd")
        case "┴": self.init("lru")
        case "┼": self.init("lrud")
        case "╴": self.init("l")
        case "╵": self.init("u")
        case "╶": self.init("r")
        case "╷": self.init("d")
        default: return nil
        }
    }

    private init(_ sides: String, isHeavy: Bool = false, isRound: Bool = false, dashes: Int = 1) {
        (left, right) = (sides.contains("l"), sides.contains("r"))
        (up, down) = (sides.contains("u"), sides.contains("d"))
        (self.isHeavy, self.isRound, self.dashes) = (isHeavy, isRound, dashes)
    }
}
