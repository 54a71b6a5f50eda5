/// A line of the log: what was done, or what happened.
struct LogEntry: Equatable, Sendable {
    /// The kinds of lines, by their origin.
    enum Kind: Equatable, Sendable {
        /// A person asked for it.
        case command
        /// It happened.
        case news
        /// It was said, for a person to read.
        case notice
        case error
    }

    /// The time, in seconds since the start.
    var seconds: Double
    var kind: Kind
    var text: String
    /// The line of plain text that has asked for it.
    var line: PlainLine?
}

/// A list of all events so far, the newest last.
struct EventLog: Equatable, Sendable {
    /// More are forgotten: a night's worth of epochs must not fill memory.
    static let longest = 5000

    private(set) var entries: [LogEntry] = []
    /// The number of lines that were ever written.
    private(set) var count = 0
    /// The line one is on.
    var position = ListPosition()
    /// Tells whether new lines come into view as they are written.
    var isFollowing = true

    mutating func append(_ entry: LogEntry) {
        entries.append(entry)
        count += 1
        // In pieces, so that each line doesn't move all others.
        guard entries.count > Self.longest + 500 else { return }
        entries.removeFirst(500)
        position.shift(by: -500)
    }

    /// The lines written after so many had been.
    func entries(after earlier: Int) -> ArraySlice<LogEntry> { entries.suffix(max(0, count - earlier)) }
}
