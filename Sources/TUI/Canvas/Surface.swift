/// The surface behind a mark.
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
