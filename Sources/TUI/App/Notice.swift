/// A line for the person, until the next key.
struct Notice: Equatable, Sendable {
    var text: String
    var isError = false
    /// Tells whether it is of use at the moment alone, and so no line of the log.
    var isPassing = false
    /// The part of the text that the log does not have yet; `nil` for all of it.
    var news: String?
    /// Whoever has asked for what went wrong: the same words about another line are another error.
    var asker = Asker()
    /// Tells whether the log has it: a notice that comes back is no news.
    var isLogged = false

    static func == (one: Notice, other: Notice) -> Bool {
        one.text == other.text && one.isError == other.isError && one.isPassing == other.isPassing
            && one.news == other.news && one.asker == other.asker
    }
}
