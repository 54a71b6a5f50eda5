/// A theme on a given terminal: a colour number for each colour, or attributes where colours are missing.
public struct Palette: Equatable, Sendable {
    /// The look of a cell, in a terminal's numbers.
    public struct Ink: Equatable, Sendable {
        /// The letters' colour number; -1 for the terminal's own.
        public var foreground: Int32
        /// The ground's colour number; -1 for the terminal's own.
        public var background: Int32
        /// Bold and the like.
        public var attributes: Attributes
    }

    private let inks: [Ink]
    private let shades: Shades

    /// Mixes the colours that a terminal can show.
    ///
    /// - Parameters:
    ///   - theme: The theme to show.
    ///   - depth: The colours that the terminal can show.
    public init(_ theme: Theme, depth: ColorDepth) {
        var numbers = Numbers(depth: depth)
        inks = Role.allCases.flatMap { role in
            Surface.allCases.map { Self.ink(theme, role, $0, &numbers) }
        }
        shades = Shades(theme, &numbers)
    }

    /// The character to send for a cell: half a cell where two shades fill it.
    public func character(of cell: Cell) -> Character {
        if case .halves = cell.style.shading, !shades.isEmpty { "\u{2580}" } else { cell.character }
    }

    /// The look of a style.
    public subscript(style: Style) -> Ink {
        var ink = inks[Int(style.role.rawValue) * Surface.allCases.count + Int(style.surface.rawValue)]
        ink.attributes = ink.attributes.laid(under: style.attributes)
        guard let shading = style.shading, !shades.isEmpty else { return ink }
        switch shading {
        case .halves(let upper, let lower):
            return Ink(foreground: shades[upper], background: shades[lower], attributes: [])
        case .ground(let shade):
            ink.background = shades[shade]
            ink.foreground = shades.letters(style.role, on: shade) ?? ink.foreground
            // Exchanged, the shade would be the letters' colour, and say nothing.
            ink.attributes.remove(.reverse)
            return ink
        }
    }

    private static func ink(_ theme: Theme, _ role: Role, _ surface: Surface, _ numbers: inout Numbers) -> Ink
    {
        let (look, under) = (theme[role], theme[surface])
        switch numbers.depth {
        case .direct, .indexed:
            let ground = look.background ?? theme.ground(of: surface)
            // A role with a ground of its own keeps it where the row is reversed.
            let below = look.background == nil ? under.attributes : under.attributes.subtracting(.reverse)
            return Ink(
                foreground: numbers[look.foreground], background: numbers[ground],
                attributes: below.laid(under: look.attributes))
        case .basic, .bright: return fewColors(theme, role, surface, numbers.depth)
        case .none:
            let below = under.attributes.union(surface.ornament)
            return Ink(
                foreground: -1, background: -1,
                attributes: below.laid(under: look.attributes.union(role.ornament)))
        }
    }

    /// Eight or sixteen colours have no quiet shades for a ground, so only the screen has one, and rows are reversed;
    /// but for grounds that are among these colours.
    private static func fewColors(
        _ theme: Theme, _ role: Role, _ surface: Surface, _ depth: ColorDepth
    ) -> Ink {
        let (look, under) = (theme[role], theme[surface])
        let paper = theme.ground(of: .background).map { ground in
            number(ofGround: ground, depth) ?? (ground.luminance < 0.2 ? 0 : 7)
        }
        let row = surface == .background ? nil : under.background.flatMap { number(ofGround: $0, depth) }
        let own = look.background.flatMap { number(ofGround: $0, depth) }
        let ground = own ?? row ?? paper

        var below = under.attributes
        if row == nil { below.formUnion(surface.ornament) }
        if own != nil { below.remove(.reverse) }
        var attributes = look.attributes
        // A look with a ground that can't be shown is reversed plain text here.
        let letters = look.background == nil || own != nil ? look.foreground : nil
        let isGiven = letters?.entry != nil
        attributes.formUnion(
            role.ornament.intersection(look.background == nil ? (isGiven ? [] : .dim) : [.dim, .reverse]))
        if own != nil { attributes.remove(.reverse) }
        let nearest = letters?.nearestBasic(
            on: FixedColors.basic[ground ?? 0], hasBright: depth == .bright)
        attributes.formUnion(nearest?.attributes ?? [])
        return Ink(
            foreground: Int32(nearest?.number ?? ground.map { $0 % 8 == 7 ? 0 : 7 } ?? -1),
            background: Int32(ground ?? -1), attributes: below.laid(under: attributes))
    }

    /// The number of a ground that is one of the user's own colours; without numbers of their own, the brighter forms
    /// can't be grounds.
    private static func number(ofGround color: Color, _ depth: ColorDepth) -> Int? {
        guard let entry = color.entry, entry < 8 || depth == .bright else { return nil }
        return Int(entry)
    }
}

extension Palette {
    /// The numbers of colours on one kind of terminal, each searched once.
    struct Numbers {
        let depth: ColorDepth
        private var known: [Color: Int32] = [:]

        init(depth: ColorDepth) { self.depth = depth }

        /// The number; -1 for the terminal's own colour.
        subscript(color: Color?) -> Int32 {
            mutating get {
                guard let color else { return -1 }
                if let number = known[color] { return number }
                let number = Int32(depth == .direct ? color.direct : color.nearestIndexed)
                known[color] = number
                return number
            }
        }
    }
}

extension Attributes {
    /// These with others over them: what is reversed within something reversed must still stand out.
    func laid(under others: Attributes) -> Attributes {
        let isReversed = contains(.reverse) != others.contains(.reverse)
        return union(others).subtracting(isReversed ? [] : .reverse)
    }
}
