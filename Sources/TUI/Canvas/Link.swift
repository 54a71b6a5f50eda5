/// A part of the screen that does something when it is clicked on.
public struct Link: Hashable, Sendable {
    /// The cells that can be clicked on.
    public var area: Rect
    /// The command that it carries out; `nil` for nothing, so that links below it aren't reached either.
    public var command: Command?
}
