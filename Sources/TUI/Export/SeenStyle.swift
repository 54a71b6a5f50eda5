/// A style as a picture of the screen shows it, with every colour settled.
struct SeenStyle: Hashable {
    /// The colour of letters and lines, and that of the ground.
    var letters, ground: Color
    /// Bold and the like; what is reversed has changed its colours already.
    var attributes: Attributes

    /// Settles a style.
    ///
    /// - Parameters:
    ///   - style: The style of a cell.
    ///   - theme: The theme that gives it colours. Colours that it leaves to the terminal become black and a
    ///     light grey, in the order that suits the rest of it.
    init(_ style: Style, _ theme: Theme) {
        let (look, under) = (theme[style.role], theme[style.surface])
        let paper = theme.paper
        letters = look.foreground ?? theme[Role.text].foreground ?? paper.plainLetters
        ground = look.background ?? theme.ground(of: style.surface) ?? paper
        let below = look.background == nil ? under.attributes : under.attributes.subtracting(.reverse)
        attributes = below.laid(under: look.attributes).laid(under: style.attributes)
        switch style.shading {
        case .halves(let upper, let lower):
            (letters, ground, attributes) = (theme.color(of: upper), theme.color(of: lower), [])
        case .ground(let shade):
            ground = theme.color(of: shade)
            if letters.contrast(with: ground) < 4.5 {
                letters =
                    [Color(0x000000), Color(0xFFFFFF)].max {
                        $0.contrast(with: ground) < $1.contrast(with: ground)
                    } ?? letters
            }
        case nil:
            if attributes.contains(.reverse) { (letters, ground) = (ground, letters) }
        }
        attributes.remove(.reverse)
    }
}

extension Color {
    /// The colour of a terminal's letters on this ground.
    fileprivate var plainLetters: Color { luminance < 0.2 ? Color(0xDADADA) : Color(0x262626) }

    /// The colour as drawings write it.
    var hex: String { Color(value).description }
}
