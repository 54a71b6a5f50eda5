/// A change of how the results of a whole part are looked at.
extension ActionTable {
    static let results: [ActionEntry] = []
}
