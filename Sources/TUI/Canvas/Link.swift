/// A part of the screen that does something when it is clicked on.
public struct Link: Hashable, Sendable {
    /// Where it is.
    public var area: Rect
    /// What it does; `nil` for nothing, so that what lies below isn't reached either.
    public var command: Command?
}
