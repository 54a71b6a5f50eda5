/// Going back in a run, going on from there, and changing it while it goes on.
extension ActionTable {
    static let time: [ActionEntry] = []
}
