/// An event on a terminal, caused by a person or the system.
public enum Event: Equatable, Sendable {
    /// A key was pressed.
    case key(Key)
    /// A mouse button went down, or the wheel turned, over a cell.
    case mouse(Point, MouseButton)
    /// The mouse was moved over a cell with its left button held down.
    case drag(Point)
    /// A mouse button went up over a cell.
    case release(Point)
    /// Text came from the clipboard.
    ///
    /// Line breaks are `\n`; a tab is a space; other control characters are harmless marks.
    case paste(String)
    /// The terminal has another size now.
    case resize(Size)
    /// Somebody asks the program to end.
    case interrupt(Signal)
    /// The terminal went away: nothing that is drawn will be seen.
    case hangup
}

/// The actions of a mouse.
public enum MouseButton: Hashable, Sendable {
    /// A button was pressed.
    case left, middle, right
    /// The wheel was turned by one notch.
    case wheelUp, wheelDown
}

/// A signal that asks the program to end.
public enum Signal: Int32, CaseIterable, Sendable {
    /// The terminal's line was cut (SIGHUP).
    case hangup = 1
    /// Someone sent what Ctrl-C sends elsewhere (SIGINT).
    case interrupt = 2
    /// Someone sent what Ctrl-\ sends elsewhere (SIGQUIT).
    case quit = 3
    /// The system or a person wants the program to end (SIGTERM).
    case terminate = 15

    /// The exit status that shells expect of a program which such a signal ended.
    public var exitStatus: Int32 { 128 + rawValue }
}
