extension Palette {
    /// The colours of pictures, and of what is written over them.
    struct Shades: Equatable, Sendable {
        /// By shade; empty where there are too few colours for pictures.
        private let numbers: [Int32]
        /// By role, then by shade: the number of black or white where the role's own colour could not be read.
        private let letters: [Int32?]

        /// Mixes the shades of a theme.
        init(_ theme: Theme, _ known: inout Numbers) {
            guard known.depth == .direct || known.depth == .indexed else {
                (numbers, letters) = ([], [])
                return
            }
            let colors = theme.shades(at: known.depth)
            numbers = colors.map { known[$0] }
            let (black, white) = (known[Color(0x000000)], known[Color(0xFFFFFF)])
            let grounds = colors.map(\.luminance)
            letters = Role.allCases.flatMap { role in
                let own = theme[role].foreground.map { $0.shown(at: known.depth).luminance }
                return grounds.map { ground -> Int32? in
                    if let own, Color.contrast(own, ground) >= 4.5 { return nil }
                    return Color.contrast(0, ground) > Color.contrast(1, ground) ? black : white
                }
            }
        }

        var isEmpty: Bool { numbers.isEmpty }

        /// The number of a shade.
        subscript(shade: Shade) -> Int32 { numbers[Int(shade.index)] }

        /// The colour number of a role's letters on a shade, if it is not the role's own.
        func letters(_ role: Role, on shade: Shade) -> Int32? {
            letters[Int(role.rawValue) * numbers.count + Int(shade.index)]
        }
    }
}

extension Theme {
    /// The colours that are seen of all shades, in the order of their places.
    func shades(at depth: ColorDepth) -> [Color] {
        let colors = Shade.all.map(color(of:))
        guard depth == .indexed else { return colors }
        let groups = Shade.steps..<Shade.steps + Shade.groups
        return colors[..<groups.lowerBound].map { $0.shown(at: depth) } + FixedColors.apart(colors[groups])
            + colors[groups.upperBound...].map { $0.shown(at: depth) }
    }
}

extension Color {
    /// The colour that is seen: among 256, the nearest fixed one.
    func shown(at depth: ColorDepth) -> Color {
        guard depth == .indexed, entry == nil else { return self }
        return FixedColors.indexed[nearestIndexed - 16]
    }
}
