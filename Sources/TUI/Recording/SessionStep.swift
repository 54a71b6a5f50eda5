/// A line of a session file: what happened, and when.
struct SessionStep: Equatable, Sendable {
    /// The content of a line.
    enum Content: Equatable, Sendable {
        /// A person or the terminal did something.
        case event(Event)
        /// Something was asked for in words.
        case command(Command)
        /// News of long work: whoever replays waits for it.
        case news(SessionNews)
        /// The screen is kept as a picture.
        case picture(PictureRequest)
        /// The replay stays on the last screen instead of ending.
        case stay
    }

    /// The time, in milliseconds since the start; `nil` for as soon as the line before is done.
    var milliseconds: Int?
    var content: Content
    /// Its place in the file, from 1; 0 where it comes from none.
    var line = 0
}

/// A picture to keep, with its theme and size: `picture NAME [theme NAME] [COLUMNSxROWS]`.
struct PictureRequest: Equatable, Sendable {
    /// The file's name without its ending.
    var name: String
    /// Another theme than that of the session.
    var theme: String?
    /// Another size than that of the session.
    var size: Size?
}
