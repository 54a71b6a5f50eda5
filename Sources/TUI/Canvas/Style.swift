/// The meaning of a cell, which a theme turns into colours.
public struct Style: Hashable, Sendable {
    /// The meaning of the mark.
    public var role: Role
    /// The surface behind it.
    public var surface: Surface
    /// The attributes that the drawing itself asks for, whatever the theme.
    public var attributes: Attributes
    /// The shades of a picture, in place of what the surface would be.
    public var shading: Shading?

    /// Makes a style.
    public init(_ role: Role = .text, on surface: Surface = .background, _ attributes: Attributes = .plain) {
        self.role = role
        self.surface = surface
        self.attributes = attributes
        shading = nil
    }

    /// The same on shades.
    public func on(_ shading: Shading) -> Style {
        var style = self
        style.shading = shading
        return style
    }

    /// A role with attributes on the screen's own ground.
    init(_ role: Role, _ attributes: Attributes) {
        self.init(role, on: .background, attributes)
    }
}
