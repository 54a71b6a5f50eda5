/// An error in a session file, with its line.
public struct SessionFileError: Error, Equatable, Sendable, CustomStringConvertible {
    /// The line, from 1; 0 where it is the file as a whole.
    public var line: Int
    /// One or two sentences: what was found, and what to write instead.
    public var reason: String

    /// The line and the reason.
    public var description: String { line > 0 ? "Line \(line) of the session: \(reason)" : reason }
}
