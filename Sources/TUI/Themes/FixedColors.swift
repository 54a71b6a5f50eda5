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

    /// The same colours in Oklab, where distances are as the eye sees them.
    static let places = indexed.map(\.oklab)

    /// The eight colours as xterm shows them, then their brighter forms, which most terminals use for bold text.
    static let basic: [Color] = [
        0x000000, 0xCD0000, 0x00CD00, 0xCDCD00, 0x0000EE, 0xCD00CD, 0x00CDCD, 0xE5E5E5,
        0x7F7F7F, 0xFF0000, 0x00FF00, 0xFFFF00, 0x5C5CFF, 0xFF00FF, 0x00FFFF, 0xFFFFFF,
    ].map(Color.init)
}

extension Color {
    /// The number among 256: the user's own, or else that of the fixed entry, from 16, that looks most like it.
    var nearestIndexed: Int {
        if let entry { return Int(entry) }
        let mine = oklab
        func distance(_ place: (lightness: Double, a: Double, b: Double)) -> Double {
            let (lightness, a, b) = (place.lightness - mine.lightness, place.a - mine.a, place.b - mine.b)
            return lightness * lightness + a * a + b * b
        }
        var (nearest, least) = (0, Double.infinity)
        for (index, place) in FixedColors.places.enumerated() where distance(place) < least {
            (nearest, least) = (index, distance(place))
        }
        return 16 + nearest
    }

    /// The number on a terminal that takes any colour.
    ///
    /// There the first eight numbers are still the user's own colours; their brighter forms have none, and are as
    /// xterm shows them.
    var direct: Int {
        if let entry, entry < 8 { return Int(entry) }
        return value == 0 ? 0 : max(8, Int(value))
    }

    /// The nearest among eight or sixteen colours that can be read on a ground.
    ///
    /// Only the hue can be kept: in lightness and strength nothing is near. So a colour goes to the nearest hue, and a
    /// grey to the terminal's plain text. The user's own colours stay what they are.
    ///
    /// - Parameters:
    ///   - ground: The ground behind it.
    ///   - hasBright: The brighter forms have numbers, 8 to 15; else bold brings them about.
    /// - Returns: The number, or `nil` for plain text; and what makes it brighter or quieter.
    func nearestBasic(on ground: Color, hasBright: Bool) -> (number: Int?, attributes: Attributes) {
        func seen(_ number: Int) -> (number: Int?, attributes: Attributes) {
            if number < 8 || hasBright { return (number, []) }
            // If bold is no brighter, bright black would be black, and invisible.
            return number == 8 ? (nil, .dim) : (number - 8, .bold)
        }
        if let entry { return seen(Int(entry)) }
        let own = oklab
        guard hypot(own.a, own.b) > 0.04 else { return (nil, []) }
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
        guard let best, turn(best) < .pi / 3 else { return (nil, []) }
        return seen(best)
    }
}
