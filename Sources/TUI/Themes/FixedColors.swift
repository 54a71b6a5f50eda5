import Glibc

/// The colours that have numbers on terminals.
enum FixedColors {
    /// The 256 colours' entries from 16: a cube of six steps a side, then 24 greys.
    ///
    /// The first 16 are the user's own.
    static let indexed: [Color] = {
        let steps: [UInt8] = [0, 95, 135, 175, 215, 255]
        let cube = (0..<216).map { Color(steps[$0 / 36], steps[$0 / 6 % 6], steps[$0 % 6]) }
        let greys = (0..<24).map { step in
            let grey = UInt8(8 + 10 * step)
            return Color(grey, grey, grey)
        }
        return cube + greys
    }()

    /// The eight colours as xterm shows them, then their brighter forms, which most terminals use for bold text.
    static let basic: [Color] = [
        0x000000, 0xCD0000, 0x00CD00, 0xCDCD00, 0x0000EE, 0xCD00CD, 0x00CDCD, 0xE5E5E5,
        0x7F7F7F, 0xFF0000, 0x00FF00, 0xFFFF00, 0x5C5CFF, 0xFF00FF, 0x00FFFF, 0xFFFFFF,
    ].map(Color.init)
}

extension Color {
    /// The number of the entry among 256 that looks most like it, from 16.
    var nearestIndexed: Int {
        let choices = FixedColors.indexed
        return 16 + (choices.indices.min { distance(to: choices[$0]) < distance(to: choices[$1]) } ?? 0)
    }

    /// What comes nearest among eight colours, and can be read on a ground.
    ///
    /// Only the hue can be kept: in lightness and strength nothing is near. So a colour goes to the nearest hue, and a
    /// grey to the terminal's plain text.
    ///
    /// - Parameter ground: What it will stand on.
    /// - Returns: A number below 8, or `nil` for plain text; and whether bold makes it brighter.
    func nearestBasic(on ground: Color) -> (number: Int?, isBold: Bool) {
        let own = oklab
        guard hypot(own.a, own.b) > 0.04 else { return (nil, false) }
        let hue = atan2(own.b, own.a)
        func turn(_ index: Int) -> Double {
            let other = FixedColors.basic[index].oklab
            let turn = abs(atan2(other.b, other.a) - hue)
            return min(turn, 2 * .pi - turn)
        }
        // Bold is brighter on most terminals, which helps on a dark ground only.
        let candidates = Array(1...6) + (ground.luminance < 0.2 ? Array(9...14) : [])
        let readable = candidates.filter { FixedColors.basic[$0].contrast(with: ground) >= 3 }
        let best = readable.min { (turn($0), $0) < (turn($1), $1) }
        guard let best, turn(best) < .pi / 3 else { return (nil, false) }
        return (best % 8, best >= 8)
    }
}
