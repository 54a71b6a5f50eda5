/// The look of every role and every surface.
///
/// A theme speaks of colours as a designer does; a ``Palette`` turns them into a terminal's numbers.
public struct Theme: Equatable, Sendable {
    /// The look of a role or a surface.
    public struct Look: Equatable, Sendable {
        /// The colour of the letters; `nil` for the terminal's own.
        public var foreground: Color?
        /// The colour of the ground; `nil` for the one below: a surface's for a role, the screen's for a surface, and
        /// the terminal's for the screen.
        public var background: Color?
        /// Bold and the like.
        public var attributes: Attributes

        /// Makes a look.
        public init(_ foreground: Color? = nil, on background: Color? = nil, _ attributes: Attributes = []) {
            self.foreground = foreground
            self.background = background
            self.attributes = attributes
        }
    }

    /// The name, which is the name of its file.
    public let name: String
    /// By role.
    private var roles: [Look]
    /// By surface; only grounds and attributes count.
    private var surfaces: [Look]

    /// Makes a theme that leaves everything as the terminal has it.
    ///
    /// - Parameter name: The name.
    public init(name: String) {
        self.name = name
        roles = Array(repeating: Look(), count: Role.allCases.count)
        surfaces = Array(repeating: Look(), count: Surface.allCases.count)
    }

    /// Makes a theme that looks like another one.
    ///
    /// - Parameters:
    ///   - name: The name.
    ///   - other: The theme to take the looks from.
    public init(name: String, inheriting other: Theme) {
        self.name = name
        (roles, surfaces) = (other.roles, other.surfaces)
    }

    /// The look of a role.
    public subscript(role: Role) -> Look {
        get { roles[Int(role.rawValue)] }
        set { roles[Int(role.rawValue)] = newValue }
    }

    /// The look of a surface.
    public subscript(surface: Surface) -> Look {
        get { surfaces[Int(surface.rawValue)] }
        set { surfaces[Int(surface.rawValue)] = newValue }
    }

    /// The ground that a surface has; `nil` for the terminal's own.
    public func ground(of surface: Surface) -> Color? {
        self[surface].background ?? self[Surface.background].background
    }

    /// The colour of a shade: a step of the gradient, or a group's colour, halfway to the ground.
    func color(of shade: Shade) -> Color {
        let index = Int(shade.index)
        let grey = index - Shade.steps - Shade.groups
        if grey >= 0 {
            let ink = paper.luminance < 0.2 ? Color(0xFFFFFF) : Color(0x000000)
            // Even the palest stands out a little, so that one sees how far a picture goes.
            let share = 0.08 + 0.92 * Double(grey) / Double(Shade.greys - 1)
            return paper.mixed(with: self[.text].foreground ?? ink, share)
        }
        guard index < Shade.steps else {
            let group = self[Role.run(index - Shade.steps)].foreground ?? Color(0x808080)
            return group.mixed(with: paper, 0.55)
        }
        let share = Double(index) / Double(Shade.steps - 1)
        let (low, middle, high) = (
            self[.heatLow].foreground ?? paper, self[.heatMiddle].foreground ?? Color(0x808080),
            self[.heatHigh].foreground ?? (paper.luminance < 0.2 ? Color(0xFFFFFF) : Color(0x000000))
        )
        return share < 0.5 ? low.mixed(with: middle, share * 2) : middle.mixed(with: high, share * 2 - 1)
    }

    /// The screen's ground; where that is the terminal's own, black or white as suits the letters.
    var paper: Color {
        if let ground = ground(of: .background) { return ground }
        return self[.text].foreground.map { $0.luminance < 0.2 } ?? false ? Color(0xFFFFFF) : Color(0x000000)
    }
}
