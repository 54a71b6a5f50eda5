/// How the results of a whole part are looked at.
struct ResultsState: Equatable, Sendable {
}
