/// What a mark on the screen is, not how it looks: a theme turns roles into colours.
///
/// The names of the cases are the keys of a theme file.
public enum Role: UInt8, CaseIterable, Sendable {
    /// Text that is read.
    case text
    /// Text that explains other text: labels, units, column heads.
    case label
    /// Lines that guide the eye: axes, rules, empty bars.
    case faint
    /// The frame of a pane, and of the pane in focus.
    case border, focusBorder
    /// The name of a pane, and of the pane in focus.
    case title, focusTitle
    /// What stands out without being good or bad: the program's name, the active tab.
    case accent
    /// A key that can be pressed.
    case key
    /// The curve measured on training samples, and the one on validation samples.
    case trainingCurve, validationCurve
    /// A line to compare with: the accuracy of a guess.
    case baseline
    /// The mark at the epoch with the lowest validation loss.
    case bestEpoch
    /// A bar among others.
    case bar
    /// The bar of the predicted class, and of the true class.
    case predicted, truth
    /// Something is right or done.
    case success
    /// Something needs attention.
    case warning
    /// Something is wrong.
    case error
    /// A word that a search has found.
    case match
}

/// What a mark stands on.
///
/// The names of the cases are keys of a theme file, too.
public enum Surface: UInt8, CaseIterable, Sendable {
    /// The screen itself.
    case background
    /// The first and last line of the screen.
    case bar
    /// The chosen row in the pane in focus.
    case selection
    /// The chosen row in another pane.
    case quietSelection
    /// A window that lies over the panes.
    case popup
    /// A field that text is typed into.
    case input
}

/// Bold and the like, beside what the theme adds.
public struct Attributes: OptionSet, Hashable, Sendable {
    /// The bits.
    public let rawValue: UInt8

    /// Makes a set from its bits.
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Heavier letters.
    public static let bold = Attributes(rawValue: 1)
    /// A line below.
    public static let underline = Attributes(rawValue: 2)
    /// Text and ground exchanged.
    public static let reverse = Attributes(rawValue: 4)
    /// Weaker letters.
    public static let dim = Attributes(rawValue: 8)
    /// Slanted letters.
    public static let italic = Attributes(rawValue: 16)
}

/// How a cell is meant.
public struct Style: Hashable, Sendable {
    /// What the mark is.
    public var role: Role
    /// What it stands on.
    public var surface: Surface
    /// What the drawing itself asks for, whatever the theme.
    public var attributes: Attributes

    /// Makes a style.
    public init(_ role: Role = .text, on surface: Surface = .background, _ attributes: Attributes = []) {
        self.role = role
        self.surface = surface
        self.attributes = attributes
    }
}
