/// The reason that a terminal can't be taken over.
public enum TerminalError: Error, Equatable {
    /// Standard input or output is no terminal.
    case notATerminal
    /// `TERM` is not set.
    case typeMissing
    /// No description is installed for what `TERM` says.
    case typeUnknown(String)
    /// The described terminal can't clear its screen or move its cursor.
    case typeTooSimple(String)
    /// The program has opened its terminal already.
    case inUse
    /// The system gave no file descriptor or no memory.
    case noResources
}

extension TerminalError: CustomStringConvertible {
    /// The problem, and the next step.
    public var description: String {
        switch self {
        case .notATerminal:
            "Standard input and output must both be a terminal for the dashboard. Start it without pipes."
        case .typeMissing:
            "TERM is not set, so nobody knows what the terminal can do. Set it, for instance to xterm-256color."
        case .typeUnknown(let type):
            "There is no description of a terminal called “\(type)”. Set TERM to one that is installed, for instance "
                + "xterm-256color, or install the package ncurses-term."
        case .typeTooSimple(let type):
            "A terminal called “\(type)” can't move its cursor. If yours can, set TERM to what it is, for instance "
                + "xterm-256color."
        case .inUse: "The terminal is open already. Close it before it is opened again."
        case .noResources:
            "The system gave no file descriptor for the terminal. Close other programs and try again."
        }
    }
}
