/// What becomes of a theme on a terminal: a colour number for each colour, or attributes where colours are missing.
public struct Palette: Equatable, Sendable {
    /// How a cell is drawn.
    public struct Ink: Equatable, Sendable {
        /// The letters' colour number; -1 for the terminal's own.
        public var foreground: Int32
        /// The ground's colour number; -1 for the terminal's own.
        public var background: Int32
        /// Bold and the like.
        public var attributes: Attributes
    }

    private let inks: [Ink]
    /// By shade; empty where there are too few colours for pictures.
    private let shades: [Int32]

    /// Mixes the colours that a terminal can show.
    ///
    /// - Parameters:
    ///   - theme: What should be seen.
    ///   - depth: What can be shown.
    public init(_ theme: Theme, depth: ColorDepth) {
        inks = Role.allCases.flatMap { role in
            Surface.allCases.map { Self.ink(theme, role, $0, depth) }
        }
        shades =
            switch depth {
            case .direct: Shade.all.map { theme.color(of: $0).direct }
            case .indexed: Shade.all.map { Int32(theme.color(of: $0).nearestIndexed) }
            case .basic, .none: []
            }
    }

    /// What takes the place of a character: half a cell where two shades fill it.
    public func character(of cell: Cell) -> Character {
        if case .halves = cell.style.shading, !shades.isEmpty { "\u{2580}" } else { cell.character }
    }

    /// How a style is drawn.
    public subscript(style: Style) -> Ink {
        var ink = inks[Int(style.role.rawValue) * Surface.allCases.count + Int(style.surface.rawValue)]
        // What is reversed within something reversed must still stand out.
        let isReversed = ink.attributes.contains(.reverse) != style.attributes.contains(.reverse)
        ink.attributes.formUnion(style.attributes)
        if !isReversed { ink.attributes.remove(.reverse) }
        guard let shading = style.shading, !shades.isEmpty else { return ink }
        switch shading {
        case .halves(let upper, let lower):
            return Ink(
                foreground: shades[Int(upper.index)], background: shades[Int(lower.index)], attributes: [])
        case .ground(let shade): ink.background = shades[Int(shade.index)]
        }
        return ink
    }

    private static func ink(_ theme: Theme, _ role: Role, _ surface: Surface, _ depth: ColorDepth) -> Ink {
        let look = theme[role]
        let ground = look.background ?? theme.ground(of: surface)
        var attributes = look.attributes.union(theme[surface].attributes)
        switch depth {
        case .direct:
            return Ink(
                foreground: look.foreground?.direct ?? -1, background: ground?.direct ?? -1,
                attributes: attributes)
        case .indexed:
            return Ink(
                foreground: look.foreground.map { Int32($0.nearestIndexed) } ?? -1,
                background: ground.map { Int32($0.nearestIndexed) } ?? -1, attributes: attributes)
        case .basic:
            // Eight colours have no quiet shades for a ground, so only the screen has one, and rows are reversed.
            attributes.formUnion(
                role.ornament.intersection(look.background == nil ? .dim : [.dim, .reverse]))
            attributes.formSymmetricDifference(surface.ornament)
            let paper = theme.ground(of: .background).map { $0.luminance < 0.2 ? 0 : 7 }
            // What has a ground of its own is reversed plain text here.
            let letters = look.background == nil ? look.foreground : nil
            let nearest = letters?.nearestBasic(on: FixedColors.basic[paper ?? 0])
            if nearest?.isBold == true { attributes.insert(.bold) }
            return Ink(
                foreground: Int32(nearest?.number ?? paper.map { 7 - $0 } ?? -1),
                background: Int32(paper ?? -1),
                attributes: attributes)
        case .none:
            attributes.formUnion(role.ornament.subtracting(.reverse))
            attributes.formSymmetricDifference(role.ornament.intersection(.reverse))
            attributes.formSymmetricDifference(surface.ornament)
            return Ink(foreground: -1, background: -1, attributes: attributes)
        }
    }
}

extension Color {
    /// The number on a terminal that takes any colour, where the first eight numbers are the old eight colours.
    fileprivate var direct: Int32 { value == 0 ? 0 : max(8, Int32(value)) }
}

extension Role {
    /// What tells the role apart where colours can't, whatever the theme.
    fileprivate var ornament: Attributes {
        switch self {
        case .focusBorder, .focusTitle, .accent, .key, .bestEpoch, .predicted, .success, .warning, .error,
            .cursor, .positive:
            .bold
        case .truth, .negative: .underline
        case .match: .reverse
        case .faint, .border, .baseline, .band: .dim
        case .text, .label, .title, .trainingCurve, .validationCurve, .bar, .run1, .run2, .run3, .run4, .run5,
            .run6, .run7, .run8, .heatLow, .heatMiddle, .heatHigh:
            []
        }
    }
}

extension Surface {
    /// What tells the surface apart where grounds can't have colours of their own.
    fileprivate var ornament: Attributes {
        switch self {
        case .selection: .reverse
        case .quietSelection: .bold
        case .input: .underline
        case .background, .bar, .popup: []
        }
    }
}
