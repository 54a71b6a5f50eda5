import Datasets

/// Something that lies over the panes and takes the keys.
enum Overlay: Equatable, Sendable {
    /// Every key, scrolled down by so many lines.
    case help(top: Int)
    /// Whether to end the program although a run goes on.
    case confirmQuit
    /// A line of text is being typed.
    case prompt(Prompt)
    /// One of several things is being chosen.
    case menu(Menu)
}
