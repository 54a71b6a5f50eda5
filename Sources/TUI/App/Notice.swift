/// A line for the person, until the next key.
struct Notice: Equatable, Sendable {
    var text: String
    var isError = false
}
