/// The lines that have asked for something; what goes wrong with it is told with them.
struct Asker: Equatable, Sendable {
    /// A line of a session that is replayed.
    struct Replayed: Equatable, Sendable {
        /// Its place, with the lines that asked for its file.
        var chain: String
        /// The number of the replay; see ``ReplayedScript/number``.
        var number: Int
    }

    /// The line of plain text, also of one that has asked for the replay; `nil` for keys and for what nobody has
    /// asked for.
    var line: PlainLine?
    /// The line of the session; `nil` where none has asked.
    var replayed: Replayed?
}
