/// The way in which a run came to its end.
public enum RunEnding: String, Sendable {
    /// It had all its epochs, or a callback ended it.
    case finished
    /// A person ended it.
    case stopped
}
