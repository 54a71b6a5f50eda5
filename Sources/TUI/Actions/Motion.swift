/// A step through a list or a text.
public enum Motion: String, CaseIterable, Sendable {
    /// One line.
    case up, down
    /// One place across.
    case left, right
    /// One screenful.
    case pageUp = "page-up"
    case pageDown = "page-down"
    /// To the ends.
    case home, end
}
