/// The characters of charts.
extension Glyphs {
    /// The number of dots in a cell.
    var dots: (columns: Int, rows: Int) {
        switch self {
        case .braille: (2, 4)
        case .block: (1, 2)
        case .ascii: (1, 1)
        }
    }

    /// The character that shows a cell's dots.
    ///
    /// - Parameter pattern: One bit a dot, row after row, the upper left one lowest.
    /// - Returns: The character, or `nil` in ASCII, where each curve has a sign of its own.
    func character(dots pattern: UInt8) -> Character? {
        switch self {
        case .braille: Self.eights[Int(pattern)]
        case .block: Self.halves[Int(pattern & 3)]
        case .ascii: nil
        }
    }

    /// Unicode numbers braille dots column by column, the two lowest last; ours run row by row.
    private static let eights: [Character] = (0..<256).map { (dots: UInt32) in
        let bits: [UInt32] = [0x01, 0x08, 0x02, 0x10, 0x04, 0x20, 0x40, 0x80]
        let pattern = bits.indices.reduce(UInt32(0)) { $0 | (dots >> UInt32($1) & 1 == 1 ? bits[$1] : 0) }
        return Unicode.Scalar(0x2800 + pattern).map(Character.init) ?? " "
    }

    private static let halves: [Character] = [" ", "▀", "▄", "█"]

    /// The signs of curves in a legend: dots and lines; `nil` in ASCII, where each curve has its own sign.
    var samples: (dots: String, line: String)? {
        switch self {
        case .braille: ("⠶⠶", "━━")
        case .block: ("■■", "──")
        case .ascii: nil
        }
    }

    /// The sign in a legend of a line with gaps.
    var dashedSample: String? { self == .braille ? "╍╍" : self == .block ? "--" : nil }

    /// A horizontal line to compare with.
    var level: Character { self == .braille ? "╌" : "-" }
    /// A vertical line at a place that is marked.
    var mark: Character { self == .braille ? "┊" : ":" }
    /// The line at the place that is read.
    var cursor: Character { self == .ascii ? "|" : "│" }
    /// Something lies beyond the upper edge, or the lower one; also: sorted upwards, downwards.
    var beyond: (above: Character, below: Character) { self == .ascii ? ("^", "v") : ("▲", "▼") }
    /// An area between two curves, where dots are too few for a pattern.
    var area: Character { self == .ascii ? ":" : "░" }
    /// A vertical bar's cells, from one eighth full to full.
    var rises: [Character] {
        switch self {
        case .braille: ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]
        // The console's font has halves only.
        case .block: ["▄", "▄", "▄", "▄", "█", "█", "█", "█"]
        case .ascii: [".", ".", ".", ".", "#", "#", "#", "#"]
        }
    }
    /// The characters for numbers where shades can't be seen, from little to much.
    var densities: [Character] {
        self == .ascii ? [" ", ".", ":", "+", "*", "#", "@"] : [" ", "░", "▒", "▓", "█"]
    }
    /// A sign for each group of points that can be told apart by shape alone.
    var points: [Character] {
        self == .braille
            ? ["●", "▲", "■", "◆", "○", "△", "□", "◇"] : ["o", "x", "+", "*", "a", "b", "c", "d"]
    }
    /// The characters that fill the regions of groups where shades can't be seen.
    var regions: [Character] {
        self == .ascii
            ? [" ", ".", ":", "-", "=", "~", "'", ","] : [" ", "·", "░", "-", ":", "~", "▒", "="]
    }
}
