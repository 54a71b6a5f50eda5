/// Something that lies over the panes and takes the keys.
enum Overlay: Equatable, Sendable {
    /// Every action with its keys, narrowed and scrolled.
    case help(Help)
    /// A question: is the program to end although a run continues?
    case confirmQuit
    /// A line of text is being typed.
    case prompt(Prompt)
    /// One of several things is being chosen.
    case menu(Menu)
    /// A lesson, on the whole screen between header and footer.
    case lesson(Lessons)

    /// The scope in which its keys are looked up.
    var scope: Scope {
        switch self {
        case .help: .help
        case .confirmQuit: .question
        case .prompt: .typing
        case .menu: .menu
        case .lesson: .lesson
        }
    }
}
